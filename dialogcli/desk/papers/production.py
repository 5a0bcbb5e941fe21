"""Making documents of one dossier: which ones, whether they may be final, and where they are put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from dialogcli.checking.engine import check
from dialogcli.checking.report import for_gate
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where
from dialogcli.desk.papers.folder import FOLDER, digest_of, made, put
from dialogcli.documents.choosing import Document, documents_called, documents_now, documents_of
from dialogcli.documents.manifest import Manifest, State, Upkeep, upkeep
from dialogcli.documents.picture_files import with_pictures
from dialogcli.documents.render import Rendered, compose, render
from dialogcli.documents.templating.templates import Templates, read_templates
from dialogcli.documents.tracing import Trace, compared, trace
from dialogcli.dossier.layouts import laid_out
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import load_organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.day import Day
from dialogcli.model.errors import ConflictError, UnreadableError
from dialogcli.model.finding import Severity
from dialogcli.model.layout import harmless
from dialogcli.model.screen import line, screen
from dialogcli.reports.made_files import upkeep_screen
from dialogcli.reports.made_files_json import upkeep_facts
from dialogcli.reports.rendering import created_screen, edited_screen, held_screen, refusal
from dialogcli.rulebook.model import Gate
from dialogcli.storage.git import head_commit
from dialogcli.storage.resources import templates_folder


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was put into the folder, by the name that it got there, and the exit code of
    that.
    """

    name: str
    rendered: Rendered
    exit_code: int


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
        """Read what is needed. Raises UnreadableError: a document must not lack what is only
        misspelt.
        """
        dossier = read_dossier(where.folder)
        if dossier.faults:
            raise UnreadableError(
                "Rätta filerna först. Ingen handling är skapad.", faults=dossier.faults
            )
        dossier = laid_out(dossier, load_organisation(where.folder))
        templates = with_pictures(
            read_templates(templates_folder(), where.folder), where.folder, dossier
        )
        return cls(context, where, dossier, templates, draft, head_commit(where.folder))

    def documents_called(self, names: Sequence[str]) -> list[Document]:
        """The documents meant, each once; when none is named all whose time has come. Raises
        UsageError.
        """
        if not names:
            return documents_now(self.dossier)
        found = {one.word for name in names for one in documents_called(self.dossier, name)}
        return [one for one in documents_of(self.dossier) if one.word in found]

    def refuse_unfinished(self, documents: Sequence[Document]) -> None:
        """Raises DialogError when a requirement of severity fel is not met by the basis of one of
        the documents.
        """
        report, rulebook = check(self.dossier, self.context.today), self.dossier.rulebook
        for document in documents:
            gate = rulebook.entries.get(document.spec.before)
            basis = for_gate(report, gate) if isinstance(gate, Gate) else report
            errors = list(
                dict.fromkeys(one.rule for one in basis.findings if one.severity is Severity.FEL)
            )
            if errors:
                waivable = [
                    rule.id for one in errors if (rule := rulebook.rules.get(one)) and rule.waivable
                ]
                word = gate.word if isinstance(gate, Gate) else ""
                raise refusal(errors, waivable, word, document.word)

    def upkeep(self, document: Document, manifest: Manifest) -> Upkeep:
        """How the file of a document stands, held against what it would be made from now."""
        written = manifest.get(document.file)
        draft = written.origin.draft if written else self.draft
        now = compose(document, self.dossier, self.templates, draft=draft).origin
        return upkeep(document.file, written, digest_of(self.where.folder, document.file), now)

    def survey(self, documents: Sequence[Document], as_json: bool = False) -> int:
        """Tell of each document whether its file is there, current, stale or edited by hand."""
        manifest, console = made(self.where.folder), self.context.console
        found = [(one, self.upkeep(one, manifest)) for one in documents]
        if as_json:
            console.json(upkeep_facts(found, self.where.shown, FOLDER))
        else:
            console.show(upkeep_screen([upkeep for _, upkeep in found]))
        return 0

    def traced(self, name: str, data: bytes, facts: Mapping[str, str]) -> Trace:
        """Where a Word file comes from, held against this dossier if it is one of its documents."""
        found = trace(name, data, facts, made(self.where.folder))
        document = next(
            (one for one in documents_of(self.dossier) if one.word == facts.get("Handling")), None
        )
        if document is None:
            return found
        now = compose(document, self.dossier, self.templates, draft=self.draft).origin
        ours = found.record is not None or facts.get("Diarienummer") == now.dnr
        return compared(found, now, self.dossier) if ours else found

    def renew(self, documents: Sequence[Document]) -> int:
        """Create the stale documents anew: drafts as drafts, final ones as final if they still may
        be.
        """
        manifest = made(self.where.folder)
        found = {one.word: self.upkeep(one, manifest) for one in documents}
        stale = [one for one in documents if found[one.word].state is State.STALE]
        self.refuse_unfinished([one for one in stale if not found[one.word].draft])
        if not stale:
            self.context.console.show(screen(line("Ingen handling är inaktuell.")))
        return max(
            [replace(self, draft=found[one.word].draft).create(one).exit_code for one in stale],
            default=0,
        )

    def show(self, document: Document) -> int:
        """Write the text of a document as it is: for a file or another program, with only what
        could act on a terminal written out.
        """
        text = compose(document, self.dossier, self.templates, draft=self.draft)
        self.context.console.data(f"{harmless(text.markdown)}\n".encode())
        return 0

    def create(self, document: Document) -> Made:
        """Put a document into the dossier's folder; the exit code is that of a conflict when it had
        to go beside.
        """
        name, console = document.file, self.context.console
        rendered = render(
            document,
            self.dossier,
            self.templates,
            draft=self.draft,
            day=Day.of(self.context.today),
            commit=self.commit,
        )
        placed = put(self.where.folder, name, rendered)
        if placed.name == name:
            console.show(created_screen(self.path(name), self.draft, rendered.gaps))
            return Made(name, rendered, 0)
        beside = held_screen if placed.held else edited_screen
        console.note(beside(self.path(name), self.path(placed.name)))
        return Made(placed.name, rendered, ConflictError.exit_code)

    def path(self, name: str) -> str:
        """The file as somebody reaches it from where they stand."""
        return PurePath(self.where.typed, FOLDER, name).as_posix()
