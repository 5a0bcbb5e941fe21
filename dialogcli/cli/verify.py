"""`dialog verify`: where a Word file comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where, find
from dialogcli.desk.word_files import read_word_file
from dialogcli.dossier.reading import find_dossier
from dialogcli.model.errors import UsageError
from dialogcli.reports.provenance import provenance_screen
from dialogcli.storage.surroundings import relative


def verify_file(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FIL", show_default=False, help="en Word-fil som dialog har skapat"),
    ],
    folder: FolderOption = "",
) -> int:
    """Tell from which state of a dossier a Word file was made, and what has changed since."""
    from dialogcli.desk.papers.folder import made_beside
    from dialogcli.desk.papers.production import (
        Production,
    )  # Word, XML and templates: no other command waits for them
    from dialogcli.documents.tracing import read_facts, trace

    context: Context = ctx.obj
    path = context.cwd / file
    data = read_word_file(path)
    facts = read_facts(path.name, data)
    where = _dossier(context, path, folder)
    if where is None:
        found = trace(path.name, data, facts, made_beside(path))
    else:
        found = Production.begin(where.folder, draft=facts.get("Utkast") == "ja").traced(
            path.name, data, facts
        )
    context.console.show(provenance_screen(path.name, found))
    return 0


def _dossier(context: Context, file: Path, typed: str) -> Where | None:
    """The dossier typed, else the one in whose folder the file lies."""
    if typed:
        return find(context, typed)
    try:
        folder = find_dossier(file.resolve().parent)
    except UsageError:
        return None
    here = relative(folder, context.cwd)
    context.console.folder = "" if here == "." else here
    return Where(folder, context.console.folder, here)
