"""`dialog methods`: the catalogue of methods and of the groups that they reach, and which methods
suit a dossier.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.characters import shown
from dialogcli.base.commands import methods_list
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import line
from dialogcli.base.words import did_you_mean, listed, same_word
from dialogcli.cli.completion_values import methods
from dialogcli.cli.options import FolderOption
from dialogcli.rulebook.methods import LEVELS, Catalogue, Method, load_catalogue
from dialogcli.screens.methods import groups_screen, method_screen, methods_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.methods import COSTS, Wishes, suggestions


def list_methods(ctx: typer.Context) -> int:
    """Show all methods in a table."""
    context: Context = ctx.obj
    context.console.show(methods_screen(load_catalogue()))
    return 0


def show_method(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAMN",
            help="metodens namn, till exempel worldcafe",
            show_default=False,
            autocompletion=methods,
        ),
    ],
) -> int:
    """Show one method. Raises UsageError when there is none of that name."""
    context: Context = ctx.obj
    catalogue = load_catalogue()
    context.console.show(method_screen(_called(name, catalogue), catalogue))
    return 0


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
    context.console.show(suggestions(context, folder, wishes))
    return 0


def list_groups(ctx: typer.Context) -> int:
    """Show the groups to consider, and how each is reached."""
    context: Context = ctx.obj
    context.console.show(groups_screen(load_catalogue()))
    return 0


def _called(typed: str, catalogue: Catalogue) -> Method:
    """The method with that id, or whose name, or a part of it, is that."""
    for method in catalogue.methods.values():
        names = [method.id, method.name, *method.name.replace(" (", " / ").rstrip(")").split(" / ")]
        if any(same_word(typed, one) for one in names):
            return method
    raise UsageError(
        f"Metoden {shown(typed)} finns inte.{did_you_mean(typed, catalogue.methods)}",
        line("Alla metoder: ", methods_list()),
    )
