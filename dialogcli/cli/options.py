"""Options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

Folder = Annotated[str, typer.Argument(metavar="MAPP", help="dossierns mapp (annars mappen du står i)",
                                       show_default=False)]
FolderOption = Annotated[str, typer.Option("--folder", metavar="MAPP", help="dossierns mapp (annars mappen du står i)")]
"""The folder, '' when none was typed: an argument, or an option of commands that have other arguments."""


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
