"""The terminal that a command talks to: three streams, their width, and what may be written to
them.
"""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from dialogcli.base.characters import harmless
from dialogcli.base.screen import Screen
from dialogcli.terminal import colour
from dialogcli.terminal.render import WIDTH, Medium, rendered


@dataclass(slots=True)
class Console:
    """Where a command reads and writes. `columns` is the width of the window, `plain` the wish for
    line by line, `folder` the dossier's folder as it was typed: told once, when it is known.

    Nothing that is written can act on the terminal, whatever a dossier holds.
    """

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    columns: int = WIDTH
    plain: bool = False
    colour: bool = False
    folder: str = ""

    @property
    def interactive(self) -> bool:
        """Whether there is a person to ask: stdin and stdout are both a terminal."""
        return _is_terminal(self.stdin) and _is_terminal(self.stdout)

    @property
    def unicode(self) -> bool:
        """Whether stdout can hold every character; data for other programs is else written with
        escapes.
        """
        return (self.stdout.encoding or "utf-8").lower().startswith("utf")

    def show(self, screen: Screen, apart: bool = False) -> None:
        """Write what was asked for; with `apart` a blank line, where another stream goes on."""
        text = rendered(screen, self._medium(self.stdout))
        print(text, end="\n\n" if apart else "\n", file=self.stdout, flush=True)

    def note(self, screen: Screen) -> None:
        """Write what is about the run itself: `Obs`, `Stopp`, `Avbrutet`, `Programfel`, progress."""
        print(rendered(screen, self._medium(self.stderr)), file=self.stderr, flush=True)

    def json(self, facts: Mapping[str, object]) -> None:
        """Write a report for other programs.

        What could act on a terminal, or what the code page lacks, becomes an escape, which means
        the same.
        """
        import json

        text = json.dumps(facts, ensure_ascii=not self.unicode, indent=2)
        print(harmless(text), file=self.stdout, flush=True)

    def data(self, content: bytes) -> None:
        """Write what another program is to read, byte for byte: it is for the caller to see that it
        is harmless.
        """
        if isinstance(self.stdout, io.TextIOWrapper):
            self.stdout.flush()
            self.stdout.buffer.write(content)
            self.stdout.buffer.flush()
        else:
            self.stdout.write(content.decode("utf-8"))

    @property
    def paints(self) -> bool:
        """Whether what is written to stdout may have colour and bold."""
        return self.colour and colour.understood(self.stdout)

    def _medium(self, stream: TextIO) -> Medium:
        paints = self.colour and colour.understood(stream)
        return Medium(self.columns, self.plain, paints, self.folder)


def system_console(
    stdin: TextIO | None,
    stdout: TextIO | None,
    stderr: TextIO | None,
    environ: Mapping[str, str],
    plain: bool = False,
) -> Console:
    """The console of this process. A stream that is closed (`>&-`, a program without a window)
    becomes an empty one.
    """
    reading = stdin or io.StringIO()
    writing, reporting = _never_failing(stdout), _never_failing(stderr)
    return Console(
        reading, writing, reporting, _columns(writing), plain, colour.wanted(environ, plain)
    )


def _never_failing(stream: TextIO | None) -> TextIO:
    """A stream that writes `?` for a character that its code page lacks, instead of stopping the
    command.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream or io.StringIO()


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (OSError, ValueError):  # no terminal, or a stream without a file
        return WIDTH


def _is_terminal(stream: TextIO) -> bool:
    return not stream.closed and stream.isatty()
