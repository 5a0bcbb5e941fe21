"""`order`: the latest of each group of dates is not after the earliest of the next.

Of a date that is only a month, the day that suits best counts: only what is wrong on every day of
it is a fault.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from dialogcli.base.dates import Day
from dialogcli.checking.view import Fault, RuleView, date_in, row_label
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """Groups without a date are passed over; with fewer than two there is nothing to compare."""
    groups = [(path, dated) for path in scene.rule.fields if (dated := _dated(scene, path))]
    if len(groups) < 2:
        return None
    return [
        fault for earlier, later in pairwise(groups) for fault in _between(scene, earlier, later)
    ]


def _dated(scene: RuleView, path: str) -> list[tuple[Answer, Day]]:
    """The dates at a path; the first of them alone where that one is enough."""
    found = [(answer, day) for answer in scene.values(path) if (day := date_in(answer))]
    if found and path in scene.rule.texts("earliest"):
        return [min(found, key=lambda one: one[1].first)]
    return found


def _between(
    scene: RuleView,
    earlier: tuple[str, list[tuple[Answer, Day]]],
    later: tuple[str, list[tuple[Answer, Day]]],
) -> list[Fault]:
    path, dated = earlier
    next_path, following = later
    first = min((day for _, day in following), key=lambda day: day.last)
    days = scene.rule.number("days")
    limit = first.last - timedelta(days=days)
    apart = f" Det ska vara minst {days} dagar emellan." if days else ""
    return [
        Fault(
            f"{row_label(answer)}{scene.name(path)}: {day.in_words}. "
            f"Det är efter {scene.name(next_path)}, {first.in_words}.{apart}",
            answer.path,
            answer.place,
        )
        for answer, day in dated
        if day.first > limit
    ]
