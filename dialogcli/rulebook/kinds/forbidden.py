"""`forbidden`: the value is none of those that put the matter outside the policy."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    values = names.values(rule.texts("values"), rule.fields[0])
    return f"när {names.fields(rule.fields)} inte är {listed(values, 'eller')}"


KIND = Kind(
    word="forbidden",
    says=_says,
    options={
        "fields": Option(OptionType.PATHS, "sökvägarna"),
        "values": Option(OptionType.VALUES, "orden som inte får stå där"),
    },
    needs=(("fields",), ("values",)),
    judges=frozenset({Shape.SCALAR, Shape.STATEMENT}),
    waivable=False,
    asks=4,
    refuses=True,
)
