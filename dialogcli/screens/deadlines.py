"""What `dialog deadlines` says, as text, as JSON and as a calendar file (.ics): one whole-day event
for each, the same each time it is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from dialogcli.base.commands import deadlines, deadlines_settings
from dialogcli.base.dates import WEEKDAYS, Day
from dialogcli.base.screen import (
    Item,
    Kept,
    Parts,
    Screen,
    Tone,
    heading,
    line,
    parts,
    rows,
    screen,
)
from dialogcli.base.words import capital, listed, slug
from dialogcli.process.deadlines import Deadline, DecidingMeeting, Due
from dialogcli.process.schedule import Schedule
from dialogcli.screens.facts import Facts, Json

if TYPE_CHECKING:
    from icalendar import Event

VERSION = 1


def deadlines_screen(found: Schedule, today: date, head: str, own: bool) -> Screen:
    """Each day with whose rule it is, what cannot be met, and how to set other times. `head`: the
    dialogue, '' for a meeting.
    """
    above = [line(head)] if head else []
    if not found.deadlines:
        return screen(
            above,
            line("Inga datum är planerade framåt."),
            line(
                "Skriv datum under planerade_beslut i dossier.yaml, eller ange ett möte: ",
                deadlines("24/11", "fullmäktige"),
            ),
        )
    whose = line("Tiderna är vanliga tider. Skriv era egna: ", deadlines_settings())
    if own:
        whose = line("Era tider står i organisation.yaml.")
    return screen(
        above,
        *_days(found.deadlines, today),
        [line(Kept("Obs", Tone.WARNING), f": {warning}", hang=5) for warning in found.warnings],
        [line("En dag som inte är arbetsdag är flyttad till arbetsdagen före."), whose],
    )


def deadlines_facts(found: Schedule, today: date, own: bool) -> Facts:
    """`settings`: `own` with a file of the organisation's own, else `usual`."""
    return {
        "version": VERSION,
        "today": today.isoformat(),
        "settings": "own" if own else "usual",
        "deadlines": [_json(one) for one in found.deadlines],
        "warnings": list(found.warnings),
    }


def title(one: Deadline) -> str:
    """`kollektivtrafiknämnden: kallelsen skickas senast`."""
    return f"{one.organ}: {one.what}" if one.organ else one.what


def _days(found: Sequence[Deadline], today: date) -> Iterator[list[Item]]:
    """A paragraph for each meeting, and for what is planned besides; their columns are the same."""
    weekdays = max(len(_weekday(one)) for one in found)
    distances = max(len(_distance(one, today)) for one in found)
    for head, group in _groups(found):
        pairs: list[tuple[str, Parts]] = []
        read_out: list[Parts] = []
        for one in group:
            day, weekday, distance = one.day.isoformat(), _weekday(one), _distance(one, today)
            label = f"{day}  {weekday.ljust(weekdays)}  {distance.ljust(distances)}"
            pairs.append((label, _what(one)))
            read_out.append((f"{day}, {weekday}, {distance}: ", *_what(one), "."))
        yield [heading(head), rows(*pairs, gap=2)._replace(read_out=tuple(read_out))]


def _groups(found: Sequence[Deadline]) -> Iterator[tuple[str, Sequence[Deadline]]]:
    """The days around each meeting under its name, the meetings by day; then what is planned
    besides.
    """
    meetings = {one.meeting for one in found if one.meeting}
    for meeting in sorted(meetings, key=lambda one: (one.day, one.organ)):
        yield _heading(meeting), [one for one in found if one.meeting == meeting]
    yield from _besides([one for one in found if not one.meeting])


def _besides(found: Sequence[Deadline]) -> Iterator[tuple[str, Sequence[Deadline]]]:
    if sessions := [one for one in found if one.due is not Due.FOLLOW_UP]:
        yield "Tillfällen och återkoppling", sessions
    if follow_ups := [one for one in found if one.due is Due.FOLLOW_UP]:
        yield "Uppföljning", follow_ups


def _heading(meeting: DecidingMeeting) -> str:
    organ = capital(meeting.organ) or "Sammanträde"
    matters = f": {listed(meeting.matters)}" if meeting.matters else ""
    return f"{organ}, {Day.of(meeting.day).with_weekday}{matters}"


def _weekday(one: Deadline) -> str:
    return WEEKDAYS[one.day.weekday()]


def _distance(one: Deadline, today: date) -> str:
    """`om 9 dagar`."""
    return Day.of(one.day).seen_from(today)


def _what(one: Deadline) -> Parts:
    """The matters of a meeting stand in its heading."""
    if one.basis:
        return f"{one.what} ", Kept(f"({one.basis})")
    return parts(one.due.value if one.meeting else title(one))


def _json(one: Deadline) -> Json:
    meeting = one.meeting.day.isoformat() if one.meeting else None
    return {
        "date": one.day.isoformat(),
        "kind": one.due.name.lower(),
        "what": one.what,
        "organ": one.organ,
        "meeting": meeting,
        "basis": one.basis,
    }


PRODUCT = "-//dialogcli//deadlines//SV"


def calendar_file(found: Schedule, name: str, now: datetime) -> bytes:
    """The file. `name` is what the calendar is called; an event keeps its UID
    when the meeting is moved, so that a calendar moves it too.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in found.deadlines:
        calendar.add_component(_event(one, name, now))
    return bytes(calendar.to_ical())


def _event(one: Deadline, name: str, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    about = (
        (listed(one.meeting.matters) or str(one.meeting.day))
        if one.meeting
        else f"{one.what} {one.day}"
    )
    event.add("uid", f"{slug(f'{one.due.name} {name} {one.organ} {about}', 120)}@dialogcli")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", title(one))
    event.add("description", f"{name}. Källa: {one.basis}." if one.basis else name)
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy all day
    return event
