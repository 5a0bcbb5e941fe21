"""Reading all dialogues of a repository, and choosing among them and among their registers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.base.words import did_you_mean, listed, same_word
from dialogcli.checking.survey import (
    Dialogue,
    RegisterView,
    Survey,
    Unread,
    concerns,
    outlook,
    survey,
    view,
)
from dialogcli.disk.folders import relative
from dialogcli.dossier.reading import read_dossiers, read_shelf
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.stages import ENDED, NO_DIALOGUE, step_text


@dataclass(frozen=True, slots=True)
class SurveyWish:
    """Which dialogues are asked for: with overdue feedback, at a step, that concern an organ; ''
    means any.
    """

    overdue: bool = False
    step: str = ""
    organ: str = ""


def read_survey(root: Path, today: date, seen_from: Path) -> Survey:
    """All dialogues, each checked as of today; a dossier that cannot be read does not hide the
    others. Their folders are told as they are seen from another one.
    """
    items, unread = [], []
    for found in read_dossiers(root):
        folder = relative(found.folder, seen_from)
        if found.error:
            unread.append(Unread(folder, found.error))
        elif found.dossier:
            items.append(Dialogue(folder, outlook(found.dossier, today)))
    return survey(items, unread)


def dialogues_meant(all_: Survey, wanted: SurveyWish) -> Survey:
    """Those that were asked for. Raises UsageError for a step that no rulebook here has."""
    items = [item for item in all_.items if _is_wanted(item, wanted)]
    if wanted.step and not items:
        _must_be_step(wanted.step, all_)
    return all_._replace(items=tuple(items))


def rulebooks_of(all_: Survey, root: Path, typed: str) -> Mapping[str, Rulebook]:
    """The rulebooks whose registers are meant: the one typed, else those of the dialogues. Raises
    UsageError.
    """
    if typed:
        book = load_rulebook(typed, root)
        return {book.id: book}
    if not (found := all_.rulebooks()):
        raise UsageError(
            "Här finns ingen dossier som säger vilket regelverk ni följer.",
            "Lägg till --rulebook och regelverkets namn.",
        )
    return found


def views(
    name: str, books: Mapping[str, Rulebook], some: Survey, root: Path, today: date
) -> Iterator[RegisterView]:
    """The registers of that id or title, one for each rulebook that has it. Raises UsageError when
    none has.
    """
    named = [
        (register, book)
        for book in books.values()
        for register in book.registers.values()
        if same_word(name, register.id) or same_word(name, register.title)
    ]
    if not named:
        known = dict.fromkeys(register for book in books.values() for register in book.registers)
        raise UsageError(
            f"Registret {shown(name)} finns inte.{did_you_mean(name, known)}",
            f"Det här finns: {listed([*known, 'återkoppling'])}.",
        )
    for register, book in named:
        shelf = read_shelf(root, book) if register.own else None
        yield view(register, book, some.items, shelf, today)


def _is_wanted(item: Dialogue, wanted: SurveyWish) -> bool:
    current = item.look.standing.current
    names = [
        step_text(item.look.standing),
        current.id if current else "",
        current.name if current else "",
    ]
    return (
        (not wanted.overdue or bool(item.feedback.late))
        and (not wanted.step or any(same_word(wanted.step, name) for name in names if name))
        and (not wanted.organ or concerns(item, wanted.organ))
    )


def _must_be_step(typed: str, all_: Survey) -> None:
    entries = [entry for book in all_.rulebooks().values() for entry in book.entries.values()]
    known: Sequence[str] = [
        *dict.fromkeys(entry.name for entry in entries),
        ENDED,
        NO_DIALOGUE,
        "Avslagen",
    ]
    if entries and not any(
        same_word(typed, name) for name in (*known, *(entry.id for entry in entries))
    ):
        raise UsageError(
            f"Steget {shown(typed)} finns inte.{did_you_mean(typed, known)}",
            f"Det här finns: {listed(known)}.",
        )
