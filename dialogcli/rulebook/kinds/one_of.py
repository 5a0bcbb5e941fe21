"""`one_of`: the value is one of those that are allowed, by word, by organ or by type of organ."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    allowed = [
        *names.values(rule.texts("values"), rule.fields[0]),
        *names.organs(rule.texts("organs")),
        *(f"ett organ av typen {type_}" for type_ in rule.texts("organ_types")),
    ]
    return f"när {names.fields(rule.fields)} är {listed(allowed, 'eller')}"


KIND = Kind(
    word="one_of",
    says=_says,
    options={
        "fields": Option(OptionType.PATHS, "sökvägarna"),
        "values": Option(OptionType.VALUES, "orden som är tillåtna"),
        "organs": Option(OptionType.ORGANS, "organen som är tillåtna"),
        "organ_types": Option(OptionType.ORGAN_TYPES, "slagen av organ som är tillåtna"),
    },
    needs=(("fields",), ("values", "organs", "organ_types")),
    judges=frozenset({Shape.SCALAR, Shape.STATEMENT}),
    asks=3,
    narrows=True,
)
