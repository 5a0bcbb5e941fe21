"""`number`: a number in every row is within bounds."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    bounds = []
    if "min" in rule.options:
        bounds.append(f"minst {rule.number('min')}")
    if "max" in rule.options:
        bounds.append(f"högst {rule.number('max')}")
    if other := rule.text("min_from"):
        bounds.append(f"minst lika med {names.field(other)}")
    if other := rule.text("max_from"):
        bounds.append(f"högst lika med {names.field(other)}")
    return f"när {names.fields(rule.fields)} är {listed(bounds)}"


KIND = Kind(
    word="number",
    says=_says,
    options={
        "fields": Option(
            OptionType.PATHS, "sökvägarna, till fält av typen `number` eller `amount`"
        ),
        "min": Option(OptionType.NUMBER, "minst så mycket"),
        "max": Option(OptionType.NUMBER, "högst så mycket"),
        "min_from": Option(
            OptionType.BESIDE,
            "en sökväg: minst lika mycket som talet där. En kolumn gäller i samma rad eller fil",
        ),
        "max_from": Option(OptionType.BESIDE, "en sökväg: högst lika mycket som talet där"),
    },
    needs=(("fields",), ("min", "max", "min_from", "max_from")),
    judges=frozenset({Trait.NUMBER}),
)
