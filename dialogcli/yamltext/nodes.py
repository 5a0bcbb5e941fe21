"""A YAML text as nodes with places, and as plain values. Values stay text: only the rulebook gives
them a type.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from dialogcli.base.findings import Place

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


Path = tuple[str | int, ...]
"""The way to a value: keys, and numbers of items from 0."""


def node_as_plain(node: Node) -> Plain:
    """The value without places."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [node_as_plain(item) for item in items]
        case Mapping(entries):
            return {entry.key.text: node_as_plain(entry.value) for entry in entries}


def grown(path: Path, value: Plain) -> Plain:
    """The value at the end of a path through mappings and lists that are not there yet."""
    for step in reversed(path):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def changed(whole: Plain, path: Path, value: Plain) -> Plain:
    """The whole with another value at the path. What is empty on the way becomes what the path asks
    for.
    """
    if not path:
        return value
    step, *rest = path
    if isinstance(step, str):
        parts = dict(whole) if isinstance(whole, dict) else {}
        return parts | {step: changed(parts.get(step, ""), tuple(rest), value)}
    items = list(whole) if isinstance(whole, list) else []
    old = items[step] if step < len(items) else ""
    return [*items[:step], changed(old, tuple(rest), value), *items[step + 1 :]]


def without(whole: Plain, path: Path) -> Plain:
    """The whole without what stands at the path. A path that leads nowhere removes nothing."""
    step, rest = path[0], path[1:]
    match whole, step:
        case dict(), str() if step in whole:
            parts = dict(whole)
            old = parts.pop(step)
            return whole | {step: without(old, rest)} if rest else parts
        case list(), int() if step < len(whole):
            items = list(whole)
            old = items.pop(step)
            if rest:
                items.insert(step, without(old, rest))
            return items
    return whole


def grafted(node: Node, path: Path, value: Node | None) -> Node:
    """The node with another one at the end of a path, or without what stands there (None). A path
    that leads nowhere changes nothing.
    """
    step, rest = path[0], path[1:]
    if isinstance(node, Mapping):
        entries = []
        for entry in node.entries:
            part = _part(entry.value, rest, value) if entry.key.text == step else entry.value
            entries += [] if part is None else [Entry(entry.key, part)]
        return replace(node, entries=tuple(entries))
    if isinstance(node, Sequence):
        parts = [
            _part(item, rest, value) if number == step else item
            for number, item in enumerate(node.items)
        ]
        return replace(node, items=tuple(part for part in parts if part is not None))
    return node


def _part(part: Node, rest: Path, value: Node | None) -> Node | None:
    return grafted(part, rest, value) if rest else value
