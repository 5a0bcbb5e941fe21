"""`dialog set`: one answer, without a question."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.characters import cleaning_told
from dialogcli.base.screen import done, remark, screen
from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder, repository_meant
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
    clear: Annotated[bool, typer.Option("--clear", help="ta bort svaret")] = False,
    folder: FolderOption = "",
) -> int:
    """Change one answer and say where it stands."""
    context: Context = ctx.obj
    where = (
        repository_meant(context, folder)
        if means_register(field)
        else find_folder(context, folder).folder
    )
    given = Given(value, reason, by, clear)
    saved = save_answer(where, field, given, context.now, "dialog set", context.tell)
    if changed := cleaning_told(f"{value}{reason}"):
        context.tell(remark(changed))
    done_ = "borttaget" if clear else "sparat"
    understood = f", {saved.understood}" if saved.understood else ""
    told = done(f"Svaret är {done_}{understood}. ({saved.place})")
    context.console.show(screen(told, remark(saved.remark) if saved.remark else ()))
    return 0
