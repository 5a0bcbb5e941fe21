"""Word files over many dossiers: the list of points of a meeting, a register, the list of
dialogues. Made as other documents of a dossier.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dialogcli.base.dates import Day
from dialogcli.base.findings import Place
from dialogcli.base.words import capital
from dialogcli.documents.choose import Document
from dialogcli.documents.picture_files import read_pictures
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.extract import (
    EXTRACT,
    NAME,
    NUMBERS,
    STATE,
    Extract,
    ExtractRow,
    column_answer,
    extract_as_dossier,
)
from dialogcli.dossier.meeting import (
    AGENDA,
    Meeting,
    Point,
    PointKind,
    meeting_as_dossier,
    meeting_text,
)
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.rulebook.model import DocumentSpec, Rulebook
from dialogcli.rulebook.own_forms import own_form

_LIST_SPEC = DocumentSpec(
    "föredragningslista", "Kallelse och föredragningslista", "foredragningslista", shows=(AGENDA,)
)

LIST = Document(_LIST_SPEC, _LIST_SPEC.id)

_MANY_MATTERS = "se varje ärende"
"""Stands in the letterhead for the number of a matter: a meeting has many."""

_SOME_MEETING = Meeting(
    "nämnden",
    Day(2027, 3, 3),
    "13.00",
    "Sessionssalen",
    (
        Point("Upprop"),
        Point(
            "Plan",
            PointKind.DECISION,
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
    dossier = _meeting_as_dossier(meeting, record, rulebook)
    pictures = read_pictures(dossier, folder_of)
    return render(LIST, dossier, replace(templates, pictures=pictures), draft=False)


def some_meeting(rulebook: Rulebook) -> Dossier:
    """A meeting to try the template on."""
    return _meeting_as_dossier(_SOME_MEETING, meeting_text(_SOME_MEETING), rulebook)


def _meeting_as_dossier(meeting: Meeting, record: str, rulebook: Rulebook) -> Dossier:
    titles = {
        "titel": f"{capital(meeting.organ)} {meeting.day.in_words}",
        "dag": meeting.day.with_weekday,
        "dnr": _MANY_MATTERS,
    }
    return meeting_as_dossier(record, rulebook, titles)


_EXTRACT_SPEC = DocumentSpec("registerutdrag", "Registerutdrag", "registerutdrag", shows=(EXTRACT,))

EXTRACTED = Document(_EXTRACT_SPEC, _EXTRACT_SPEC.id)

_MANY_DIALOGUES = "se varje dialog"
"""Stands in the letterhead for the number of a matter: a register has many."""


def _some() -> Extract:
    lesson = own_form("prov").fields["lärdom"]
    return Extract(
        "Lärdomar",
        Day(2027, 3, 3),
        (
            ExtractRow(
                (
                    column_answer(NAME, "Torget"),
                    column_answer(NUMBERS, "KS 2027/1"),
                    column_answer(STATE, "Avslutad"),
                    Answer(lesson.id, lesson, Place(""), "Samtalen behövde mer tid."),
                )
            ),
        ),
        "Bara torg.",
    )


def extract_called(word: str) -> Document:
    """The document of one register; '' for the list of dialogues."""
    return replace(EXTRACTED, word=f"{_EXTRACT_SPEC.id}-{word}") if word else EXTRACTED


def render_extract(
    document: Document,
    extract: Extract,
    rulebook: Rulebook,
    templates: Templates,
    folder_of: Callable[[str], Path],
    commit: str = "",
) -> Rendered:
    """The Word file of an extract. `rulebook` is of the organisation; `folder_of` leads from the
    folder of a row to where it lies on the disk, for the pictures in its answers. Raises as
    `render` does.
    """
    dossier = extract_as_dossier(extract, rulebook, _MANY_DIALOGUES)

    def folder(answer: Answer) -> Path:
        _, _, number, *_ = answer.path.split(".")
        return folder_of(extract.rows[int(number) - 1].folder)

    pictures = read_pictures(dossier, folder)
    return render(
        document,
        dossier,
        replace(templates, pictures=pictures),
        draft=False,
        day=extract.day,
        commit=commit,
    )


def some_extract(rulebook: Rulebook) -> Dossier:
    """An extract to try the template on."""
    return extract_as_dossier(_some(), rulebook, _MANY_DIALOGUES)
