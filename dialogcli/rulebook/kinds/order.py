"""`order`: the latest of each group of dates is not after the earliest of the next."""

from __future__ import annotations

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import count
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Role, Rule


def _says(rule: Rule, names: Names) -> str:
    days = rule.number("days")
    apart = f", med minst {count(days, 'dag', 'dagar')} emellan" if days else ""
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
    },
    needs=(("dates",),),
    judges=frozenset({Trait.DAY}),
    least_paths=2,
    compares=True,
    role=Role.DATES,
)
