"""Whether a terminal may have colour and bold, which only repeat what a word says."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TextIO


def wanted(environ: Mapping[str, str], plain: bool) -> bool:
    """Whether the person has not asked for text without colour: `--plain`, `NO_COLOR`, `TERM=dumb`
    or no TERM.
    """
    return not (plain or environ.get("NO_COLOR") or simple(environ))


def simple(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that it only knows lines, or nothing. On Windows none says
    anything.
    """
    return environ.get("TERM", "xterm" if sys.platform == "win32" else "").lower() in (
        "",
        "dumb",
        "unknown",
    )


def understood(stream: TextIO) -> bool:
    """Whether what reads the stream is a terminal that knows escape sequences."""
    try:
        return stream.isatty() and (sys.platform != "win32" or _switched_on(stream))
    except (ValueError, OSError):  # a closed stream
        return False


def bold(line: str) -> str:
    return f"\x1b[1m{line}\x1b[0m"


if sys.platform == "win32":

    def _switched_on(stream: TextIO) -> bool:
        """Ask an older Windows console to interpret escape sequences
        (ENABLE_VIRTUAL_TERMINAL_PROCESSING).
        """
        import ctypes
        import msvcrt

        kernel, mode = ctypes.windll.kernel32, ctypes.c_uint32()
        handle = msvcrt.get_osfhandle(stream.fileno())
        return bool(
            kernel.GetConsoleMode(handle, ctypes.byref(mode))
            and kernel.SetConsoleMode(handle, mode.value | 4)
        )
