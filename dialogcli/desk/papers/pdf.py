"""A PDF beside each Word file that was made, where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from dialogcli.desk.papers.folder import put
from dialogcli.desk.papers.production import Made, Production
from dialogcli.model.errors import ConflictError, InputOutputError
from dialogcli.reports.rendering import created_screen, kept_screen
from dialogcli.storage.office import office, to_pdf

_BY_HAND = "Eller öppna Word-filen i Word och välj Spara som, PDF."


def add_pdfs(production: Production, made: Sequence[Made]) -> list[int]:
    """Put a PDF beside each of the Word files; the exit codes. Raises InputOutputError when one
    cannot be made.
    """
    libreoffice = office()
    if made and not libreoffice:
        files = "Word-filen är skapad" if len(made) == 1 else "Word-filerna är skapade"
        raise InputOutputError(
            f"LibreOffice finns inte på den här datorn. {files}, men ingen PDF.",
            "Installera LibreOffice och skriv samma kommando igen.",
            _BY_HAND,
        )
    return [_add(production, one, libreoffice) for one in made]


def _add(production: Production, made: Made, libreoffice: str) -> int:
    try:
        data = to_pdf(libreoffice, made.rendered.data)
    except InputOutputError as error:
        raise InputOutputError(
            f"{error.message} {production.path(made.name)} är skapad.", _BY_HAND
        ) from error
    name, console = PurePath(made.name).with_suffix(".pdf").name, production.context.console
    placed = put(production.where.folder, name, replace(made.rendered, data=data))
    if placed.name == name:
        console.show(created_screen(production.path(name), production.draft))
        return 0
    console.note(kept_screen(production.path(name), production.path(placed.name)))
    return ConflictError.exit_code
