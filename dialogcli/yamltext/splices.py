"""Changes of a text, each at its place: where its lines begin and end, and where its values stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogcli.yamltext.nodes import Entry, Mapping, Node, Sequence

STEP = 2
"""Columns that a level is indented by, and that a dash takes with its blank."""

LONGEST_LINE = 100
"""Characters on a line, above which a text is put under `|`."""


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


@dataclass(frozen=True, slots=True)
class ValueSlot:
    """`start` is where the key or the dash begins, `end` is just after the colon or the dash;
    `column` that of `start`.

    `node` is the value that stands there, `parent` what it is a part of, `number` its place in
    that, from 0.
    """

    parent: Mapping | Sequence
    number: int
    node: Node
    start: int
    end: int
    column: int

    @property
    def dash(self) -> bool:
        return isinstance(self.parent, Sequence) and not self.parent.flow

    @property
    def fellows(self) -> int:
        """The number of values in the parent."""
        return size(self.parent)


def size(node: Mapping | Sequence) -> int:
    return len(node.entries) if isinstance(node, Mapping) else len(node.items)


def slot_of(text: str, parent: Mapping | Sequence, number: int) -> ValueSlot:
    """The slot of a parent's value by its number."""
    if isinstance(parent, Mapping):
        return _after_colon(text, parent, number, parent.entries[number])
    node = parent.items[number]
    if parent.flow:
        return ValueSlot(
            parent, number, node, node.span.start, node.span.start, parent.place.column - 1
        )
    dash = _dash(text, parent, number)
    return ValueSlot(parent, number, node, dash, dash + 1, parent.place.column - 1)


def find_slot(text: str, node: Node, step: str | int) -> ValueSlot | None:
    """The slot that a key or the number of an item leads to; None when there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        numbers = (number for number, entry in enumerate(node) if entry.key.text == step)
        number = next(numbers, None)
        return None if number is None else slot_of(text, node, number)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return slot_of(text, node, step)
    return None


def _after_colon(text: str, parent: Mapping, number: int, entry: Entry) -> ValueSlot:
    end = text.index(":", entry.key.span.end) + 1
    return ValueSlot(
        parent, number, entry.value, entry.key.span.start, end, entry.key.place.column - 1
    )


def _dash(text: str, parent: Sequence, number: int) -> int:
    """The dash of an item. All but the first stand on lines of their own, in the column of the
    first.
    """
    if number == 0:
        return parent.span.start
    column = parent.place.column - 1
    dash = re.compile(rf"^[ ]{{{column}}}-(?=\s|\Z)", re.MULTILINE)
    found = dash.search(text, parent.items[number - 1].span.end)
    return found.end() - 1 if found else parent.span.start
