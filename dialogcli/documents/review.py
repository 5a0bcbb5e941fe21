"""Everything that is to be said of the templates and the letterhead that a dossier's documents are made with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dialogcli.documents.choosing import Document, documents_of
from dialogcli.documents.extracts import EXTRACTED, some_extract
from dialogcli.documents.looking.letterhead_check import remarks
from dialogcli.documents.meetings import LIST, some_meeting
from dialogcli.documents.render import compose, render, tag_values
from dialogcli.documents.templating.context import context
from dialogcli.documents.templating.environment import ENDING
from dialogcli.documents.templating.proving import faults_in
from dialogcli.documents.templating.templates import LETTERHEAD, Templates
from dialogcli.dossier.model import Dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault, Severity
from dialogcli.model.place import Place

_OF_MANY = {f"{LIST.spec.template}{ENDING}": (LIST, some_meeting),
            f"{EXTRACTED.spec.template}{ENDING}": (EXTRACTED, some_extract)}
"""Templates of documents over many dossiers, with that document and what to try it on."""


class Noted(NamedTuple):
    """One thing: how much it weighs, and as for a file what, where and how to mend it. `where`: a place is known."""

    severity: Severity
    fault: FileFault
    where: bool = True


class Reviewed(NamedTuple):
    """A template or the letterhead, by its file name, and what is to be said of it."""

    name: str
    letterhead: bool
    noted: tuple[Noted, ...]


def review(dossier: Dossier, templates: Templates) -> list[Reviewed]:
    """Every template that the rulebook's documents use or that is the organisation's own, and the letterhead.

    Nothing for a rulebook without documents: there is nothing to try a template on.
    """
    documents = documents_of(dossier)
    if not documents:
        return []
    letterhead = Reviewed(LETTERHEAD, True, tuple(_letterhead(documents[0], dossier, templates)))
    usable = not any(one.severity is Severity.FEL for one in letterhead.noted)
    used = [f"{one.spec.template}{ENDING}" for one in documents]
    names = list(dict.fromkeys([*used, *(name for name in templates.own if name in templates.texts)]))
    return [*(_template(name, documents, dossier, templates, usable) for name in names), letterhead]


def _template(name: str, documents: list[Document], dossier: Dossier, templates: Templates, usable: bool) -> Reviewed:
    """The text as it stands; if nothing is wrong with it, the documents that it makes as well."""
    if name not in templates.texts:
        missing = FileFault("mall", Place(name), f"Mallen {name} finns inte.")
        return Reviewed(name, False, (Noted(Severity.FEL, missing, where=False),))
    if name in _OF_MANY:
        document, some = _OF_MANY[name]
        documents, dossier = [document], some(dossier.rulebook)
    items = {form.id for form in dossier.rulebook.forms.values() if form.items}
    made = [one for one in documents if f"{one.spec.template}{ENDING}" == name]
    data = context((made or documents)[0], dossier, draft=True).data
    found = [Noted(Severity.FEL, fault) for fault in faults_in(name, templates.texts, data, items)]
    if not found:
        found = [noted for one in made for noted in _made(one, dossier, templates, usable)]
    return Reviewed(name, False, tuple(_placed(one, templates) for one in dict.fromkeys(found)))


def _made(document: Document, dossier: Dossier, templates: Templates, usable: bool) -> Iterator[Noted]:
    try:
        if usable:
            render(document, dossier, templates, draft=True)
        else:
            compose(document, dossier, templates, draft=True)
    except UnreadableError as error:
        message = error.message.removesuffix(" Ingen handling är skapad.")
        yield from (Noted(Severity.FEL, fault) for fault in error.faults)
        if not error.faults:
            yield Noted(Severity.FEL, FileFault("mall", Place(document.spec.template), message), where=False)


def _letterhead(document: Document, dossier: Dossier, templates: Templates) -> Iterator[Noted]:
    for one in remarks(templates.letterhead, tag_values(document, dossier)):
        yield Noted(one.severity, FileFault("brevmall", Place(LETTERHEAD), one.message), where=False)


def _placed(noted: Noted, templates: Templates) -> Noted:
    place = noted.fault.place
    at = place._replace(file=templates.own.get(place.file, place.file))
    return noted._replace(fault=noted.fault._replace(place=at))
