"""What a command is handed from outside: where it stands, what the time is, and the terminal."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

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
