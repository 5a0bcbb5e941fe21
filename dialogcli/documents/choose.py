"""Which documents a dossier has, by the words that people use for them, what their files are
called, and which date each bears.

The date comes from the dossier alone: the same answers give the same document on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import UsageError
from dialogcli.base.words import did_you_mean, listed, same_word, slug
from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, TableRows
from dialogcli.dossier.select import latest_decision, select
from dialogcli.process.standing import Standing, standing
from dialogcli.rulebook.model import DECISIONS, DocumentSpec, Gate, Rulebook


@dataclass(frozen=True, slots=True)
class Document:
    """One document of one dossier. `word` is what one types for it; `item` the file that it is
    about, if there is one such document for each file of a form.
    """

    spec: DocumentSpec
    word: str
    item: FormFile | None = None

    @property
    def file(self) -> str:
        """`handlingsplan.docx`."""
        return f"{slug(self.word)}.docx"


def documents_of(dossier: Dossier) -> list[Document]:
    """Every document that a dossier has by now, in the order of its rulebook."""
    return [
        document for spec in dossier.rulebook.documents for document in _documents(spec, dossier)
    ]


def documents_now(dossier: Dossier) -> list[Document]:
    """Those whose time has come: what a document is for is worked towards, or what it tells of has
    happened.
    """
    now = standing(dossier)
    return [one for one in documents_of(dossier) if one.item or _has_come(one.spec, now)]


def _has_come(spec: DocumentSpec, now: Standing) -> bool:
    return now.is_worked_towards(spec.before) if spec.before else now.has_come(spec.after)


def documents_called(dossier: Dossier, typed: str) -> list[Document]:
    """The documents that somebody means: one by its own word, or all that share an id. Raises
    UsageError.
    """
    known = documents_of(dossier)
    exact = [one for one in known if same_word(typed, one.word)]
    found = exact or [one for one in known if same_word(typed, one.spec.id)]
    if not found:
        raise _unknown(typed, [one.word for one in known], dossier.rulebook)
    return found


def _unknown(typed: str, words: list[str], rulebook: Rulebook) -> UsageError:
    """There is no document with that word: not yet, or never."""
    there = f"Handlingar: {listed(words)}"
    if any(same_word(typed, spec.id) for spec in rulebook.documents):
        return UsageError(
            f"Handlingen {typed} går inte att skapa än: det som den handlar om finns inte i dossiern.",
            there,
        )
    return UsageError(
        f"Handlingen {typed} finns inte i regelverket.{did_you_mean(typed, words)}", there
    )


def _documents(spec: DocumentSpec, dossier: Dossier) -> Iterator[Document]:
    if not spec.each:
        yield Document(spec, _word(spec, dossier.rulebook))
        return
    for item in dossier.files.get(spec.each, ()):
        if _is_about(spec, item):
            yield Document(spec, f"{spec.id}-{PurePosixPath(item.file).stem}", item)


def _is_about(spec: DocumentSpec, item: FormFile) -> bool:
    """Whether there is such a document about this file."""
    if spec.each == DECISIONS:
        return item.key == spec.after
    return not spec.only or item.key in spec.only


def _word(spec: DocumentSpec, rulebook: Rulebook) -> str:
    """The id, with the gate when several documents share it."""
    alike = [one for one in rulebook.documents if one.id == spec.id]
    entry = rulebook.entries.get(spec.before or spec.after)
    return f"{spec.id}-{entry.word}" if len(alike) > 1 and isinstance(entry, Gate) else spec.id


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
        case TableRows(rows):
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
