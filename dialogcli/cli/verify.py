"""`dialog verify`: where a Word file comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dialogcli.base.findings import UsageError
from dialogcli.cli.options import FolderOption
from dialogcli.disk.folders import relative
from dialogcli.dossier.reading import find_dossier
from dialogcli.screens.documents import provenance_screen, says_otherwise
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.last_line import tell_next
from dialogcli.usecases.word_files import read_word_file


def verify_file(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FIL", show_default=False, help="en Word-fil som dialog har skapat"),
    ],
    folder: FolderOption = "",
) -> int:
    """Tell from which state of a dossier a Word file was made, and what has changed since."""
    from dialogcli.documents.manifest import read_facts, trace
    from dialogcli.usecases.documents import (
        Production,  # Word, XML and templates: no other command waits for them
    )
    from dialogcli.usecases.word_files import made_beside

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
    if where and not says_otherwise(found):
        tell_next(context, where.folder)
    return 0


def _dossier(context: Context, file: Path, typed: str) -> Where | None:
    """The dossier typed, else the one in whose folder the file lies."""
    if typed:
        return find_folder(context, typed)
    try:
        folder = find_dossier(file.resolve().parent)
    except UsageError:
        return None
    here = relative(folder, context.cwd)
    context.console.folder = "" if here == "." else here
    return Where(folder, context.console.folder, here)
