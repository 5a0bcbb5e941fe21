"""A YAML text as nodes with places. Values stay text: only the rulebook gives them a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from dialogcli.model.place import Place

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
"""A value to write: text, a list, or a mapping in the order it is to stand."""


class Span(NamedTuple):
    """Where a node stands in the text (as read, without byte order mark): offsets in characters,
    `end` not included.
    """

    start: int
    end: int


class Scalar(NamedTuple):
    """One value, always text. `style` is `''` (plain), `'`, `"`, `|` or `>`; an empty plain one is
    not given.
    """

    text: str
    place: Place
    span: Span
    style: str = ""

    @property
    def empty(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes. `flow` is true for `[a, b]`."""

    items: tuple[Node, ...]
    place: Place
    span: Span
    flow: bool = False


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the text, each once, normalised to NFC. `flow` is true for `{a: b}`."""

    entries: tuple[Entry, ...]
    place: Place
    span: Span
    flow: bool = False

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def get(self, key: str) -> Entry | None:
        """The entry with that key."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping
