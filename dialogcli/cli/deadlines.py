"""`dialog deadlines`: what must be done by when, counted backwards and forwards from meetings."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.dossier.organisation import ORGANISATION_FILE
from dialogcli.usecases.context import Context
from dialogcli.usecases.deadlines import (
    DeadlineFormat,
    begin_settings,
    deadlines_of_dossier,
    deadlines_of_meeting,
    save,
    show,
)


def show_deadlines(
    ctx: typer.Context,
    folder: FolderOption = "",
    meeting: Annotated[
        str, typer.Option("--meeting", metavar="DATUM", help="räkna från ett möte, utan dossier")
    ] = "",
    organ: Annotated[
        str, typer.Option("--organ", metavar="ORGAN", help="organet som sammanträder då")
    ] = "",
    how: Annotated[
        DeadlineFormat, typer.Option("--format", metavar="FORMAT", help="text, ics eller json")
    ] = DeadlineFormat.TEXT,
    out: Annotated[
        str, typer.Option("--out", metavar="FIL", help="skriv till en fil, till exempel datum.ics")
    ] = "",
    settings: Annotated[
        bool, typer.Option("--settings", help=f"skapa {ORGANISATION_FILE}, för era egna tider")
    ] = False,
) -> int:
    """Show the deadlines of a dialogue, or of one meeting. Raises UsageError for a date that does
    not exist.
    """
    context: Context = ctx.obj
    if settings:
        begin_settings(context)
        return 0
    how = DeadlineFormat.ICS if out.endswith(".ics") else how
    reckoned = (
        deadlines_of_meeting(context, meeting, organ)
        if meeting
        else deadlines_of_dossier(context, folder)
    )
    if out:
        save(reckoned, context, how, out)
    else:
        show(reckoned, context, how)
    return 0
