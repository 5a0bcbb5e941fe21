"""`agrees`: two places say the same; amounts with `*` count as their sum."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Shape
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    summed = any("*" in path for path in rule.fields)
    how = ", med beloppen i raderna hopräknade" if summed else ""
    return f"när {names.fields(rule.fields)} säger detsamma{how}"


KIND = Kind(
    word="agrees",
    says=_says,
    options={"fields": Option(OptionType.PATHS, "sökvägarna, minst två")},
    needs=(("fields",),),
    judges=frozenset({Shape.SCALAR}),
    least_paths=2,
    compares=True,
)
