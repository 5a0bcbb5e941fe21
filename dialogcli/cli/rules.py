"""`dialog rules`: what a rulebook asks for, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

from dialogcli.checking.engine import Report, check
from dialogcli.cli.context import Context
from dialogcli.cli.folder import FolderOption, Where, find
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.layout import paragraphs, shown, wrapped
from dialogcli.model.words import count, listed
from dialogcli.reports.rule import rule_text, unchecked_text
from dialogcli.reports.sources import rulebook_line
from dialogcli.rulebook.loader import available_rulebooks, find_rulebook, load_rulebook, read_rulebook
from dialogcli.rulebook.model import Overlay, Rulebook
from dialogcli.rulebook.overlay_loader import is_overlay, read_overlay

Name = Annotated[str, typer.Option("--rulebook", metavar="NAMN", help="regelverket, om du inte står i en dossier")]


def show(
    ctx: typer.Context,
    requirement: Annotated[str, typer.Argument(metavar="KRAV", help="kravets nummer, till exempel V-47")],
    folder: FolderOption = "",
    rulebook: Name = "",
) -> int:
    """Show one requirement, and how the dossier stands to it."""
    context: Context = ctx.obj
    report = None if rulebook else _report(context, folder)
    book = report.dossier.rulebook if report else load_rulebook(rulebook, context.cwd)
    width = context.console.width
    texts = [rule_text(rule, book, report, width, folder) for rule in book.rules.values()
             if _answers(requirement, rule.id, *rule.also)]
    texts += [unchecked_text(row, book, width) for row in book.unchecked.values() if _answers(requirement, row.id)]
    if not texts:
        raise UsageError(f"Kravet {shown(requirement)} finns inte i regelverket för {book.organisation}.",
                         *([f"Kraven har nummer {_numbers(book.rows)}."] if book.rows else []))
    context.console.out(paragraphs(*texts))
    return 0


def check_rulebook(
    ctx: typer.Context,
    rulebook: Annotated[str, typer.Argument(metavar="REGELVERK", help="namn på ett regelverk, eller dess fil")],
) -> int:
    """Check one rulebook; raises UnreadableError with everything that is wrong with it."""
    context: Context = ctx.obj
    typed = context.cwd / rulebook
    path = typed if typed.is_file() else find_rulebook(rulebook, context.cwd)
    book, faults = read_overlay(path) if is_overlay(path) else read_rulebook(path)
    if book is None:
        raise UnreadableError(f"Regelverket går inte att använda. Det har {count(len(faults), 'fel', 'fel')}.",
                              "Rätta felen och kör kommandot igen.", faults=faults)
    context.console.out(_sound(book, context.console.width))
    return 0


def _report(context: Context, folder: str) -> Report:
    """A check of the dossier. Without one it must be said which rulebook is meant."""
    try:
        where: Where = find(context, folder)
    except UsageError as error:
        names = listed([name for name, _ in available_rulebooks(context.cwd)], "eller")
        raise UsageError("Det framgår inte vilket regelverk du menar, för du står inte i en dossier.",
                         f"Lägg till --rulebook och ett namn: {names}.") from error
    return check(read_dossier(where.folder), context.today)


def _answers(typed: str, *ids: str) -> bool:
    """Whether a requirement was meant: `v-34` means V-34, V-34a and V-34b."""
    return any(typed.upper() in (id_.upper(), id_.rstrip("abcdefghij").upper()) for id_ in ids)


def _numbers(rows: Sequence[str]) -> str:
    """`V-01 till V-66 och L-01 till L-14`: the first and last number of each series."""
    series = (list(group) for _, group in groupby(rows, key=lambda row: row.partition("-")[0]))
    return listed(f"{group[0]} till {group[-1]}" for group in series)


def _sound(book: Rulebook | Overlay, width: int) -> str:
    checked = len(book.rows) - len(book.unchecked)
    name, what = ((rulebook_line(book), "Regelverket") if isinstance(book, Rulebook)
                  else (f"{book.title} {book.version}", "Tillägget"))
    return paragraphs(wrapped(name, width),
                      wrapped(f"Klart: {what} har inga fel. {len(book.rows)} krav: {checked} prövas, "
                              f"{len(book.unchecked)} tas om hand på annat sätt.", width))
