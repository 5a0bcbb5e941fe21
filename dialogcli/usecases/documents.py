"""Making documents of one dossier: which ones, whether they may be final, where they are put, and a
PDF beside each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dialogcli.base.dates import Day
from dialogcli.base.findings import (
    DialogError,
    Finding,
    InputOutputError,
    Severity,
    UnreadableError,
)
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate, stops_every_document
from dialogcli.disk.folders import templates_folder
from dialogcli.disk.programs import head_commit, office, to_pdf
from dialogcli.documents.choose import Document, documents_called, documents_now, documents_of
from dialogcli.documents.manifest import Manifest, State, Trace, Upkeep, compared, trace, upkeep
from dialogcli.documents.picture_files import with_pictures
from dialogcli.documents.render import compose, render
from dialogcli.documents.rendered import MadeDocument
from dialogcli.documents.templating.templates import Templates, read_templates
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import load_organisation, with_layouts
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.model import Gate, Rulebook
from dialogcli.screens.documents import refusal
from dialogcli.usecases.word_files import DOCUMENTS_FOLDER, digest_of, put, read_manifest_in


@dataclass(frozen=True, slots=True)
class Production:
    """What all documents of one run are made from."""

    folder: Path
    dossier: Dossier
    templates: Templates
    draft: bool
    commit: str

    @classmethod
    def begin(cls, folder: Path, *, draft: bool) -> Production:
        """Read what is needed. Raises UnreadableError: a document must not lack what is only
        misspelt.
        """
        dossier = read_dossier(folder)
        if dossier.faults:
            raise UnreadableError(
                "Rätta filerna först. Ingen handling är skapad.", faults=dossier.faults
            )
        dossier = with_layouts(dossier, load_organisation(folder))
        templates = with_pictures(read_templates(templates_folder(), folder), folder, dossier)
        return cls(folder, dossier, templates, draft, head_commit(folder))

    def documents_called(self, names: Sequence[str]) -> list[Document]:
        """The documents meant, each once; when none is named all whose time has come. Raises
        UsageError.
        """
        if not names:
            return documents_now(self.dossier)
        found = {one.word for name in names for one in documents_called(self.dossier, name)}
        return [one for one in documents_of(self.dossier) if one.word in found]

    def _refuse_unfinished(self, documents: Sequence[Document], today: date) -> None:
        """Raises DialogError when a requirement of severity fel is not met by the basis of one of
        the documents.
        """
        report, rulebook = check(self.dossier, today), self.dossier.rulebook
        for document in documents:
            gate = rulebook.entries.get(document.spec.before)
            basis = _basis(report, document)
            stopping = [one for one in basis.findings if one.severity is Severity.FEL]
            besides = list(filter(stops_every_document, report.findings))
            if stopping or besides:
                word = gate.word if isinstance(gate, Gate) and not besides else ""
                raise _refused([*stopping, *besides], rulebook, word, document)

    def left_unjudged(self, documents: Sequence[Document], today: date) -> list[str]:
        """What could not be judged of the basis of the documents, a sentence for each answer that is
        missing.
        """
        report = check(self.dossier, today)
        bases = [_basis(report, document) for document in documents]
        return list(dict.fromkeys(one.message for basis in bases for one in basis.left_unjudged))

    def _upkeep(self, document: Document, manifest: Manifest) -> Upkeep:
        """How the file of a document stands, held against what it would be made from now."""
        written = manifest.get(document.file)
        draft = written.origin.draft if written else self.draft
        now = compose(document, self.dossier, self.templates, draft=draft).origin
        return upkeep(document.file, written, digest_of(self.folder, document.file), now)

    def survey(self, documents: Sequence[Document]) -> list[tuple[Document, Upkeep]]:
        """Of each document whether its file is there, current, stale or edited by hand."""
        manifest = read_manifest_in(self.folder)
        return [(one, self._upkeep(one, manifest)) for one in documents]

    def traced(self, name: str, data: bytes, facts: Mapping[str, str]) -> Trace:
        """Where a Word file comes from, held against this dossier if it is one of its documents."""
        found = trace(name, data, facts, read_manifest_in(self.folder))
        document = next(
            (one for one in documents_of(self.dossier) if one.word == facts.get("Handling")), None
        )
        if document is None:
            return found
        now = compose(document, self.dossier, self.templates, draft=self.draft).origin
        ours = found.record is not None or facts.get("Diarienummer") == now.dnr
        return compared(found, now, self.dossier) if ours else found

    def make(self, documents: Sequence[Document], today: date) -> Iterator[MadeDocument]:
        """Put documents into the dossier's folder, each when it is asked for.

        Raises DialogError, before the first, when they are to be final and one may not be.
        """
        if not self.draft:
            self._refuse_unfinished(documents, today)
        for document in documents:
            yield self._make(document, today)

    def renew(self, documents: Sequence[Document], today: date) -> Iterator[MadeDocument]:
        """Make the stale documents anew: drafts as drafts, final ones as final if they still may
        be.
        """
        stale = [(one, kept) for one, kept in self.survey(documents) if kept.state is State.STALE]
        self._refuse_unfinished([one for one, kept in stale if not kept.draft], today)
        for document, kept in stale:
            yield replace(self, draft=kept.draft)._make(document, today)

    def text(self, document: Document) -> str:
        """The text of a document, as Markdown."""
        return compose(document, self.dossier, self.templates, draft=self.draft).markdown

    def _make(self, document: Document, today: date) -> MadeDocument:
        rendered = render(
            document,
            self.dossier,
            self.templates,
            draft=self.draft,
            day=Day.of(today),
            commit=self.commit,
        )
        placed = put(self.folder, document.file, rendered)
        path = self.folder / DOCUMENTS_FOLDER / placed.name
        return MadeDocument(document.file, path, rendered, placed.held)


def _basis(report: Report, document: Document) -> Report:
    """What was found in what a document rests on: in all where it is for no decision."""
    gate = report.dossier.rulebook.entries.get(document.spec.before)
    return for_gate(report, gate) if isinstance(gate, Gate) else report


def _refused(
    stopping: Sequence[Finding], rulebook: Rulebook, gate: str, document: Document
) -> DialogError:
    errors = list(dict.fromkeys(one.rule for one in stopping))
    waivable = [rule.id for one in errors if (rule := rulebook.rules.get(one)) and rule.waivable]
    return refusal(errors, waivable, gate, document.word)


_BY_HAND = "Eller öppna Word-filen i Word och välj Spara som, PDF."


def add_pdfs(
    production: Production, made: Sequence[MadeDocument], shown: Callable[[Path], str]
) -> Iterator[MadeDocument]:
    """Put a PDF beside each of the Word files, each when it is asked for. `shown` tells where a file
    lies.

    Raises InputOutputError when one cannot be made.
    """
    libreoffice = office()
    if made and not libreoffice:
        files = "Word-filen är skapad" if len(made) == 1 else "Word-filerna är skapade"
        raise InputOutputError(
            f"LibreOffice finns inte på den här datorn. {files}, men ingen PDF.",
            "Installera LibreOffice och skriv samma kommando igen.",
            _BY_HAND,
        )
    for one in made:
        try:
            data = to_pdf(libreoffice, one.rendered.data)
        except InputOutputError as error:
            raise InputOutputError(
                f"{error.message} {shown(one.path)} är skapad.", _BY_HAND
            ) from error
        yield _put(production.folder, one, data)


def _put(folder: Path, word: MadeDocument, data: bytes) -> MadeDocument:
    path, rendered = word.path.with_suffix(".pdf"), replace(word.rendered, data=data)
    placed = put(folder, path.name, rendered)
    return MadeDocument(path.name, path.with_name(placed.name), rendered, placed.held)
