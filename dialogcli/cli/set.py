"""`dialog set`: one answer, without a question."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.screen import done, screen
from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder, repository_meant
from dialogcli.usecases.last_line import next_lines
from dialogcli.usecases.single_answer import Given, means_register, save_answer


def set_answer(
    ctx: typer.Context,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FÄLT", help="till exempel handlingsplan.risker.2.åtgärd", show_default=False
        ),
    ],
    value: Annotated[
        str, typer.Argument(metavar="SVAR", help="det nya svaret", show_default=False)
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="SKÄL", help="skälet, för ett undantag")
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="ROLL", help="vem som svarar för skälet")] = "",
    folder: FolderOption = "",
) -> int:
    """Change one answer and say where it stands."""
    context: Context = ctx.obj
    in_register = means_register(field)
    where = (
        repository_meant(context, folder) if in_register else find_folder(context, folder).folder
    )
    place, understood = save_answer(
        where, field, Given(value, reason, by), context.now, "dialog set"
    )
    told = f"Svaret är sparat{f', {understood}' if understood else ''}. ({place})"
    then = [] if in_register else next_lines(context, where, changed=True)
    context.console.show(screen([done(told), *then]))
    return 0
