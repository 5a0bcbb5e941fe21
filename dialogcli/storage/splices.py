"""Changes of a text, each at its place, and where its lines begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogcli.storage.layout import STEP

_INDENTED = re.compile(r"^[ ]*[^ \t\r\n]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Splice:
    """`new` instead of the characters from `start` to `end` (not included). Lines of `new` end with
    `\\n`.
    """

    start: int
    end: int
    new: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all changes made (they do not overlap), in the line ends of the text."""
    ending = line_ending(text)
    pieces: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda each: each.start):
        pieces += [text[done : splice.start], splice.new.replace("\n", ending)]
        done = splice.end
    return "".join([*pieces, text[done:]])


def line_ending(text: str) -> str:
    """What ends the lines of the text."""
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, index: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Where the line of a character ends, before its line end."""
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end - 1 if end > index and text[end - 1] == "\r" else end


def next_line(text: str, index: int) -> int:
    """Where the line after that of a character begins."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def swallows(text: str, index: int, column: int) -> bool:
    """Whether a `|` text under a key or dash in `column`, put after the line of `index`, would take
    in a comment.

    That is one on the next line that says anything, indented as the text would be.
    """
    below = _INDENTED.search(text, next_line(text, index))
    return below is not None and below[0].endswith("#") and len(below[0]) > column + STEP


def is_blank(text: str) -> bool:
    return not text.strip()
