"""Deadlines as a calendar file (.ics): one whole-day event for each, the same each time it is made
anew.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from dialogcli.model.words import listed, slug
from dialogcli.process.deadlines import Deadline
from dialogcli.process.schedule import Schedule
from dialogcli.reports.deadlines import title

if TYPE_CHECKING:
    from icalendar import Event

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
