"""How a text is laid out on a screen: wrapping that cuts nothing in two, and data that cannot act
on the terminal.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Sequence

from dialogcli.model.day import MONTHS

WIDTH = 80
"""The most characters that a line of text takes (tables may take more)."""

TABLE_WIDTH = 100
"""The most characters that a line of a table takes."""

_CUT = " ..."
_GLUE = "\N{NO-BREAK SPACE}"
KEPT_TOGETHER = re.compile(
    rf"[0-9]{{1,2}} (?:{'|'.join(MONTHS)})(?: [0-9]{{4}})?|§§? [0-9]+|kl\. [0-9]"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?: kronor)?|[0-9]+ kronor"
)
"""What no line break goes through: a date, a § with its number, a time, an amount."""

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


def glued(text: str) -> str:
    """Text that `wrapped` keeps on one line: a command, a place."""
    return text.replace(" ", _GLUE)


def loose(text: str) -> str:
    """Text that was `glued` with its blanks again: a command with others in it cannot be copied and
    run.
    """
    return text.replace(_GLUE, " ")


def wrapped(text: str, width: int = WIDTH, indent: int = 0, hang: int | None = None) -> str:
    """Lines of at most `width` characters, the first after `indent` blanks, the others after `hang`
    (default `indent`).

    Dates, amounts and § with their number stay whole, as does what is `glued`, even where a line
    gets too long.
    """
    kept = KEPT_TOGETHER.sub(lambda match: glued(match[0]), text)
    lines = textwrap.wrap(
        kept,
        max(width, 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hang is None else hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return loose("\n".join(lines))


def block(
    rows: Sequence[tuple[str, str]], width: int = WIDTH, indent: int = 2, gap: int = 1
) -> str:
    """Labels with their values, the values aligned: `  Källa:  ...`. An empty label continues the one above."""
    column = indent + max((len(label) for label, _ in rows), default=0) + gap
    return joined(
        " " * indent
        + (label.ljust(column - indent) + wrapped(value, width, column).lstrip()).rstrip()
        for label, value in rows
    )


def joined(lines: Iterable[str]) -> str:
    """Lines or blocks of lines under each other."""
    return "\n".join(lines)


def paragraphs(*blocks: str) -> str:
    """Blocks with one blank line between them; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block)


def cut(text: str, width: int) -> str:
    """At most `width` characters; what is cut off shows as ` ...`."""
    return text if len(text) <= width else text[: width - len(_CUT)].rstrip() + _CUT


_FOLDER_FIRST = ("check", "fill", "status")
"""The commands that take the folder as an argument; the others have the option `--folder`."""


def command(words: str, folder: str = "") -> str:
    """A command to copy: `dialog fill --section risker`, with the folder if one was given."""
    if not folder:
        return glued(f"dialog {words}")
    quoted = f'"{folder}"' if re.search(r"[^\w./\\:~-]", folder) else folder
    first, _, rest = words.partition(" ")
    if first in _FOLDER_FIRST:
        return glued(f"dialog {first} {quoted} {rest}".rstrip())
    return glued(f"dialog {words} --folder {quoted}")
