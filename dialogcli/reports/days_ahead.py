"""The days that lie ahead of a dialogue, and those that have passed without the thing having been
done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby

from dialogcli.model.screen import Item, heading, rows
from dialogcli.process.dates import Ahead, Kind


class Whose(StrEnum):
    """Policies seldom set deadlines, so the heading says whose these days are."""

    DOSSIER = "enligt dossiern"
    SETTINGS = "enligt era inställningar"
    USUAL = "enligt dossiern och vanliga tider"


def days_ahead_items(
    ahead: Sequence[Ahead], today: date, whose: Whose = Whose.DOSSIER
) -> list[Item]:
    """A row for each day and thing; decisions of one organ on one day share theirs. Nothing when
    there is none.
    """
    found = [
        (str(day), day.seen_from(today), _what(list(group), today))
        for (day, _), group in groupby(ahead, key=lambda one: (one.day, _together(one)))
    ]
    if not found:
        return []
    dates, distances = (max(len(row[column]) for row in found) for column in (0, 1))
    shown = rows(
        *(
            (f"{day.ljust(dates)}  {distance.ljust(distances)}", what)
            for day, distance, what in found
        ),
        gap=2,
    )
    sentences = tuple((f"{day}, {distance}: {what}.",) for day, distance, what in found)
    return [
        heading(f"Viktiga datum ({whose})"),
        shown._replace(wide=True, read_out=sentences),
    ]


_UNDONE = {Kind.FOLLOW_UP: "inte anmäld", Kind.DECISION: "inget beslut är infört"}


def _together(one: Ahead) -> tuple[str, ...]:
    return (one.organ,) if one.kind is Kind.DECISION else (one.kind, one.what, one.organ)


def _what(group: Sequence[Ahead], today: date) -> str:
    first = group[0]
    late = first.late(today)
    match first.kind:
        case Kind.SESSION:
            which = f"dialogtillfälle, {first.what}" if first.what else "första dialogtillfället"
            return f"{which} (inte infört)" if late else which
        case Kind.DEADLINE:
            return first.what
        case Kind.FEEDBACK:
            return f"{'FÖRSENAD återkoppling' if late else 'återkoppling'} till: {first.what}"
    return f"{_named(group)} ({_UNDONE[first.kind]})" if late else _named(group)


def _named(group: Sequence[Ahead]) -> str:
    """What comes before an organ on one day."""
    all_of_it = ", ".join(one.what for one in group)
    return f"{group[0].organ}: {all_of_it}" if group[0].organ else all_of_it
