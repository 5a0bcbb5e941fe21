"""Paths with the values that they are to have: conditions, answers that end the process, what makes
a step done.
"""

from __future__ import annotations

import re

from dialogcli.rulebook.paths import find
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope
from dialogcli.rulebook.values import check_values
from dialogcli.storage.nodes import Scalar

_IN_BRACES = re.compile(r"\{([^{}]*)\}")


def read_conditions(block: Block, key: str, scope: Scope) -> dict[str, tuple[str, ...]]:
    """`{path: value or [values]}`, checked: each path leads somewhere and what is there can have
    the values.
    """
    found = {}
    for path, values in block.pairs(key):
        target = find(path, scope)
        if target and target.field:
            check_values(values, target.field, scope)
        if not values:
            scope.faults.add(
                "saknas", path.place, f"Värdet för {path.text} saknas under {key} i {block.what}."
            )
        found[path.text] = tuple(value.text for value in values)
    return found


def read_paths(block: Block, key: str, scope: Scope) -> tuple[str, ...]:
    """A list of paths, each of which leads to a field."""
    words = block.words(key)
    for word in words:
        find(word, scope)
    return tuple(word.text for word in words)


def read_path(block: Block, key: str, scope: Scope) -> str:
    """One path; `''` when it is not given."""
    word = block.word(key)
    if word:
        find(word, scope)
    return word.text if word else ""


def read_sentences(block: Block, key: str, scope: Scope) -> tuple[str, ...]:
    """Sentences with paths in braces."""
    words = block.words(key)
    for word in words:
        _check_braces(word, block, scope)
    return tuple(word.text for word in words)


def _check_braces(word: Scalar, block: Block, scope: Scope) -> None:
    for match in _IN_BRACES.finditer(word.text):
        find(Scalar(match[1], word.place, word.span), scope)
    if re.search("[{}]", _IN_BRACES.sub("", word.text)):
        block.faults.add(
            "klammer", word.place, f"I {block.what} saknar en sökväg sin ena klammer: {word.text}"
        )
