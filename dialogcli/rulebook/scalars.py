"""Nodes as texts: one, several, and what to say when something else stands there."""

from __future__ import annotations

from dialogcli.rulebook.faults import Faults
from dialogcli.storage.nodes import Mapping, Node, Scalar, Sequence


def is_empty(node: Node) -> bool:
    """Whether nothing is given: an empty text, list or mapping."""
    match node:
        case Scalar():
            return node.empty
        case Sequence(items):
            return not items
        case Mapping(entries):
            return not entries


def as_text(node: Node, faults: Faults, key: str) -> Scalar | None:
    """The node as one text; None, and reported, when it is a list or a mapping."""
    if isinstance(node, Scalar):
        return node
    found = "en lista" if isinstance(node, Sequence) else "nycklar med värden"
    faults.add("fel-form", node.place, f"{key} ska vara en text, inte {found}.")
    return None


def as_words(node: Node | None, faults: Faults, key: str) -> tuple[Scalar, ...]:
    """The node as a list of texts; a single one may stand without brackets, and an empty one is no
    text.
    """
    match node:
        case None:
            return ()
        case Scalar():
            return () if node.empty else (node,)
        case Sequence(items):
            words = (as_text(item, faults, key) for item in items)
            return tuple(word for word in words if word is not None)
        case Mapping():
            faults.add("fel-form", node.place, f"{key} ska vara en lista, inte nycklar med värden.")
            return ()
