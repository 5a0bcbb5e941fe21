"""`covers`: a column holds every value wanted, or the rows hold every pair of a grid."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    path = rule.fields[0]
    name = names.field(path)
    if grid := rule.pairs("combinations"):
        axes = [
            f"{names.column(path, of)} ({', '.join(names.values(words, f'{path}.*.{of}'))})"
            for of, words in grid.items()
        ]
        return f"när {name} har en rad för varje par av {listed(axes)}"
    if source := rule.text("values_from"):
        return f"när {name} har allt som står i {names.field(source)}"
    wanted = names.values(rule.texts("values"), path)
    wanted += [f"organ av typen {type_}" for type_ in rule.texts("organ_types")]
    wanted += [f"varje {type_}" for type_ in rule.texts("every_organ")]
    return f"när {name} har alla de här: {listed(wanted)}"


KIND = Kind(
    word="covers",
    says=_says,
    options={
        "fields": Option(
            OptionType.PATH,
            "sökvägen till det som ska täcka: en kolumn eller ett fält med flera svar",
        ),
        "values": Option(OptionType.VALUES, "värdena som ska finnas där"),
        "values_from": Option(OptionType.PATH, "en sökväg: alla värden som står där ska finnas"),
        "where": Option(
            OptionType.PAIRS,
            "vilka rader av `values_from` som räknas: kolumner med värden",
        ),
        "organ_types": Option(OptionType.ORGAN_TYPES, "slagen av organ som ska finnas där"),
        "every_organ": Option(
            OptionType.ORGAN_TYPES,
            "slag av organ: varje organ av det slaget som står under `organs` eller i `organ.yaml` "
            "ska finnas där",
        ),
        "rows": Option(OptionType.ROWS, "sökvägen till en tabell, tillsammans med `combinations`"),
        "combinations": Option(
            OptionType.PAIRS, "kolumner med värden. Varje kombination ska ha en rad"
        ),
    },
    needs=(
        ("fields", "rows"),
        ("values", "values_from", "organ_types", "every_organ", "combinations"),
    ),
    together=(("rows", "combinations"),),
    judges=frozenset({Shape.SCALAR}),
    asks=5,
    role=Role.WHOLE,
)
