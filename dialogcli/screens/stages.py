"""How far a step, a gate or a whole dialogue has come, in words, and the days that lie ahead of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby

from dialogcli.base.dates import Day
from dialogcli.base.screen import Item, heading, rows
from dialogcli.base.words import count
from dialogcli.process.course import Stage, Waypoint, outcome_of
from dialogcli.process.days import Ahead, DayKind
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Gate

_STAGES = {
    Stage.DONE: "klart",
    Stage.ONGOING: "PÅGÅR",
    Stage.NEXT: "nästa beslut",
    Stage.COMING: "kommande",
    Stage.MISSING: "beslut saknas",
    Stage.VOID: "inte aktuellt",
}
_OUTCOMES = {
    "avslag": "avslagen",
    "återremiss": "återremitterad",
    "bordläggning": "bordlagd",
    "komplettering": "ska kompletteras",
}
"""What a matter is after an outcome of that name; of others the outcome itself is said."""

ENDED, NO_DIALOGUE = "Avslutad", "Ej dialog"


def stage_text(one: Waypoint) -> str:
    """`klart, bifall § 4`, `PÅGÅR`, `återremitterad 2027-03-03 § 17`."""
    paragraph = f" § {one.paragraph}" if one.paragraph else ""
    match one.stage:
        case Stage.DONE if one.outcome:
            return f"klart, {spoken(one.outcome)}{paragraph}"
        case Stage.SENT_BACK | Stage.POSTPONED:
            return (
                f"{outcome_text(one.outcome)}{f' {one.decided}' if one.decided else ''}{paragraph}"
            )
        case Stage.ENDED:
            return f"{outcome_text(one.outcome)}{paragraph}" if one.outcome else "avslutad här"
    return _STAGES[one.stage]


def day_text(one: Waypoint) -> str:
    """The day; `saknas` where one could be given, else `-`."""
    return str(one.day) if one.day else "saknas" if one.expects_day else "-"


def outcome_text(outcome: str) -> str:
    """`avslagen`, `bordlagd`, `vilande`."""
    return _OUTCOMES.get(outcome, spoken(outcome))


def spoken(word: str) -> str:
    """A stored word as it is said: `igångsätts inte`."""
    return word.replace("_", " ")


def step_text(standing: Standing) -> str:
    """Where a whole dialogue stands, in a word for a list: `Planering`, `Avslagen`, `Ej dialog`,
    `Avslutad`, `AVBRUTEN`.
    """
    if standing.stopped:
        return standing.stopped.how.upper()
    ended = standing.ended
    if ended is None:
        return standing.current.name if standing.current else ENDED
    if not isinstance(ended, Gate):
        return NO_DIALOGUE
    return outcome_text(outcome_of(ended, standing.states[ended.id])).capitalize()


def days(number: int) -> str:
    """`1 dag`, `24 dagar`."""
    return count(number, "dag", "dagar")


class Whose(StrEnum):
    """Policies seldom set deadlines, so the heading says whose these days are."""

    DOSSIER = "enligt dossiern"
    SETTINGS = "enligt era inställningar"
    USUAL = "enligt dossiern och vanliga tider"


def days_ahead_items(
    ahead: Sequence[Ahead], today: date, whose: Whose | None = None, most: int = 0
) -> list[Item]:
    """A row for each day and thing, or the first `most` of them, where feedback of one day is one
    thing; decisions of one organ on one day share theirs. Nothing when there is none.
    """
    found = [
        (str(day), day.seen_from(today), _what(group, today))
        for day, group in _by_day(ahead, short=bool(most))
    ]
    found = found[:most] if most else found
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
        heading(f"Viktiga datum ({whose})" if whose else "Viktiga datum"),
        shown._replace(wide=True, read_out=sentences),
    ]


def _by_day(ahead: Sequence[Ahead], *, short: bool) -> Iterator[tuple[Day, list[Ahead]]]:
    for (day, _), group in groupby(ahead, key=lambda one: (one.day, _together(one, short))):
        yield day, list(group)


_UNDONE = {DayKind.FOLLOW_UP: "inte anmäld", DayKind.DECISION: "inget beslut är infört"}


def _together(one: Ahead, short: bool) -> tuple[str, ...]:
    if short and one.kind is DayKind.FEEDBACK:
        return (one.kind,)
    return (one.organ,) if one.kind is DayKind.DECISION else (one.kind, one.what, one.organ)


def _what(group: Sequence[Ahead], today: date) -> str:
    first = group[0]
    late = first.late(today)
    match first.kind:
        case DayKind.SESSION:
            which = f"dialogtillfälle, {first.what}" if first.what else "första dialogtillfället"
            return f"{which} (inte infört)" if late else which
        case DayKind.DEADLINE:
            return first.what
        case DayKind.FEEDBACK:
            to = f"till: {first.what}" if len(group) == 1 else f"till {len(group)} mottagare"
            return f"{'FÖRSENAD återkoppling' if late else 'återkoppling'} {to}"
    return f"{_named(group)} ({_UNDONE[first.kind]})" if late else _named(group)


def _named(group: Sequence[Ahead]) -> str:
    """What comes before an organ on one day."""
    all_of_it = ", ".join(one.what for one in group)
    return f"{group[0].organ}: {all_of_it}" if group[0].organ else all_of_it
