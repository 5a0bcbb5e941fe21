"""What `dialog deadlines` says, as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogcli.model.day import WEEKDAYS, Day
from dialogcli.model.layout import WIDTH, block, command, glued, joined, paragraphs, wrapped
from dialogcli.model.words import capital, listed
from dialogcli.process.deadlines import Deadline, Due, Meeting
from dialogcli.process.schedule import Schedule
from dialogcli.reports.json import Json, written
from dialogcli.reports.tables import NARROW, sentences

VERSION = 1

_MOVED = "En dag som inte är arbetsdag är flyttad till arbetsdagen före."


def deadlines_text(
    found: Schedule, today: date, head: str, own: bool, width: int = WIDTH, plain: bool = False
) -> str:
    """Each day with whose rule it is, what cannot be met, and how to set other times."""
    if not found.deadlines:
        return paragraphs(
            wrapped(head, width),
            "Inga datum är planerade framåt.",
            wrapped(
                "Skriv datum under planerade_beslut i dossier.yaml, eller ange ett möte: "
                + command("deadlines --meeting 24/11 --organ fullmäktige"),
                width,
            ),
        )
    warnings = [wrapped(f"Obs: {warning}", width, hang=5) for warning in found.warnings]
    whose = (
        "Era tider står i organisation.yaml."
        if own
        else f"Tiderna är vanliga tider. Skriv era egna: {command('deadlines --settings')}"
    )
    return paragraphs(
        wrapped(head, width),
        _listed(found.deadlines, today, width, plain),
        joined(warnings),
        joined([wrapped(_MOVED, width), wrapped(whose, width)]),
    )


def deadlines_json(found: Schedule, today: date, own: bool, ascii_only: bool = False) -> str:
    """`settings`: `own` with a file of the organisation's own, else `usual`."""
    return written(
        {
            "version": VERSION,
            "today": today.isoformat(),
            "settings": "own" if own else "usual",
            "deadlines": [_json(one) for one in found.deadlines],
            "warnings": list(found.warnings),
        },
        ascii_only,
    )


def title(one: Deadline) -> str:
    """`kollektivtrafiknämnden: kallelsen skickas senast`."""
    return f"{one.organ}: {one.what}" if one.organ else one.what


def _listed(deadlines: Sequence[Deadline], today: date, width: int, plain: bool) -> str:
    """The days around each meeting under its name, the meetings by day; then what is planned
    besides.
    """
    meetings = sorted(
        {one.meeting for one in deadlines if one.meeting}, key=lambda one: (one.day, one.organ)
    )
    groups = [
        (_heading(meeting), [one for one in deadlines if one.meeting == meeting])
        for meeting in meetings
    ]
    others = [one for one in deadlines if not one.meeting]
    for heading, is_here in (("Tillfällen och återkoppling", False), ("Uppföljning", True)):
        if here := [one for one in others if (one.due is Due.FOLLOW_UP) == is_here]:
            groups.append((heading, here))
    rows = [(heading, [_row(one, today) for one in group]) for heading, group in groups]
    if plain or width < NARROW:
        return paragraphs(
            *(
                joined(
                    [
                        wrapped(heading, width),
                        sentences([", ".join(row[:3]) + f": {row[3]}." for row in group], width),
                    ]
                )
                for heading, group in rows
            )
        )
    longest = [max(len(row[column]) for _, group in rows for row in group) for column in range(3)]
    return paragraphs(
        *(
            joined(
                [
                    wrapped(heading, width),
                    block(
                        [
                            (
                                "  ".join(
                                    text.ljust(longest[column])
                                    for column, text in enumerate(row[:3])
                                ),
                                row[3],
                            )
                            for row in group
                        ],
                        width,
                        gap=2,
                    ),
                ]
            )
            for heading, group in rows
        )
    )


def _heading(meeting: Meeting) -> str:
    organ = capital(meeting.organ) or "Sammanträde"
    matters = f": {listed(meeting.matters)}" if meeting.matters else ""
    return f"{organ}, {Day.of(meeting.day).with_weekday}{matters}"


def _row(one: Deadline, today: date) -> tuple[str, str, str, str]:
    planned = (
        one.due.value if one.meeting else title(one)
    )  # the heading names the matters of a meeting
    what = f"{one.what} {glued(f'({one.basis})')}" if one.basis else planned
    return one.day.isoformat(), WEEKDAYS[one.day.weekday()], Day.of(one.day).seen_from(today), what


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
