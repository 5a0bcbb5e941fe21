"""Text of data on a screen: on one line, and such that it cannot act on the terminal."""

from __future__ import annotations

import json
import re

_CUT = " ..."

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: move the cursor, change the title, start escape sequences
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # direction marks and characters without a width
    "\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """Text from a file or a command line on one line, with every character that could act on a
    terminal written out.

    An escape character becomes the six characters `\\u001b`, which in a JSON text is still the same
    value.
    """
    return _ACTING.sub(_written_out, " ".join(text.split()))


def harmless(lines: str) -> str:
    """As `shown`, for a whole screen: line feeds stay."""
    return "\n".join(_ACTING.sub(_written_out, line) for line in lines.split("\n"))


def _written_out(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def cut(text: str, width: int) -> str:
    """At most `width` characters; what is cut off shows as ` ...`."""
    return text if len(text) <= width else text[: width - len(_CUT)].rstrip() + _CUT
