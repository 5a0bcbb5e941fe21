"""Which date a document bears. It comes from the dossier alone: the same answers give the same
document on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dialogcli.documents.choosing import Document
from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, Rows
from dialogcli.dossier.select import latest_decision, select
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import Shape
from dialogcli.model.words import same_word

_GIVEN = "dossier.handlingars_datum.*"
_OWN = ("datum", "planerad")
"""The fields that say when what a file tells of was written, or is to happen."""

_RECEIVED = "inkom"


class Dated(NamedTuple):
    """A day, and the path of the answer that says it."""

    day: Day
    path: str


def dated_by(document: Document, dossier: Dossier, form_id: str) -> Dated | None:
    """The date that the dossier gives a document; else that of the form or file it is made of; else
    the latest day on which something that it shows was written or decided. None when nothing says.
    """
    own = [document.item] if document.item else dossier.files.get(form_id, ())
    return (
        _given(document, dossier)
        or _published(document, dossier)
        or _own(own)
        or _latest(document, dossier, form_id)
    )


def _given(document: Document, dossier: Dossier) -> Dated | None:
    for row in select(dossier, _GIVEN):
        name = row.part("handling")
        if name and (same_word(name.text, document.word) or same_word(name.text, document.spec.id)):
            return _dated(row.part("datum"))
    return None


def _published(document: Document, dossier: Dossier) -> Dated | None:
    """The day on which an invitation went out (`inbjudan_publicerad`)."""
    name = f"{document.spec.id}_publicerad"
    days = (_dated(file.answers.get(name)) for file in dossier.all_files())
    return next(filter(None, days), None)


def _own(files: Sequence[FormFile]) -> Dated | None:
    days = (_dated(file.answers.get(name)) for file in files for name in _OWN)
    return next(filter(None, days), None)


def _latest(document: Document, dossier: Dossier, form_id: str) -> Dated | None:
    """Of a form that should say when it was written, and does not, no other date is taken instead."""
    form = dossier.rulebook.forms.get(form_id)
    if document.item or (form and "datum" in form.fields):
        return None
    spec = document.spec
    days = [*_written((*spec.leads_with, *spec.shows), dossier), *_decided(spec.before, dossier)]
    return max(days, key=lambda dated: dated.day.last, default=None)


def _written(paths: tuple[str, ...], dossier: Dossier) -> Iterator[Dated]:
    """The days of the files that these paths lead to, and of the statements in what is shown of
    them.
    """
    for path in paths:
        form = dossier.rulebook.forms.get(path.partition(".")[0])
        if form is None or form.items:
            continue
        [file] = dossier.files[form.id]
        for name in ("datum", _RECEIVED):
            if found := _dated(file.answers.get(name)):
                yield found
        for answer in select(dossier, path) if "." in path else file.answers.values():
            yield from _stated(answer)


def _stated(answer: Answer) -> Iterator[Dated]:
    match answer.value:
        case Rows(rows):
            for row in rows:
                yield from _stated(row)
        case Parts(parts):
            if answer.field.type.shape is Shape.STATEMENT and (found := _dated(parts.get("datum"))):
                yield found
            for part in parts.values():
                yield from _stated(part)


def _decided(until: str, dossier: Dossier) -> Iterator[Dated]:
    """The days of the decisions before that of the document."""
    gates = [gate.id for gate in dossier.rulebook.gates()]
    for gate in gates[: gates.index(until)] if until in gates else []:
        file = latest_decision(dossier, gate)
        if file and (found := _dated(file.answers.get("datum"))):
            yield found


def _dated(answer: Answer | None) -> Dated | None:
    return Dated(answer.day, answer.path) if answer and answer.day else None
