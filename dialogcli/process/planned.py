"""The sessions that the plan of a dossier has and that are not entered yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import plain
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.rulebook.model import SESSIONS

_PLANS = ("aktiviteter", "tidsplan")
"""The tables of the vocabulary whose rows have a day and say what happens then (`vad`)."""


class Planned(NamedTuple):
    """A row of the plan that no session tells of yet. `method` is the word of one that it names."""

    day: Day
    what: str
    method: str


def planned_sessions(dossier: Dossier, today: date) -> list[Planned]:
    """The dated rows of the plan that are no session yet: those that name a chosen method first, and
    the nearest day first.
    """
    entered = {file.day for file in dossier.files.get(SESSIONS, ())}
    found = {one.day: one for one in _dated_rows(dossier) if one.day not in entered}

    def order(one: Planned) -> tuple[bool, int]:
        return not one.method, abs(one.day.days_from(today))

    return sorted(found.values(), key=order)


def sessions_in_plan(dossier: Dossier, today: date) -> list[Planned]:
    """Those of them that are sessions beyond doubt, since they name a chosen method."""
    return [one for one in planned_sessions(dossier, today) if one.method]


def _dated_rows(dossier: Dossier) -> Iterator[Planned]:
    methods = chosen_methods(dossier)
    for form in dossier.rulebook.forms.values():
        for name in _PLANS:
            if not form.items and name in form.fields:
                for row in select(dossier, f"{form.id}.{name}.*"):
                    yield from _planned(row, methods)


def _planned(row: Answer, methods: Mapping[str, str]) -> Iterator[Planned]:
    """What a row of a plan says, if it has a day and says what happens then."""
    when, what = row.part("datum"), row.part("vad")
    if when and when.day and when.day.day and what and what.filled:
        yield Planned(when.day, " ".join(what.text.split()), _named(what.text, methods))


def chosen_methods(dossier: Dossier) -> dict[str, str]:
    """The methods that the dossier has chosen: word -> name."""
    found: dict[str, str] = {}
    for form in dossier.rulebook.forms.values():
        for row in [] if form.items else select(dossier, f"{form.id}.metoder.*"):
            method = row.part("metod")
            if method and method.filled and not method.excused:
                found[method.text] = method.field.choices.get(method.text, method.text)
    return found


def _named(text: str, methods: Mapping[str, str]) -> str:
    words = plain(text)
    return next((word for word, name in methods.items() if plain(name) in words), "")
