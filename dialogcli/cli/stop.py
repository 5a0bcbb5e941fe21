"""`dialog stop`: end a dialogue before its time, or go on with it."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.findings import UsageError
from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder


def stop(
    ctx: typer.Context,
    how: Annotated[
        str,
        typer.Option("--how", metavar="SLUT", help="avbruten, utgår, sammanslagen eller delad"),
    ] = "",
    others: Annotated[
        str,
        typer.Option(
            "--with", metavar="MAPP", help="dialogen som den slås samman med, eller delas i"
        ),
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="SKÄL", help="varför dialogen slutar")
    ] = "",
    organ: Annotated[
        str, typer.Option("--organ", metavar="ORGAN", help="vilket organ som beslutade det")
    ] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATUM", help="dagen för stoppet")] = "",
    paragraph: Annotated[
        str, typer.Option("--paragraph", metavar="NR", help="paragrafen i protokollet")
    ] = "",
    resume: Annotated[
        str, typer.Option("--resume", metavar="SKÄL", help="fortsätt en stoppad dialog")
    ] = "",
    folder: FolderOption = "",
) -> int:
    """Ask how it ends and why, and write it in a file of its own."""
    context: Context = ctx.obj
    from dialogcli.process.stops import DAY, HOW, ORGAN, OTHERS, PARAGRAPH, REASON
    from dialogcli.usecases.stop import (
        resume_dialogue,  # what it takes to ask and to write: help needs none of it
        stop_dialogue,
    )

    typed = {HOW: how, OTHERS: others, REASON: reason, ORGAN: organ, DAY: date}
    typed[PARAGRAPH] = paragraph
    if not resume:
        return stop_dialogue(context, find_folder(context, folder), typed)
    if any(typed.values()):
        raise UsageError("Med --resume går inga andra tillval. Inget är ändrat.")
    return resume_dialogue(context, find_folder(context, folder), resume)
