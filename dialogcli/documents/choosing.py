"""Which documents a dossier has, by the words that people use for them, and what their files are
called.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.model.errors import UsageError
from dialogcli.model.words import did_you_mean, listed, same_word, slug
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
