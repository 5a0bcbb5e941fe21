"""`dialog deadlines`: what must be done by when, counted backwards and forwards from meetings."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.reckoning import Format, begin_settings, of_dossier, of_meeting, save, show
from dialogcli.dossier.organisation import FILE


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
        Format, typer.Option("--format", metavar="FORMAT", help="text, ics eller json")
    ] = Format.TEXT,
    out: Annotated[
        str, typer.Option("--out", metavar="FIL", help="skriv till en fil, till exempel datum.ics")
    ] = "",
    settings: Annotated[
        bool, typer.Option("--settings", help=f"skapa {FILE}, för era egna tider")
    ] = False,
) -> int:
    """Show the deadlines of a dialogue, or of one meeting. Raises UsageError for a date that does
    not exist.
    """
    context: Context = ctx.obj
    if settings:
        begin_settings(context)
        return 0
    how = Format.ICS if out.endswith(".ics") else how
    reckoned = of_meeting(context, meeting, organ) if meeting else of_dossier(context, folder)
    if out:
        save(reckoned, context, how, out)
    else:
        show(reckoned, context, how)
    return 0
