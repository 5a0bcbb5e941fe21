"""`dialog render`: Word documents from a dossier."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.findings import UsageError
from dialogcli.cli.completion_values import documents
from dialogcli.cli.options import FolderOption, Format
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder


def render_documents(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HANDLING",
            show_default=False,
            help="till exempel handlingsplan (annars alla)",
            autocompletion=documents,
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="skapa slutliga handlingar, inte utkast")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="visa texten här i stället för att skapa filer")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="visa vilka handlingar som är aktuella")
    ] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="skapa om dem som inte längre är aktuella")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="skapa också en PDF av varje handling, med LibreOffice")
    ] = False,
    folder: FolderOption = "",
    how: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text eller json, för --status")
    ] = Format.TEXT,
) -> int:
    """Create documents; those of an unfinished basis only as drafts. Raises UsageError for options
    that fight.
    """
    _refuse_contradictions(final, markdown, status, stale, pdf, how)
    from dialogcli.usecases.documents import (
        Production,  # Word, XML and templates: no other command waits for them
        add_pdfs,
    )

    context: Context = ctx.obj
    production = Production.begin(context, find_folder(context, folder), draft=not final)
    chosen = production.documents_called(names or [])
    if status:
        return production.survey(chosen, how is Format.JSON)
    if stale:
        return production.renew(chosen)
    if final:
        production.refuse_unfinished(chosen)
    if markdown:
        return max([production.show(document) for document in chosen], default=0)
    made = [production.create(document) for document in chosen]
    codes = [one.exit_code for one in made]
    if pdf:
        codes += add_pdfs(production, made)
    return max(codes, default=0)


def _refuse_contradictions(
    final: bool, markdown: bool, status: bool, stale: bool, pdf: bool, how: Format
) -> None:
    if sum([final, markdown, status, stale]) > 1:
        raise UsageError(
            "Tillvalen --final, --markdown, --status och --stale går inte att kombinera."
        )
    if pdf and (markdown or status or stale):
        raise UsageError("Tillvalet --pdf går bara att kombinera med --final.")
    if how is Format.JSON and not status:
        raise UsageError("Tillvalet --format json visar läget. Lägg till --status.")
