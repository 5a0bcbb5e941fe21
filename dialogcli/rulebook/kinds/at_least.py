"""`at_least`: a number in every row is large enough."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    return f"när {names.fields(rule.fields)} är minst {rule.number('min')}"


KIND = Kind(
    word="at_least",
    says=_says,
    options={
        "fields": Option(
            OptionType.PATHS, "sökvägarna, till fält av typen `number` eller `amount`"
        ),
        "min": Option(OptionType.NUMBER, "minst så mycket"),
    },
    needs=(("fields",), ("min",)),
    judges=frozenset({Trait.NUMBER}),
)
