"""The list of points of a meeting as a Word file: made of the meeting's record, as other documents
of a dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dialogcli.documents.choosing import Document
from dialogcli.documents.picture_files import read_pictures
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.meeting import AGENDA, Kind, Meeting, Point, as_dossier, meeting_text
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.model.day import Day
from dialogcli.model.words import capital
from dialogcli.rulebook.model import DocumentSpec, Rulebook

_SPEC = DocumentSpec(
    "föredragningslista", "Kallelse och föredragningslista", "foredragningslista", shows=(AGENDA,)
)

LIST = Document(_SPEC, _SPEC.id)

_MANY = "se varje ärende"
"""Stands in the letterhead for the number of a matter: a meeting has many."""

_SOME = Meeting(
    "nämnden",
    Day(2027, 3, 3),
    "13.00",
    "Sessionssalen",
    (
        Point("Upprop"),
        Point(
            "Plan",
            Kind.DECISION,
            ("KS 2027/1",),
            "handläggaren",
            ("Ja.", "Nej."),
            ("Planen",),
            "plan",
        ),
    ),
)


def render_meeting(
    meeting: Meeting,
    record: str,
    rulebook: Rulebook,
    templates: Templates,
    folder_of: Callable[[Answer], Path | None] = lambda _: None,
) -> Rendered:
    """The Word file of a meeting with this record. `rulebook` is of the organisation. Raises as
    `render` does.

    `folder_of` says where the pictures of an answer in the record lie, None where it can have none.
    """
    dossier = _as_dossier(meeting, record, rulebook)
    pictures = read_pictures(dossier, folder_of)
    return render(LIST, dossier, replace(templates, pictures=pictures), draft=False)


def some_meeting(rulebook: Rulebook) -> Dossier:
    """A meeting to try the template on."""
    return _as_dossier(_SOME, meeting_text(_SOME), rulebook)


def _as_dossier(meeting: Meeting, record: str, rulebook: Rulebook) -> Dossier:
    titles = {
        "titel": f"{capital(meeting.organ)} {meeting.day.in_words}",
        "dag": meeting.day.with_weekday,
        "dnr": _MANY,
    }
    return as_dossier(record, rulebook, titles)
