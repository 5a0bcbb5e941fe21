"""Reaching a place in a file that is not laid out yet: how far the way goes, and what to write at
its end.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.model.errors import UsageError
from dialogcli.storage import nodes
from dialogcli.storage.nodes import Plain


def laid_out(root: nodes.Mapping, keys: Sequence[str | int]) -> int:
    """How many of the keys can be followed, the one at which to write included."""
    node: nodes.Node = root
    for depth, key in enumerate(keys):
        match node, key:
            case nodes.Mapping(), str() if not node.get(NOT_APPLICABLE):
                entry = node.get(key)
                if entry is None:
                    return depth + 1
                node = entry.value
            case nodes.Sequence(), int() if key < len(node.items):
                node = node.items[key]
            case nodes.Sequence(), int() if key == len(node.items):
                return depth + 1
            case _:
                return depth
    return len(keys)


def grafted(stem: Plain, keys: Sequence[str | int], value: Plain) -> Plain:
    """The stem with the value at the end of the keys; lists grow by one at most."""
    if not keys:
        return value
    key, *rest = keys
    if isinstance(key, int):
        rows = list(stem) if isinstance(stem, list) else []
        if key > len(rows):
            raise UsageError(
                f"Rad {key + 1} finns inte. Nästa rad är nummer {len(rows) + 1}. Inget är ändrat."
            )
        old = rows[key] if key < len(rows) else ""
        return [*rows[:key], grafted(old, rest, value), *rows[key + 1 :]]
    parts = dict(stem) if isinstance(stem, dict) else {}
    return {**parts, key: grafted(parts.get(key, ""), rest, value)}
