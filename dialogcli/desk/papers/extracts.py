"""`dialog list --word`: the list of dialogues or a register as a Word file, in the folder
`handlingar` beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogcli.checking.registers import RegisterView
from dialogcli.checking.survey import Survey
from dialogcli.desk.context import Context
from dialogcli.desk.papers.extracting import of_dialogues, of_feedback, of_register, shelf_folder
from dialogcli.desk.papers.folder import FOLDER, put
from dialogcli.desk.surveying import Wanted
from dialogcli.documents.extracts import extract_called, render_extract
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.extract import Extract
from dialogcli.model.commands import list_register
from dialogcli.model.day import Day
from dialogcli.model.errors import ConflictError, UnreadableError, UsageError
from dialogcli.model.finding import Severity
from dialogcli.model.screen import Kept, Screen, Tone, line, screen
from dialogcli.model.words import count, slug
from dialogcli.reports.listing import unread_items
from dialogcli.reports.registers import FEEDBACK, Shown
from dialogcli.reports.rendering import created_screen, edited_screen, held_screen
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage.git import head_commit
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.surroundings import relative

UNMADE = "Inget utdrag är skapat."


@dataclass(frozen=True, slots=True)
class Extracting:
    """What all extracts of one run are made of: the dialogues of a repository that were asked for,
    out of `all_`.
    """

    context: Context
    root: Path
    all_: Survey
    some: Survey
    wanted: Wanted

    def dialogues(self) -> int:
        """The list of dialogues. The exit code is that of a conflict when the file had to go
        beside.
        """
        return self._make("", of_dialogues(self.some, self.wanted, self._day), self._rulebook())

    def feedback(self, shown: Shown) -> int:
        """The register of all feedback."""
        return self._make(FEEDBACK, of_feedback(shown, self.wanted, self._day), self._rulebook())

    def registers(self, views: Sequence[RegisterView]) -> int:
        """One file for each register: of one name there is one for every rulebook that has it. What
        is wrong with its own entries is told, but stops nothing.
        """
        self._refuse_unread()
        if faults := [fault for view in views for fault in view.faults]:
            raise UnreadableError(f"En del av registret går inte att läsa. {UNMADE}", faults=faults)
        shelf = shelf_folder(relative(self.root, self.context.cwd))
        codes = [
            self._make(
                view.register.id if len(views) == 1 else f"{view.register.id}-{view.rulebook.id}",
                of_register(view, self.wanted, self._day, shelf),
                view.rulebook,
            )
            for view in views
        ]
        if errors := sum(
            finding.severity is Severity.FEL for view in views for finding in view.findings
        ):
            self.context.console.note(_faulty(errors, views[0].register.id))
        return max([*codes, int(bool(errors))])

    @property
    def _day(self) -> Day:
        return Day.of(self.context.today)

    def _rulebook(self) -> Rulebook:
        """That of the organisation: of the first dialogue. Raises UsageError when there is none."""
        self._refuse_unread()
        for item in (*self.some.items, *self.all_.items):
            return item.look.dossier.rulebook
        raise UsageError(f"Här finns inga dialoger. {UNMADE}")

    def _refuse_unread(self) -> None:
        """Raises UnreadableError: a register must not lack what is only misspelt."""
        if self.some.unread:
            self.context.console.show(screen(unread_items(self.some.unread)), apart=True)
            number = count(len(self.some.unread), "dossier", "dossierer")
            raise UnreadableError(f"{number} går inte att läsa. {UNMADE}")

    def _make(self, register: str, extract: Extract, rulebook: Rulebook) -> int:
        console, wanted = self.context.console, self.wanted
        chosen = [register, wanted.organ, wanted.step, "försenat" if wanted.overdue else ""]
        document = extract_called("-".join(slug(word) for word in chosen if word))
        templates = read_templates(templates_folder(), self.root)
        rendered = render_extract(
            document,
            extract,
            rulebook,
            templates,
            self.context.cwd.joinpath,
            head_commit(self.root),
        )
        placed = put(self.root, document.file, rendered)
        path, there = (self._path(name) for name in (document.file, placed.name))
        if path == there:
            console.show(created_screen(path, draft=False))
            return 0
        console.note((held_screen if placed.held else edited_screen)(path, there))
        return ConflictError.exit_code

    def _path(self, name: str) -> str:
        """The file as somebody reaches it from where they stand."""
        return relative(self.root / FOLDER / name, self.context.cwd)


def _faulty(errors: int, register: str) -> Screen:
    said = f": Registret har {errors} fel. Se: "
    return screen(line(Kept("Obs", Tone.WARNING), said, list_register(register)))
