"""From registers and the list of dialogues to what a Word file of them holds."""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.checking.registers import Entry, RegisterView
from dialogcli.checking.survey import Item, Survey
from dialogcli.desk.surveying import Wanted
from dialogcli.dossier.extract import NAME, NUMBERS, STATE, Extract, Row, told
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.shelf import FOLDER
from dialogcli.model.day import Day
from dialogcli.model.words import listed
from dialogcli.reports.cells import one_line
from dialogcli.reports.listing import feedback_text
from dialogcli.reports.registers import Shown, ShownEntry
from dialogcli.reports.stages import step_text


def of_dialogues(some: Survey, wanted: Wanted, day: Day) -> Extract:
    """The list of dialogues, as `dialog list` has it."""
    return Extract(
        "Medborgardialoger", day, tuple(_dialogue(item) for item in some.items), choice_text(wanted)
    )


def of_register(view: RegisterView, wanted: Wanted, day: Day, shelf: str) -> Extract:
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


def of_feedback(shown: Shown, wanted: Wanted, day: Day) -> Extract:
    """The register of all feedback."""
    return Extract(shown.title, day, tuple(map(_feedback, shown.entries)), choice_text(wanted))


def choice_text(wanted: Wanted) -> str:
    """Which rows were asked for: `Bara dialoger som rör nämnden, med försenad återkoppling.` '' for
    all.
    """
    parts = [
        *([f"som rör {wanted.organ}"] if wanted.organ else []),
        *([f"i steget {wanted.step}"] if wanted.step else []),
        *(["med försenad återkoppling"] if wanted.overdue else []),
    ]
    return f"Bara dialoger {listed(parts)}." if parts else ""


def _given(entry: Entry, column: str) -> str:
    return next((answer.text for answer in entry.answers if answer.field.id == column), "")


def _dialogue(item: Item) -> Row:
    organ = item.look.dossier.answer("dossier.ansvarigt_organ")
    return Row(
        (
            *_head(item),
            *([organ] if organ else []),
            _state(item),
            told("nästa_datum", str(item.next_day or "-"), "Nästa datum"),
            told("återkoppling", feedback_text(item.feedback), "Återkoppling"),
        ),
        item.folder,
    )


def _entry(entry: Entry, called: str, without: Iterable[str], shelf: str) -> Row:
    """An entry of the register's own goes by its first column, and has neither number nor step."""
    if entry.item is None:
        first, *others = entry.answers
        return Row(
            (told(NAME, one_line(first), called), told(NUMBERS, "-"), *others, told(STATE, "-")),
            shelf,
        )
    answers = (answer for answer in entry.answers if answer.field.id not in without)
    return Row((*_head(entry.item, called), *answers, _state(entry.item)), entry.item.folder)


def _feedback(entry: ShownEntry) -> Row:
    cells = tuple(told(cell.id, cell.text, cell.label) for cell in entry.cells)
    return Row((*(_head(entry.item) if entry.item else (told(NAME, entry.name),)), *cells))


def _head(item: Item, called: str = "") -> tuple[Answer, Answer]:
    return told(NAME, item.title, called), told(NUMBERS, _numbers(item.look.dossier))


def _state(item: Item) -> Answer:
    return told(STATE, step_text(item.look.standing))


def _numbers(dossier: Dossier) -> str:
    answer = dossier.answer("dossier.dnr")
    return ", ".join(row.text for row in answer.rows if row.filled) if answer else ""


def shelf_folder(seen: str) -> str:
    """Where the entries of registers' own lie below a repository that the user sees as `seen`."""
    return FOLDER if seen == "." else f"{seen}/{FOLDER}"
