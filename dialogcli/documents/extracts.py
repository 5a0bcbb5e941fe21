"""A register, or the list of dialogues, as a Word file: made as other documents of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dialogcli.documents.choosing import Document
from dialogcli.documents.picture_files import read_pictures
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.extract import EXTRACT, NAME, NUMBERS, STATE, Extract, Row, as_dossier, told
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.model.day import Day
from dialogcli.model.place import Place
from dialogcli.rulebook.model import DocumentSpec, Rulebook
from dialogcli.rulebook.own_forms import own_form

_SPEC = DocumentSpec("registerutdrag", "Registerutdrag", "registerutdrag", shows=(EXTRACT,))

EXTRACTED = Document(_SPEC, _SPEC.id)

_MANY = "se varje dialog"
"""Stands in the letterhead for the number of a matter: a register has many."""


def _some() -> Extract:
    lesson = own_form("prov").fields["lärdom"]
    return Extract(
        "Lärdomar",
        Day(2027, 3, 3),
        (
            Row(
                (
                    told(NAME, "Torget"),
                    told(NUMBERS, "KS 2027/1"),
                    told(STATE, "Avslutad"),
                    Answer(lesson.id, lesson, Place(""), "Samtalen behövde mer tid."),
                )
            ),
        ),
        "Bara torg.",
    )


def extract_called(word: str) -> Document:
    """The document of one register; '' for the list of dialogues."""
    return replace(EXTRACTED, word=f"{_SPEC.id}-{word}") if word else EXTRACTED


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
    dossier = as_dossier(extract, rulebook, _MANY)

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
    return as_dossier(_some(), rulebook, _MANY)
