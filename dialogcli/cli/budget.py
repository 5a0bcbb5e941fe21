"""`dialog budget`: the budget with its sum, and the compensation of elected representatives worked
out.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.commands import budget_compensation
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import line
from dialogcli.cli.options import FolderOption
from dialogcli.dossier.money import Sessions
from dialogcli.usecases.budget import show_rows, work_out
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder


def show_budget(
    ctx: typer.Context,
    folder: FolderOption = "",
    elected: Annotated[
        int,
        typer.Option(
            "--elected",
            metavar="ANTAL",
            min=0,
            show_default=False,
            help="förtroendevalda vid varje tillfälle",
        ),
    ] = 0,
    sessions: Annotated[
        int,
        typer.Option(
            "--sessions",
            metavar="ANTAL",
            min=0,
            show_default=False,
            help="tillfällen, med utbildning och förberedelser",
        ),
    ] = 0,
    hours: Annotated[
        int,
        typer.Option(
            "--hours",
            metavar="ANTAL",
            min=0,
            show_default=False,
            help="timmar borta från arbetet, för var och en varje gång",
        ),
    ] = 0,
    miles: Annotated[
        int,
        typer.Option(
            "--distance",
            metavar="MIL",
            min=0,
            show_default=False,
            help="mil, för var och en varje gång",
        ),
    ] = 0,
    write: Annotated[
        bool,
        typer.Option("--write", help="skriv raderna i budgeten, i stället för dem av samma slag"),
    ] = False,
) -> int:
    """Show the budget, or work out three lines of it. Raises UsageError for half a question."""
    context: Context = ctx.obj
    where = find_folder(context, folder)
    if not (elected or sessions or hours or miles or write):
        show_rows(context, where)
    elif elected and sessions:
        work_out(context, where, Sessions(elected, sessions, hours, miles), write=write)
    else:
        raise UsageError(
            "Skriv både hur många förtroendevalda det är och hur många tillfällen.",
            line("Till exempel: ", budget_compensation()),
        )
    return 0
