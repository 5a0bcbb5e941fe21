"""`dialog check`: what is missing, where, and who asks for it."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.findings import Severity, UnreadableError
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate
from dialogcli.cli.completion_values import gates
from dialogcli.cli.options import Folder, Format, FormatOption, answer
from dialogcli.dossier.reading import read_dossier
from dialogcli.screens.check import check_screen, gate_screen, others_read
from dialogcli.screens.facts import check_facts, facts_of_faults
from dialogcli.screens.findings import unchecked
from dialogcli.screens.next_step import NextStep
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.options import gate_called
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.last_line import after_check


def check_dossier(
    ctx: typer.Context,
    folder: Folder = "",
    gate: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="BESLUT",
            help="kontrollera underlaget för ett visst beslut",
            autocompletion=gates,
        ),
    ] = "",
    upcoming: Annotated[bool, typer.Option("--upcoming", help="visa också kommande krav")] = False,
    how: FormatOption = Format.TEXT,
) -> int:
    """Check a dossier; raises UnreadableError when some of it could not be read, after what could
    be is reported.
    """
    context: Context = ctx.obj
    where = find_folder(context, folder)
    report = _checked(context, where, how)
    wanted = gate_called(report.dossier.rulebook, gate) if gate else None
    whole, report = report, for_gate(report, wanted) if wanted else report

    def then() -> NextStep:
        return after_check(context, where.folder, whole, report)

    answer(
        context,
        how,
        lambda: (
            gate_screen(report, wanted, then())
            if wanted
            else check_screen(report, then(), upcoming)
        ),
        lambda: check_facts(report, where.shown),
        apart=bool(report.dossier.faults),
    )
    if report.dossier.faults:
        raise UnreadableError(
            unchecked(report.dossier.faults), *filter(None, [others_read(report)])
        )
    return 1 if report.number_of(Severity.FEL) else 0


def _checked(context: Context, where: Where, how: Format) -> Report:
    """A dossier that cannot be read at all is reported as JSON too, before the command stops."""
    try:
        return check(read_dossier(where.folder), context.today)
    except UnreadableError as error:
        if how is Format.JSON:
            context.console.json(facts_of_faults(error.faults, where.shown))
            raise UnreadableError(error.message, *error.hints) from error
        raise
