"""`order`: each date is not after the next, with some days between them."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import count, listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    bounds = []
    if least := rule.number("days"):
        bounds.append(f"minst {count(least, 'dag', 'dagar')}")
    if most := rule.number("max_days"):
        bounds.append(f"högst {count(most, 'dag', 'dagar')}")
    apart = f", med {listed(bounds)} emellan" if bounds else ""
    dates = ", sedan ".join(names.field(path) for path in rule.fields)
    return f"när datumen kommer i den här ordningen: {dates}{apart}"


KIND = Kind(
    word="order",
    says=_says,
    options={
        "dates": Option(OptionType.PATHS, "sökvägarna, minst två, i rätt ordning"),
        "earliest": Option(
            OptionType.PATH,
            "en av sökvägarna: där räcker det att det första datumet kommer i tid",
        ),
        "days": Option(OptionType.NUMBER, "hur många dagar som minst ska ligga emellan"),
        "max_days": Option(OptionType.NUMBER, "hur många dagar som högst får ligga emellan"),
    },
    needs=(("dates",),),
    judges=frozenset({Trait.DAY}),
    least_paths=2,
    compares=True,
    role=Role.DATES,
)
