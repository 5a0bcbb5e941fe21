"""What a command is handed from outside: where it stands, what the time is, and the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from dialogcli.base.screen import Line, screen
from dialogcli.terminal.console import Console, system_console


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one command. Commands get it as the `obj` of Typer's own context."""

    cwd: Path
    now: datetime
    console: Console
    debug: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    def lock(self, folder: Path, command: str) -> AbstractContextManager[None]:
        """Keep others from writing in a folder, for one save; that one waits for them is told.

        Raises as `locked`.
        """
        from dialogcli.disk.lock import locked  # who works here: commands that only read do not ask

        return locked(folder, command, self.now, self.tell)

    def tell(self, told: Line) -> None:
        """Say something about the run itself."""
        self.console.note(screen(told))

    def asked_for(self, plain: bool, debug: bool) -> Context:
        """The same with what `--plain` and `--debug` ask for."""
        console = replace(self.console, plain=True, colour=False) if plain else self.console
        return replace(self, console=console, debug=self.debug or debug)


def system_context() -> Context:
    """The surroundings of this process."""
    console = system_console(sys.stdin, sys.stdout, sys.stderr, os.environ)
    return Context(_current_folder(), datetime.now().astimezone(), console)


def _current_folder() -> Path:
    """The folder the user stands in; one that has been deleted meanwhile simply holds no dossier."""
    try:
        return Path.cwd()
    except OSError:
        return Path()
