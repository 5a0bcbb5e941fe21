"""`dialog rules diff` and `dialog rules upgrade`: what has changed in a rulebook, and following a
newer version.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption, Format, FormatOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.desk.policies.finding import path_of, read_rulebook
from dialogcli.desk.policies.following import upgrade
from dialogcli.reports.difference import difference
from dialogcli.reports.difference_text import difference_json, difference_text


def show_difference(
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="FÖRE", help="namn, namn@version eller fil")],
    after: Annotated[str, typer.Argument(metavar="EFTER", help="namn, namn@version eller fil")],
    how: FormatOption = Format.TEXT,
) -> int:
    """Show which requirements are new, changed and gone."""
    context: Context = ctx.obj
    old, new = (read_rulebook(path_of(context, one)) for one in (before, after))
    found = difference(old, new)
    console = context.console
    console.out(
        difference_json(found, old, new, not console.unicode)
        if how is Format.JSON
        else difference_text(found, old, new, console.width)
    )
    return 0


def upgrade_dossier(
    ctx: typer.Context,
    folder: FolderOption = "",
    yes: Annotated[bool, typer.Option("--yes", help="byt version utan att fråga")] = False,
) -> int:
    """Show what a newer version of its rulebook means for a dossier, and let it follow that when
    somebody says yes.
    """
    return upgrade(ctx.obj, find(ctx.obj, folder), agreed=yes)
