"""Making documents of one dossier: which ones, whether they may be final, and where they are put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dialogcli.checking.engine import check, for_gate
from dialogcli.cli.context import Context
from dialogcli.cli.document_folder import FOLDER, put
from dialogcli.cli.folder import Where
from dialogcli.documents.choosing import Document, documents_called, documents_of
from dialogcli.documents.render import compose, render
from dialogcli.documents.templates import Templates, read_templates
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.day import Day
from dialogcli.model.errors import ConflictError, DialogError, UnreadableError
from dialogcli.model.finding import Severity
from dialogcli.reports.rendering import created_text, edited_text, held_text, refusal
from dialogcli.rulebook.model import Gate
from dialogcli.storage.git import head_commit
from dialogcli.storage.resources import templates_folder


@dataclass(frozen=True, slots=True)
class Production:
    """What all documents of one run are made from."""

    context: Context
    where: Where
    dossier: Dossier
    templates: Templates
    draft: bool
    commit: str

    @classmethod
    def begin(cls, context: Context, where: Where, draft: bool) -> Production:
        """Read what is needed. Raises UnreadableError: a document must not lack what is only misspelt."""
        dossier = read_dossier(where.folder)
        if dossier.faults:
            raise UnreadableError("Rätta filerna först. Ingen handling är skapad.", faults=dossier.faults)
        return cls(context, where, dossier, read_templates(templates_folder()), draft, head_commit(where.folder))

    def documents_called(self, names: Sequence[str]) -> list[Document]:
        """The documents meant, each once; all of them when none is named. Raises UsageError."""
        found = {one.word for name in names for one in documents_called(self.dossier, name)}
        return [one for one in documents_of(self.dossier) if not names or one.word in found]

    def refuse_unfinished(self, documents: Sequence[Document]) -> None:
        """Raises DialogError when a requirement of severity fel is not met by the basis of one of the documents."""
        report, rulebook = check(self.dossier, self.context.today), self.dossier.rulebook
        for document in documents:
            gate = rulebook.entries.get(document.spec.before)
            basis = for_gate(report, gate) if isinstance(gate, Gate) else report
            errors = list(dict.fromkeys(one.rule for one in basis.findings if one.severity is Severity.FEL))
            if errors:
                waivable = [rule.id for one in errors if (rule := rulebook.rules.get(one)) and rule.waivable]
                word = gate.word if isinstance(gate, Gate) else ""
                message, hints = refusal(errors, waivable, word, document.word, self.where.typed)
                raise DialogError(message, *hints)

    def show(self, document: Document) -> int:
        """Write the text of a document to the terminal."""
        text = compose(document, self.dossier, self.templates, draft=self.draft)
        self.context.console.out(text.markdown)
        return 0

    def create(self, document: Document) -> int:
        """Put a document into the dossier's folder; the exit code is that of a conflict when it had to go beside."""
        name, width = document.file, self.context.console.width
        rendered = render(document, self.dossier, self.templates, draft=self.draft, day=Day.of(self.context.today),
                          commit=self.commit)
        placed = put(self.where.folder, name, rendered)
        if placed.name == name:
            self.context.console.out(created_text(self._path(name), self.draft, rendered.gaps, width))
            return 0
        beside = held_text if placed.held else edited_text
        self.context.console.err(beside(self._path(name), self._path(placed.name), width))
        return ConflictError.exit_code

    def _path(self, name: str) -> str:
        """The file as somebody reaches it from where they stand."""
        return PurePath(self.where.typed, FOLDER, name).as_posix()
