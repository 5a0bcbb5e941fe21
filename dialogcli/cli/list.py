"""`dialog list`: all dialogues of a repository, those with overdue feedback first, and the
registers over them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dialogcli.base.findings import Severity, UnreadableError, UsageError
from dialogcli.base.screen import Screen
from dialogcli.base.words import same_word
from dialogcli.checking.survey import Survey
from dialogcli.cli.completion_values import rulebooks as known_rulebooks
from dialogcli.screens.facts import Facts
from dialogcli.screens.listing import listing_csv, listing_facts, listing_screen
from dialogcli.screens.registers import (
    FEEDBACK,
    ShownRegister,
    feedback_register,
    register_shown,
    registers_csv,
    registers_facts,
    registers_screen,
)
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import repository_meant
from dialogcli.usecases.last_line import next_of_first
from dialogcli.usecases.survey import SurveyWish, dialogues_meant, read_survey, rulebooks_of, views

CONSIDERED = "överväganden"
"""The register in which a rulebook keeps what was considered, also when the answer was no."""


class ListFormat(StrEnum):
    """How a list is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def list_dialogues(
    ctx: typer.Context,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="bara dialoger med försenad återkoppling")
    ] = False,
    considered: Annotated[
        bool, typer.Option("--considered", help="det som är övervägt, även när det blev nej")
    ] = False,
    step: Annotated[
        str, typer.Option("--step", metavar="STEG", help="bara dialoger i det steget")
    ] = "",
    organ: Annotated[
        str, typer.Option("--organ", metavar="ORGAN", help="bara dialoger som rör det organet")
    ] = "",
    register: Annotated[
        str, typer.Option("--register", metavar="NAMN", help="ett register, till exempel lärdomar")
    ] = "",
    repo: Annotated[str, typer.Option("--repo", metavar="MAPP", help="mappen med dossierer")] = "",
    rulebook: Annotated[
        str,
        typer.Option(
            "--rulebook",
            metavar="NAMN",
            help="regelverket, där ingen dossier säger det",
            autocompletion=known_rulebooks,
        ),
    ] = "",
    how: Annotated[
        ListFormat, typer.Option("--format", metavar="FORMAT", help="text, json eller csv")
    ] = ListFormat.TEXT,
    word: Annotated[
        bool, typer.Option("--word", help="skapa en Word-handling av listan eller registret")
    ] = False,
) -> int:
    """List dialogues or a register; raises UnreadableError, after the list, when a dossier could
    not be read.
    """
    context: Context = ctx.obj
    if word and how is not ListFormat.TEXT:
        raise UsageError("Tillvalen --word och --format går inte att kombinera.")
    root = repository_meant(context, repo)
    all_ = read_survey(root, context.today, context.cwd)
    wanted = SurveyWish(overdue, step, organ)
    name = register or (CONSIDERED if considered else "")
    if word:
        return _word(context, root, all_, wanted, name, rulebook)
    some = dialogues_meant(all_, wanted)
    if not name:
        _answer(
            context,
            how,
            some,
            lambda: listing_screen(some, next_of_first(some, context), repo, overdue),
            lambda: listing_facts(some, context.today.isoformat()),
            lambda: listing_csv(some),
        )
        _stop_for_unread(some, 0)
        return 0
    if same_word(name, FEEDBACK):
        registers = [feedback_register(some.items, overdue)]
    else:
        books = rulebooks_of(all_, root, rulebook)
        registers = [register_shown(one) for one in views(name, books, some, root, context.today)]
    _answer(
        context,
        how,
        some,
        lambda: registers_screen(registers, some.unread),
        lambda: registers_facts(registers, some.unread),
        lambda: registers_csv(registers),
    )
    _stop_for_unread(some, sum(len(one.faults) for one in registers))
    return _exit_code(registers)


def _word(
    context: Context, root: Path, all_: Survey, wanted: SurveyWish, name: str, rulebook: str
) -> int:
    from dialogcli.usecases.extracts import (
        Extracting,  # Word and templates: the list itself does not wait for them
    )

    some = dialogues_meant(all_, wanted)
    extracting = Extracting(context, root, all_, some, wanted)
    if not name:
        return extracting.dialogues()
    if same_word(name, FEEDBACK):
        return extracting.feedback(feedback_register(some.items, wanted.overdue))
    books = rulebooks_of(all_, root, rulebook)
    return extracting.registers(list(views(name, books, some, root, context.today)))


def _answer(
    context: Context,
    how: ListFormat,
    some: Survey,
    screen: Callable[[], Screen],
    facts: Callable[[], Facts],
    csv: Callable[[], bytes],
) -> None:
    """A list on the screen stands apart from what stops the command, on the other stream."""
    match how:
        case ListFormat.CSV:
            context.console.data(csv())
        case ListFormat.JSON:
            context.console.json(facts())
        case ListFormat.TEXT:
            context.console.show(screen(), apart=bool(some.unread))


def _exit_code(registers: Sequence[ShownRegister]) -> int:
    """1 when something is wrong in a register."""
    found = [finding for one in registers for finding in one.findings]
    return int(any(finding.severity is Severity.FEL for finding in found))


def _stop_for_unread(some: Survey, faults: int) -> None:
    number = len(some.unread)
    if number:
        what = "1 dossier går" if number == 1 else f"{number} dossierer går"
        raise UnreadableError(f"{what} inte att läsa. De andra är med i listan.")
    if faults:
        raise UnreadableError("En del av registret går inte att läsa. Resten är med i listan.")
