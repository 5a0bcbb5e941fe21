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

_NEARLY_FULL = 0.85
"""Of the widest line: people who wrap by hand stop a word or two early."""

_ENDS_SENTENCE = (".", ":", "!", "?", ";")
_HARD_BREAK = "  "


def as_markdown(text: str) -> str:
    """The same text line by line, as Markdown.

    A dash, a bullet or `o` with a tab at the start of a line is an item of a list. A line break
    stays one, unless the line was only full, or a sentence goes on below it in a text that is
    wrapped.
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
    lettered = _LETTERED.match(following) is not None
    return lettered or not _is_wrapped(line.rstrip(), following.lstrip(), widest)


def _is_wrapped(line: str, following: str, widest: int) -> bool:
    """Whether the line was full, or nearly, or a sentence goes on below it. Where all lines are
    short, as in an address, none is.
    """
    if widest < _SHORTEST_WRAP:
        return False
    goes_on = not line.endswith(_ENDS_SENTENCE) and following[0].islower()
    return goes_on or len(line) + 1 + len(following.split()[0]) > widest * _NEARLY_FULL
