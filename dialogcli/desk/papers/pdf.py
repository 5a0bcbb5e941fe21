"""A PDF beside each Word file that was made, where LibreOffice is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dialogcli.desk.papers.folder import put
from dialogcli.desk.papers.production import Production
from dialogcli.documents.rendered import MadeDocument
from dialogcli.model.errors import InputOutputError
from dialogcli.storage.office import office, to_pdf

_BY_HAND = "Eller öppna Word-filen i Word och välj Spara som, PDF."


def add_pdfs(
    production: Production, made: Sequence[MadeDocument], shown: Callable[[Path], str]
) -> Iterator[MadeDocument]:
    """Put a PDF beside each of the Word files, each when it is asked for. `shown` tells where a file
    lies.

    Raises InputOutputError when one cannot be made.
    """
    libreoffice = office()
    if made and not libreoffice:
        files = "Word-filen är skapad" if len(made) == 1 else "Word-filerna är skapade"
        raise InputOutputError(
            f"LibreOffice finns inte på den här datorn. {files}, men ingen PDF.",
            "Installera LibreOffice och skriv samma kommando igen.",
            _BY_HAND,
        )
    for one in made:
        try:
            data = to_pdf(libreoffice, one.rendered.data)
        except InputOutputError as error:
            raise InputOutputError(
                f"{error.message} {shown(one.path)} är skapad.", _BY_HAND
            ) from error
        yield _put(production.folder, one, data)


def _put(folder: Path, word: MadeDocument, data: bytes) -> MadeDocument:
    path, rendered = word.path.with_suffix(".pdf"), replace(word.rendered, data=data)
    placed = put(folder, path.name, rendered)
    return MadeDocument(path.name, path.with_name(placed.name), rendered, placed.held)
