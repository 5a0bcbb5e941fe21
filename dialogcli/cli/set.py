"""`dialog set`: one answer, without a question."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.characters import cleaning_told
from dialogcli.base.screen import Line, done, remark, screen
from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder, repository_meant
from dialogcli.usecases.last_line import next_lines
from dialogcli.usecases.single_answer import Given, Saved, means_register, save_answer


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
    clear: Annotated[bool, typer.Option("--clear", help="ta bort svaret")] = False,
    folder: FolderOption = "",
) -> int:
    """Change one answer and say where it stands."""
    context: Context = ctx.obj
    in_register = means_register(field)
    where = (
        repository_meant(context, folder) if in_register else find_folder(context, folder).folder
    )
    given = Given(value, reason, by, clear)
    saved = save_answer(where, field, given, context.now, "dialog set", context.tell)
    if changed := cleaning_told(f"{value}{reason}"):
        context.tell(remark(changed))
    then = [] if in_register else next_lines(context, where, changed=True)
    if saved.remark:
        context.console.show(screen(_told(saved, clear), remark(saved.remark), then))
    else:
        context.console.show(screen([_told(saved, clear), *then]))
    return 0


def _told(saved: Saved, clear: bool) -> Line:
    """`Klart: Svaret är sparat, 290 000 kronor. (handlingsplan.yaml:12:3)`"""
    what = "borttaget" if clear else "sparat"
    understood = f", {saved.understood}" if saved.understood else ""
    return done(f"Svaret är {what}{understood}. ({saved.place})")
