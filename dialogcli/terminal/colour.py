"""Colour and bold, which only repeat what a word says: severities, the first word of a message,
headings.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TextIO

_STYLES = {
    "Fel": "31",
    "Stopp": "1;31",
    "Programfel": "1;31",
    "Varning": "33",
    "Obs": "33",
    "Avbrutet": "33",
    "Upplysning": "36",
    "Klart": "32",
    "ska": "31",
    "bör": "33",
}
_FINDING = re.compile(r"^( *)(Fel|Varning|Upplysning)(?= \S+: )", re.MULTILINE)
_MESSAGE = re.compile(r"^(Stopp|Programfel|Obs|Klart|Avbrutet)(?=[:.])", re.MULTILINE)
_MISSING = re.compile(r"(?<=  )(SAKNAS)(?=, (ska|bör) finnas)")
_HEADING = re.compile(r"^(?!Stopp|Programfel|Obs|Klart|Avbrutet)(\S.*)$(?=\n  \S)", re.MULTILINE)


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


def bold(text: str) -> str:
    """A heading, line by line."""
    return "\n".join(f"\x1b[1m{line}\x1b[0m" if line else "" for line in text.split("\n"))


def painted(text: str) -> str:
    """A screen with its words of severity coloured and its headings bold."""
    text = _HEADING.sub(lambda match: bold(match[1]), text)
    text = _FINDING.sub(lambda match: match[1] + _styled(match[2]), text)
    text = _MISSING.sub(lambda match: _styled(match[1], match[2]), text)
    return _MESSAGE.sub(lambda match: _styled(match[1]), text)


def _styled(word: str, like: str = "") -> str:
    return f"\x1b[{_STYLES[like or word]}m{word}\x1b[0m"


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
