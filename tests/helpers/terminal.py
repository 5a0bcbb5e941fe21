"""Runs `dialog` in this process, on a terminal that only remembers what was written."""

from __future__ import annotations

import io
import shlex
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from dialogcli.__main__ import main
from dialogcli.terminal.console import Console
from dialogcli.usecases.context import Context

MONDAY = datetime(2025, 2, 24, 10, 42)
"""The day on which most of the screens are seen."""

PROMPT = "$ dialog"


@dataclass(frozen=True, slots=True)
class Ran:
    """What one command left behind. `screen` is both streams as a person sees them."""

    exit_code: int
    out: str
    err: str
    screen: str


class _Stream(io.StringIO):
    """Remembers what is written to it, and passes it on to the screen."""

    def __init__(self, screen: io.StringIO) -> None:
        super().__init__()
        self._screen = screen

    def write(self, text: str) -> int:
        self._screen.write(text)
        return super().write(text)


def run(
    words: list[str], folder: Path, now: datetime = MONDAY, columns: int = 80, typed: str = ""
) -> Ran:
    """Run `dialog WORDS` in a folder."""
    screen = io.StringIO()
    out, err = _Stream(screen), _Stream(screen)
    code = main(words, Context(folder, now, Console(io.StringIO(typed), out, err, columns)))
    return Ran(code, out.getvalue(), err.getvalue(), screen.getvalue())


def run_in(encoding: str, words: list[str], folder: Path, now: datetime = MONDAY) -> bytes:
    """Run `dialog WORDS` on streams with a code page, as a program that has been started there
    finds them.
    """
    out, err = (_encoded(encoding) for _ in range(2))
    main(words, Context(folder, now, Console(io.StringIO(), out, err)))
    return b"".join(
        stream.buffer.getvalue() for stream in (out, err) if isinstance(stream.buffer, io.BytesIO)
    )


def _encoded(encoding: str) -> TextIO:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", newline="\n")


def played(session: str, folder: Path, now: datetime = MONDAY) -> str:
    """The session with what its commands really say."""
    typed = [line for line in session.splitlines() if line.startswith(PROMPT)]
    return "".join(_played(line, folder, now) for line in typed)


def _played(line: str, folder: Path, now: datetime) -> str:
    ran = run(shlex.split(line.removeprefix(PROMPT)), folder, now)
    return f"{line}\n{ran.screen}[exit {ran.exit_code}]\n"
