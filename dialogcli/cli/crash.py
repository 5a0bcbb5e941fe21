"""A bug: what the screen says, and a report that holds nothing of what people wrote."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from dialogcli import __version__
from dialogcli.desk.context import Context
from dialogcli.model.screen import Kept, Tone, line, screen

EXIT_CODE = 70


def crashed(error: BaseException, words: list[str], context: Context) -> int:
    """Say that dialogcli is at fault, and leave a report in the folder where the user stands."""
    saved = _saved_report(report_text(error, words, context), context)
    context.console.note(
        screen(
            [
                line(
                    Kept("Programfel", Tone.STOP),
                    ": dialog stannade på grund av ett fel i programmet.",
                ),
                line("Det beror inte på dina svar. Filerna i dossiern är hela."),
                line(saved),
            ]
        )
    )
    return EXIT_CODE


def report_text(error: BaseException, words: list[str], context: Context) -> str:
    """Versions, the command's name, and where in the code it happened.

    No values, no messages of exceptions, no names of folders: each of them could hold text from a
    dossier.
    """
    return "\n".join(
        [
            f"dialogcli {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
            f"{context.now:%Y-%m-%d %H:%M}, dialog {_first_name(words)}".rstrip(),
            "",
            *_trace(error),
            "",
        ]
    )


def _trace(error: BaseException) -> Iterator[str]:
    """The frames of an exception and of those behind it, the first one first."""
    behind = error.__cause__ or error.__context__
    if behind is not None:
        yield from _trace(behind)
        yield ""
    yield type(error).__qualname__
    for frame in traceback.extract_tb(error.__traceback__)[-50:]:
        yield f"  {_inside_package(frame.filename)}:{frame.lineno} {frame.name}"


def _inside_package(file: str) -> str:
    """The end of a path: what stands before it may be somebody's name."""
    parts = Path(file).parts
    start = len(parts) - parts[::-1].index("dialogcli") - 1 if "dialogcli" in parts else -2
    return "/".join(parts[start:])


def _first_name(words: list[str]) -> str:
    """The name of the command, if it is one; everything after it may be somebody's text."""
    return words[0] if words and words[0].isascii() and words[0].isalpha() else ""


def _saved_report(text: str, context: Context) -> str:
    """Does not go through storage, which may be what failed."""
    name = f"dialog-programfel-{context.today}.txt"
    try:
        with (context.cwd / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError:
        return (
            "Rapporten kunde inte sparas här. Kör om kommandot med --debug och spara det som visas."
        )
    return (
        f"Rapport: {name}. Den innehåller ingen text ur dossiern. "
        "Skicka den till den som sköter programmet hos er."
    )
