"""Nodes as plain values, and what a value is after a change: the yardstick that edits of texts are
verified with.
"""

from __future__ import annotations

from dialogcli.storage.nodes import Mapping, Node, Plain, Scalar, Sequence

Path = tuple[str | int, ...]
"""The way to a value: keys, and numbers of items from 0."""


def as_plain(node: Node) -> Plain:
    """The value without places."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [as_plain(item) for item in items]
        case Mapping(entries):
            return {entry.key.text: as_plain(entry.value) for entry in entries}


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
