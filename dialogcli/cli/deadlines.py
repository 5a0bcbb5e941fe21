"""`dialog deadlines`: what must be done by when, counted backwards and forwards from meetings."""

from __future__ import annotations

import io
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from dialogcli.base.characters import shown
from dialogcli.base.findings import ConflictError
from dialogcli.base.screen import done, screen
from dialogcli.cli.options import FolderOption
from dialogcli.disk.files import read_text, write_bytes
from dialogcli.dossier.organisation import ORGANISATION_FILE
from dialogcli.screens.deadlines import PRODUCT, calendar_file, deadlines_facts, deadlines_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.deadlines import (
    Reckoned,
    begin_settings,
    deadlines_of_dossier,
    deadlines_of_meeting,
)
from dialogcli.usecases.folder import find_folder


class DeadlineFormat(StrEnum):
    """How deadlines are written."""

    TEXT = "text"
    ICS = "ics"
    JSON = "json"


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
        said = f"{ORGANISATION_FILE} är skapad i {begin_settings(context.cwd)}."
        context.console.show(screen(done(f"{said} Ändra det som ni räknar på ett annat sätt.")))
        return 0
    how = DeadlineFormat.ICS if out.endswith(".ics") else how
    if meeting:
        reckoned = deadlines_of_meeting(context.cwd, meeting, organ, context.today)
    else:
        reckoned = deadlines_of_dossier(find_folder(context, folder).folder, context.today)
    if out:
        _save(reckoned, context, how, out)
    else:
        _show(reckoned, context, how)
    return 0


def _show(reckoned: Reckoned, context: Context, how: DeadlineFormat) -> None:
    own, console = reckoned.organisation.own, context.console
    match how:
        case DeadlineFormat.ICS:
            console.data(calendar_file(reckoned.found, reckoned.name, context.now))
        case DeadlineFormat.JSON:
            console.json(deadlines_facts(reckoned.found, context.today, own))
        case DeadlineFormat.TEXT:
            told = deadlines_screen(reckoned.found, context.today, reckoned.head, own)
            console.show((*told, *screen(reckoned.then)))


def _save(reckoned: Reckoned, context: Context, how: DeadlineFormat, out: str) -> None:
    """Write to a file what would be shown. One that is there is written over only when it is a
    calendar that we have made.
    """
    path = context.cwd / out
    if path.exists() and PRODUCT not in read_text(path, out).text:
        raise ConflictError(
            f"{shown(out)} finns redan, och är inte skapad av dialog deadlines. Den är orörd.",
            "Välj ett annat namn efter --out.",
        )
    content = io.StringIO()
    _show(reckoned, replace(context, console=replace(context.console, stdout=content)), how)
    write_bytes(path, content.getvalue().encode())
    calendar = " Öppna filen så läggs datumen in i kalendern." if out.endswith(".ics") else ""
    context.console.show(screen(done(f"{shown(out)} är skapad.{calendar}")))
