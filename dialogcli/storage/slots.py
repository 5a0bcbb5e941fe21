"""The places in a text where values stand: after `key:` and after a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogcli.storage.nodes import Entry, Mapping, Node, Sequence


@dataclass(frozen=True, slots=True)
class Slot:
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


def slot_of(text: str, parent: Mapping | Sequence, number: int) -> Slot:
    """The slot of a parent's value by its number."""
    if isinstance(parent, Mapping):
        return _after_colon(text, parent, number, parent.entries[number])
    node = parent.items[number]
    if parent.flow:
        return Slot(parent, number, node, node.span.start, node.span.start, parent.place.column - 1)
    dash = _dash(text, parent, number)
    return Slot(parent, number, node, dash, dash + 1, parent.place.column - 1)


def find_slot(text: str, node: Node, step: str | int) -> Slot | None:
    """The slot that a key or the number of an item leads to; None when there is none."""
    if isinstance(node, Mapping) and isinstance(step, str):
        numbers = (number for number, entry in enumerate(node) if entry.key.text == step)
        number = next(numbers, None)
        return None if number is None else slot_of(text, node, number)
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return slot_of(text, node, step)
    return None


def _after_colon(text: str, parent: Mapping, number: int, entry: Entry) -> Slot:
    end = text.index(":", entry.key.span.end) + 1
    return Slot(parent, number, entry.value, entry.key.span.start, end, entry.key.place.column - 1)


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
