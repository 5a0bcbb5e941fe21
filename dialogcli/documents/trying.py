"""Trying a template on every way through it: every document and every layout, from a dossier with
almost nothing in it and from one with everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dialogcli.documents.choosing import Document, documents_of
from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.extracts import EXTRACTED, some_extract
from dialogcli.documents.meetings import LIST, some_meeting
from dialogcli.documents.render import compose, render
from dialogcli.documents.samples import bare, full
from dialogcli.documents.templating.context import context
from dialogcli.documents.templating.environment import ENDING
from dialogcli.documents.templating.fields import Data
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.model import Dossier
from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place
from dialogcli.rulebook.model import DocumentSpec

_OF_MANY = {
    f"{LIST.spec.template}{ENDING}": (LIST, some_meeting),
    f"{EXTRACTED.spec.template}{ENDING}": (EXTRACTED, some_extract),
}
"""Templates of documents over many dossiers, with that document and what to try it on."""


class Trial(NamedTuple):
    """A document to be made of a dossier. `when` tells of the dossier, '' for the user's own, made
    to the last byte.
    """

    document: Document
    dossier: Dossier
    when: str = ""


class Trials:
    """What the templates of a dossier's rulebook are tried on, after the dossier itself."""

    def __init__(self, dossier: Dossier) -> None:
        self._own = dossier
        self._whole = full(dossier.rulebook)
        self._made_up = (
            (bare(dossier.rulebook), "när nästan inget är ifyllt"),
            (self._whole, "när allt är ifyllt"),
        )

    def of(self, name: str) -> list[Trial]:
        """The trials of the template with that file name; none for one that others only borrow
        from.
        """
        if name in _OF_MANY:
            document, some = _OF_MANY[name]
            return [Trial(document, some(self._own.rulebook))]
        found = [Trial(document, self._own) for document in _one_of_each(self._own, name)]
        for dossier, when in self._made_up:
            for document in _one_of_each(dossier, name):
                found += self._laid_out(Trial(document, dossier, when))
        return found

    def data(self, name: str) -> dict[str, Data]:
        """All that the template with that file name may use."""
        of_many = self.of(name) if name in _OF_MANY else []
        made = [
            *of_many,
            *(Trial(document, self._whole) for document in _one_of_each(self._whole, name)),
            Trial(documents_of(self._whole)[0], self._whole),
        ]
        return context(made[0].document, made[0].dossier, draft=True).data

    def _laid_out(self, trial: Trial) -> Iterator[Trial]:
        """A trial in every layout of its document, the one that is chosen first."""
        spec = trial.document.spec
        known = self._own.rulebook.layouts.get(spec.id, ())
        others = [layout for layout in known if spec.layout in known and layout != spec.layout]
        yield trial
        for layout in others:
            document = replace(trial.document, spec=spec._replace(layout=layout))
            yield Trial(document, trial.dossier, f"{trial.when}, med uppställningen {layout}")


def faults_of(
    trial: Trial, templates: Templates, *, usable: bool
) -> Iterator[tuple[FileFault, bool]]:
    """What goes wrong when the document is made, and whether its place is known. `usable`: the
    letterhead can be used.
    """
    try:
        if usable and not trial.when:
            render(trial.document, trial.dossier, templates, draft=True)
        else:
            compose(trial.document, trial.dossier, templates, draft=True)
    except NoDocumentError as error:
        when = ((NoteKind.SEEN, trial.when),) if trial.when else ()
        yield from ((fault._replace(notes=(*fault.notes, *when)), True) for fault in error.faults)
        if not error.faults:
            yield FileFault("mall", Place(trial.document.spec.template), error.reason, when), False


def template_of(spec: DocumentSpec) -> str:
    """The file name of a document's template."""
    return f"{spec.template}{ENDING}"


def _one_of_each(dossier: Dossier, name: str) -> list[Document]:
    """Of the documents that a template makes the first of each kind."""
    found: dict[DocumentSpec, Document] = {}
    for document in documents_of(dossier):
        if template_of(document.spec) == name:
            found.setdefault(document.spec, document)
    return list(found.values())
