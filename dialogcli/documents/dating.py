"""Which date a document bears. It comes from the dossier alone: the same answers give the same document on any day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogcli.documents.choosing import Document
from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, Rows
from dialogcli.dossier.select import latest_decision, select
from dialogcli.model.day import Day
from dialogcli.model.words import same_word
from dialogcli.rulebook.model import FieldType

_GIVEN = "dossier.handlingars_datum.*"
_OWN = ("datum", "planerad")
"""The fields that say when what a file tells of was written, or is to happen."""

_RECEIVED = "inkom"


def document_day(document: Document, dossier: Dossier, form_id: str) -> Day | None:
    """The date that the dossier gives a document; else that of the form or file it is made of; else the latest day on
    which something that it shows was written or decided. None when nothing says.
    """
    own = [document.item] if document.item else dossier.files.get(form_id, ())
    return _given(document, dossier) or _own(own) or _latest(document, dossier, form_id)


def _given(document: Document, dossier: Dossier) -> Day | None:
    for row in select(dossier, _GIVEN):
        name = row.part("handling")
        if name and (same_word(name.text, document.word) or same_word(name.text, document.spec.id)):
            return _day(row.part("datum"))
    return None


def _own(files: Sequence[FormFile]) -> Day | None:
    days = [day for file in files for name in _OWN if (day := _day(file.answers.get(name)))]
    return days[0] if days else None


def _latest(document: Document, dossier: Dossier, form_id: str) -> Day | None:
    """Of a form that should say when it was written, and does not, no other date is taken instead."""
    form = dossier.rulebook.forms.get(form_id)
    if document.item or (form and "datum" in form.fields):
        return None
    spec = document.spec
    days = [*_written((*spec.leads_with, *spec.shows), dossier), *_decided(spec.before, dossier)]
    return max(days, key=lambda day: day.last, default=None)


def _written(paths: tuple[str, ...], dossier: Dossier) -> Iterator[Day]:
    """The days of the files that these paths lead to, and of the statements in what is shown of them."""
    for path in paths:
        form = dossier.rulebook.forms.get(path.partition(".")[0])
        if form and not form.items:
            [file] = dossier.files[form.id]
            yield from (day for name in ("datum", _RECEIVED) if (day := _day(file.answers.get(name))))
            for answer in select(dossier, path) if "." in path else file.answers.values():
                yield from _stated(answer)


def _stated(answer: Answer) -> Iterator[Day]:
    match answer.value:
        case Rows(rows):
            for row in rows:
                yield from _stated(row)
        case Parts(parts):
            if answer.field.type is FieldType.STATEMENT and (day := _day(parts.get("datum"))):
                yield day
            for part in parts.values():
                yield from _stated(part)


def _decided(until: str, dossier: Dossier) -> Iterator[Day]:
    """The days of the decisions before that of the document."""
    gates = [gate.id for gate in dossier.rulebook.gates()]
    for gate in gates[:gates.index(until)] if until in gates else []:
        if (file := latest_decision(dossier, gate)) and (day := _day(file.answers.get("datum"))):
            yield day


def _day(answer: Answer | None) -> Day | None:
    return answer.value if answer and isinstance(answer.value, Day) else None
