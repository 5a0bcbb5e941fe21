"""When a decision was taken: days that cannot be, and an order of things that is odd but may have
happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import latest_decision
from dialogcli.model.day import Day
from dialogcli.model.words import listed
from dialogcli.process.deciders import authority
from dialogcli.process.standing import Standing, standing
from dialogcli.process.waiting import waiting_for
from dialogcli.rulebook.model import Gate


def a_year_ago(today: date) -> date:
    """From where the nearest coming 3 March is the latest one that has been: decisions lie behind
    us.
    """
    last = today.replace(day=28) if (today.month, today.day) == (2, 29) else today
    return last.replace(year=last.year - 1) + timedelta(days=1)


def impossible(day: Day, today: date) -> str:
    """Why no decision can have been taken on a day; '' when one can."""
    if day.day is None:
        return f"Beslutet behöver en dag, inte bara en månad: {day.in_words}."
    if day.first > today:
        return f"Beslutet kan inte vara fattat {day.in_words}. Det är i framtiden."
    return ""


def odd(dossier: Dossier, gate: Gate, day: Day, organ: str, role: str) -> Iterator[str]:
    """What to say before a decision is entered that has come out of order, or by another than the
    one whose matter it is where no rule says so. It is entered all the same.
    """
    allowed = authority(gate, dossier)
    if gate.unregulated and allowed.known and not allowed.allows(dossier.rulebook, organ, role):
        yield f"{gate.name}: beslutat av {organ}. Enligt dossiern är det {allowed} som beslutar."
    yield from _out_of_turn(standing(dossier), gate, day)
    later = latest_decision(dossier, gate.id)
    when = later.answers["datum"].value if later else None
    if isinstance(when, Day) and when.first > day.last:
        yield f"{gate.name} har ett senare beslut, {when.in_words}. Det är det som gäller."


def _out_of_turn(where: Standing, gate: Gate, day: Day) -> Iterator[str]:
    waiting = waiting_for(where, gate)
    if where.ended and where.ended.id != gate.id:
        yield f"Dialogen är avslutad vid {where.ended.name}."
    elif waiting:
        names = listed(entry.name for entry in waiting)
        yield f"{gate.name} har inte tur än. Det här är inte klart: {names}."
    for other, when in _decided_before(where, gate):
        if day.last < when.first:
            yield f"{gate.name} är fattat före {other.name}, {when.in_words}."


def _decided_before(where: Standing, gate: Gate) -> Iterator[tuple[Gate, Day]]:
    """The gates that come before this one, with the day of their decision."""
    for state in where.states.values():
        if (
            isinstance(state.entry, Gate)
            and state.decision
            and where.comes_before(state.entry.id, gate.id)
        ):
            day = state.decision.answers["datum"].value
            if isinstance(day, Day):
                yield state.entry, day
