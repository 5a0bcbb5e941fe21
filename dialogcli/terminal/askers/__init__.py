"""Asking a person, with whatever help the console can give."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from dialogcli.terminal.askers.lines import LAST_LINE, Asker, Choices, LineAsker
from dialogcli.terminal.colour import simple
from dialogcli.terminal.console import Console

__all__ = ["LAST_LINE", "Asker", "Choices", "LineAsker", "asker_for"]


def asker_for(console: Console, environ: Mapping[str, str] = os.environ) -> Asker:
    """The best asker that the console can do; `--plain` and a terminal that only knows lines choose
    the simple one.
    """
    if console.plain or simple(environ):
        return LineAsker(console)
    if sys.platform == "win32" and not _has_screen_buffer():
        return LineAsker(console)
    from dialogcli.terminal.askers.questionary import ScreenAsker  # only where it can be used

    return ScreenAsker(console)


if sys.platform == "win32":

    def _has_screen_buffer() -> bool:
        """Git Bash and the consoles of some editors look like a terminal but have no Windows screen
        buffer.
        """
        from prompt_toolkit.output import create_output
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        try:
            create_output()
        except NoConsoleScreenBufferError:
            return False
        return True
else:

    def _has_screen_buffer() -> bool:
        return True
