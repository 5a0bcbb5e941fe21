"""`dialog status`: where a dialogue stands, whose turn it is, what the next decision lacks, and the days ahead."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.checking.outlook import outlook
from dialogcli.cli.check import Format
from dialogcli.cli.context import Context
from dialogcli.cli.folder import Folder, find
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.reports.faults import unchecked
from dialogcli.reports.status import status_text
from dialogcli.reports.status_json import status_json


def show_status(
    ctx: typer.Context,
    folder: Folder = "",
    how: Annotated[Format, typer.Option("--format", metavar="FORMAT", help="text eller json")] = Format.TEXT,
) -> int:
    """Show where a dialogue stands; raises UnreadableError when some of it could not be read, after what could be."""
    context: Context = ctx.obj
    where = find(context, folder)
    look = outlook(read_dossier(where.folder), context.today)
    console = context.console
    if how is Format.JSON:
        console.out(status_json(look, where.shown, not console.unicode))
    else:
        console.out(status_text(look, console.table_width, where.typed, console.plain))
    if look.dossier.faults:
        raise UnreadableError(unchecked(look.dossier.faults))
    return 0
