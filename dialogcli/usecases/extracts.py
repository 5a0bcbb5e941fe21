"""`dialog list --word`: the list of dialogues or a register as a Word file, in the folder
`handlingar` beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.commands import list_register
from dialogcli.base.dates import Day
from dialogcli.base.findings import ConflictError, Severity, UnreadableError, UsageError
from dialogcli.base.screen import Kept, Screen, Tone, line, screen
from dialogcli.base.words import count, listed, slug
from dialogcli.checking.survey import Dialogue, RegisterEntry, RegisterView, Survey
from dialogcli.disk.folders import relative, templates_folder
from dialogcli.disk.programs import head_commit
from dialogcli.documents.many import extract_called, render_extract
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.build import REGISTER_FOLDER
from dialogcli.dossier.extract import NAME, NUMBERS, STATE, Extract, ExtractRow, column_answer
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.documents import created_screen, edited_screen, held_screen
from dialogcli.screens.listing import feedback_text, unread_items
from dialogcli.screens.registers import FEEDBACK, ShownEntry, ShownRegister, answer_in_one_line
from dialogcli.screens.stages import step_text
from dialogcli.usecases.context import Context
from dialogcli.usecases.survey import SurveyWish
from dialogcli.usecases.word_files import DOCUMENTS_FOLDER, put


def of_dialogues(some: Survey, wanted: SurveyWish, day: Day) -> Extract:
    """The list of dialogues, as `dialog list` has it."""
    return Extract(
        "Medborgardialoger", day, tuple(_dialogue(item) for item in some.items), choice_text(wanted)
    )


def extract_of_register(view: RegisterView, wanted: SurveyWish, day: Day, shelf: str) -> Extract:
    """A register of a rulebook; `shelf` is the folder with the entries of its own, as the user sees
    it.

    A column that only says again what the dialogue is called is left out.
    """
    named = [(entry.item.title, entry) for entry in view.entries if entry.item]
    echoing = {
        column
        for column in view.register.columns
        if named and all(_given(entry, column) == title for title, entry in named)
    }
    called = "" if all(entry.item for entry in view.entries) else "Namn"
    rows = tuple(_entry(entry, called, echoing, shelf) for entry in view.entries)
    return Extract(view.register.title, day, rows, choice_text(wanted))


def of_feedback(shown: ShownRegister, wanted: SurveyWish, day: Day) -> Extract:
    """The register of all feedback."""
    return Extract(shown.title, day, tuple(map(_feedback, shown.entries)), choice_text(wanted))


def choice_text(wanted: SurveyWish) -> str:
    """Which rows were asked for: `Bara dialoger som rör nämnden, med försenad återkoppling.` '' for
    all.
    """
    parts = [
        *([f"som rör {wanted.organ}"] if wanted.organ else []),
        *([f"i steget {wanted.step}"] if wanted.step else []),
        *(["med försenad återkoppling"] if wanted.overdue else []),
    ]
    return f"Bara dialoger {listed(parts)}." if parts else ""


def _given(entry: RegisterEntry, column: str) -> str:
    return next((answer.text for answer in entry.answers if answer.field.id == column), "")


def _dialogue(item: Dialogue) -> ExtractRow:
    organ = item.look.dossier.answer("dossier.ansvarigt_organ")
    return ExtractRow(
        (
            *_head(item),
            *([organ] if organ else []),
            _state(item),
            column_answer("nästa_datum", str(item.next_day or "-"), "Nästa datum"),
            column_answer("återkoppling", feedback_text(item.feedback), "Återkoppling"),
        ),
        item.folder,
    )


def _entry(entry: RegisterEntry, called: str, without: Iterable[str], shelf: str) -> ExtractRow:
    """An entry of the register's own goes by its first column, and has neither number nor step."""
    if entry.item is None:
        first, *others = entry.answers
        return ExtractRow(
            (
                column_answer(NAME, answer_in_one_line(first), called),
                column_answer(NUMBERS, "-"),
                *others,
                column_answer(STATE, "-"),
            ),
            shelf,
        )
    answers = (answer for answer in entry.answers if answer.field.id not in without)
    return ExtractRow((*_head(entry.item, called), *answers, _state(entry.item)), entry.item.folder)


def _feedback(entry: ShownEntry) -> ExtractRow:
    cells = tuple(column_answer(cell.id, cell.text, cell.label) for cell in entry.cells)
    return ExtractRow(
        (*(_head(entry.item) if entry.item else (column_answer(NAME, entry.name),)), *cells)
    )


def _head(item: Dialogue, called: str = "") -> tuple[Answer, Answer]:
    return column_answer(NAME, item.title, called), column_answer(
        NUMBERS, _numbers(item.look.dossier)
    )


def _state(item: Dialogue) -> Answer:
    return column_answer(STATE, step_text(item.look.standing))


def _numbers(dossier: Dossier) -> str:
    answer = dossier.answer("dossier.dnr")
    return ", ".join(row.text for row in answer.rows if row.filled) if answer else ""


def shelf_folder(seen: str) -> str:
    """Where the entries of registers' own lie below a repository that the user sees as `seen`."""
    return REGISTER_FOLDER if seen == "." else f"{seen}/{REGISTER_FOLDER}"


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
    wanted: SurveyWish

    def dialogues(self) -> int:
        """The list of dialogues. The exit code is that of a conflict when the file had to go
        beside.
        """
        return self._make("", of_dialogues(self.some, self.wanted, self._day), self._rulebook())

    def feedback(self, shown: ShownRegister) -> int:
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
                extract_of_register(view, self.wanted, self._day, shelf),
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
        return relative(self.root / DOCUMENTS_FOLDER / name, self.context.cwd)


def _faulty(errors: int, register: str) -> Screen:
    said = f": Registret har {errors} fel. Se: "
    return screen(line(Kept("Obs", Tone.WARNING), said, list_register(register)))
