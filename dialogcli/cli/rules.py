"""`dialog rules show`: what a rulebook asks for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated

import typer

from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where, find
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UsageError
from dialogcli.model.layout import paragraphs, shown
from dialogcli.model.words import listed
from dialogcli.reports.requirements import requirements_text
from dialogcli.reports.rule import rule_text, unchecked_text
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook
from dialogcli.rulebook.numbering import row_of

Name = Annotated[
    str,
    typer.Option("--rulebook", metavar="NAMN", help="regelverket, om du inte står i en dossier"),
]


def show(
    ctx: typer.Context,
    requirement: Annotated[
        str,
        typer.Argument(
            metavar="KRAV",
            show_default=False,
            help="kravets nummer, till exempel V-47 (annars alla krav)",
        ),
    ] = "",
    folder: FolderOption = "",
    rulebook: Name = "",
) -> int:
    """Show one requirement, and how the dossier stands to it; without a number, list them all."""
    context: Context = ctx.obj
    report = None if rulebook else _report(context, folder)
    book = report.dossier.rulebook if report else load_rulebook(rulebook, context.cwd)
    width = context.console.width
    if not requirement:
        context.console.out(requirements_text(book, width, folder, rulebook))
        return 0
    texts = [
        rule_text(rule, book, report, width, folder)
        for rule in book.rules.values()
        if _answers(requirement, rule.id, *rule.also)
    ]
    texts += [
        unchecked_text(row, book, width)
        for row in book.unchecked.values()
        if _answers(requirement, row.id)
    ]
    if not texts:
        raise UsageError(
            f"Kravet {shown(requirement)} finns inte i regelverket för {book.organisation}.",
            *([f"Kraven har nummer {_numbers(book.rows)}."] if book.rows else []),
        )
    context.console.out(paragraphs(*texts))
    return 0


def _report(context: Context, folder: str) -> Report:
    """A check of the dossier. Without one it must be said which rulebook is meant."""
    try:
        where: Where = find(context, folder)
    except UsageError as error:
        names = listed([name for name, _ in available_rulebooks(context.cwd)], "eller")
        raise UsageError(
            "Det framgår inte vilket regelverk du menar, för du står inte i en dossier.",
            f"Lägg till --rulebook och ett namn: {names}.",
        ) from error
    return check(read_dossier(where.folder), context.today)


def _answers(typed: str, *ids: str) -> bool:
    """Whether a requirement was meant: `v-34` means V-34, V-34a and V-34b."""
    return any(typed.upper() in (id_.upper(), row_of(id_).upper()) for id_ in ids)


def _numbers(rows: Sequence[str]) -> str:
    """`V-01 till V-66 och L-01 till L-14`: the first and last number of each series."""
    series = (list(group) for _, group in groupby(rows, key=lambda row: row.partition("-")[0]))
    return listed(f"{group[0]} till {group[-1]}" for group in series)
