"""`dialog templates`: what a template may use, what is wrong with templates and letterhead, and one
to change.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.templates import check_all, check_document, copy, fields


def show_fields(
    ctx: typer.Context,
    form: Annotated[
        str,
        typer.Argument(
            metavar="UNDERLAG", show_default=False, help="till exempel handlingsplan (annars alla)"
        ),
    ] = "",
    folder: FolderOption = "",
) -> int:
    """Show the fields of one form or of all."""
    context: Context = ctx.obj
    context.console.show(fields(find_folder(context, folder), form))
    return 0


def check_templates(
    ctx: typer.Context,
    sample: Annotated[
        str, typer.Option("--sample", metavar="FIL", help="skapa också en handling att titta på")
    ] = "",
    document: Annotated[
        str,
        typer.Option("--document", metavar="FIL", help="kontrollera i stället en färdig Word-fil"),
    ] = "",
    folder: FolderOption = "",
) -> int:
    """Check all templates and the letterhead, or one Word file. Returns 1 when a fault is found."""
    context: Context = ctx.obj
    return (
        check_document(context, document)
        if document
        else check_all(context, find_folder(context, folder), sample)
    )


def copy_template(
    ctx: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="MALL", show_default=False, help="till exempel handlingsplan eller brevmall"
        ),
    ],
) -> int:
    """Put a copy of a built-in template beside the dossiers."""
    copy(ctx.obj, name)
    return 0
