"""`dialog methods suggest`: methods that suit what the dossier says, with reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.suggesting import COSTS, Wishes, suggestions
from dialogcli.model.words import listed
from dialogcli.rulebook.methods import LEVELS


def suggest_methods(
    ctx: typer.Context,
    folder: FolderOption = "",
    level: Annotated[
        str, typer.Option("--level", metavar="NIVÅ", help=f"{listed(LEVELS[1:], 'eller')}")
    ] = "",
    purpose: Annotated[
        list[str] | None,
        typer.Option(
            "--purpose",
            metavar="SYFTE",
            show_default=False,
            help="ett slags syfte; går att skriva flera gånger",
        ),
    ] = None,
    target: Annotated[
        list[str] | None,
        typer.Option(
            "--target",
            metavar="GRUPP",
            show_default=False,
            help="en målgrupp; går att skriva flera gånger",
        ),
    ] = None,
    size: Annotated[
        int,
        typer.Option(
            "--size", metavar="ANTAL", min=0, show_default=False, help="så många invånare ska delta"
        ),
    ] = 0,
    weeks: Annotated[
        int,
        typer.Option(
            "--weeks",
            metavar="ANTAL",
            min=0,
            show_default=False,
            help="veckor tills resultatet behövs",
        ),
    ] = 0,
    cost: Annotated[
        str, typer.Option("--cost", metavar="BUDGET", help=f"{listed(COSTS, 'eller')}")
    ] = "",
) -> int:
    """Suggest methods; without a dossier, from the options alone. Raises UsageError for a word that
    is not known.
    """
    context: Context = ctx.obj
    wishes = Wishes(level, purpose or [], target or [], size, weeks, cost)
    context.console.out(suggestions(context, folder, wishes))
    return 0
