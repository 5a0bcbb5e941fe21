"""Options and arguments that several commands share. Each is '' when it was not typed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Folder = Annotated[
    str,
    typer.Argument(
        metavar="MAPP", help="dossierns mapp (annars mappen du står i)", show_default=False
    ),
]
FolderOption = Annotated[
    str, typer.Option("--folder", metavar="MAPP", help="dossierns mapp (annars mappen du står i)")
]
"""The same as an option, of commands that have other arguments."""

Answers = Annotated[str, typer.Option("--answers", metavar="FIL", help="hämta svaren ur en fil")]
Export = Annotated[
    str, typer.Option("--export-questions", metavar="FIL", help="skriv frågorna till en fil")
]


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", metavar="FORMAT", help="text eller json")]
