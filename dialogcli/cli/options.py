"""Options and arguments that several commands share, and those that every command understands. Each
is '' when it was not typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from dialogcli.base.screen import Screen
from dialogcli.usecases.context import Context

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


def answer(
    context: Context,
    how: Format,
    screen: Callable[[], Screen],
    facts: Callable[[], Mapping[str, object]],
    apart: bool = False,
) -> None:
    """Say what was asked for, to a person or to another program. `apart` as in `Console.show`."""
    if how is Format.JSON:
        context.console.json(facts())
    else:
        context.console.show(screen(), apart)
