"""Text as people type and paste it, made into the Markdown that shows it so: the signs of lists that
Word has, and line breaks that somebody meant.
"""

from __future__ import annotations

import re
from itertools import pairwise

_BULLET = re.compile(r"^(\s*)(?:[–—•·▪●◦‣]|[o\N{WHITE SQUARE}](?=\t))[ \t\u00a0]+(?=\S)")
_LETTERED = re.compile(r"\s*[a-zåäö]\)\s+\S")
_BEGINS_BLOCK = re.compile(r"\s*(?:[-+*>#|:]|\d{1,9}[.)]|!\[)")
"""What begins a list, a quotation, a heading, a table or a picture: it stands on a line of its own
without help.
"""

_SHORTEST_WRAP = 60
"""Nobody wraps a text by hand at fewer characters than this."""

_HARD_BREAK = "  "


def as_markdown(text: str) -> str:
    """The same text line by line, as Markdown.

    A dash, a bullet or `o` with a tab at the start of a line is an item of a list. A line break
    stays one, unless the line was only full: the next word would not have had room on it.
    """
    lines = [_BULLET.sub(r"\1- ", line) for line in text.split("\n")]
    widest = max(map(len, lines))
    kept = [
        line + _HARD_BREAK if _meant(line, following, widest) else line
        for line, following in pairwise(lines)
    ]
    return "\n".join([*kept, lines[-1]])


def _meant(line: str, following: str, widest: int) -> bool:
    """Whether somebody broke the line here, and text goes on below it."""
    if not line.strip() or not following.strip() or _BEGINS_BLOCK.match(following):
        return False
    if line.lstrip().startswith(("#", "|")) or line.endswith(("\\", _HARD_BREAK)):
        return False
    if _LETTERED.match(following):
        return True
    room = max(widest, _SHORTEST_WRAP)
    return len(line.rstrip()) + 1 + len(following.split()[0]) <= room
