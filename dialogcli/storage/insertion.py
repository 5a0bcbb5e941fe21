"""A further key of a mapping at its right place, a further item of a list last."""

from __future__ import annotations

import re
from collections.abc import Sequence as Words

from dialogcli.storage.nodes import Entry, Mapping, Plain, Sequence
from dialogcli.storage.splices import Splice, is_blank, line_end, line_start, swallows
from dialogcli.storage.yaml_emitter import (
    entry_lines,
    entry_within_brackets,
    item_lines,
    within_brackets,
)

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def new_key(text: str, mapping: Mapping, key: str, value: Plain, key_order: Words[str]) -> Splice:
    """The change that adds a key: after the nearest that comes before it in `key_order`, or before
    the nearest that comes after; last when the order does not know the key.
    """
    before, after = _neighbours(mapping, key, key_order)
    if not mapping.entries:
        return _only_key(text, mapping, key, value)
    if mapping.flow:
        return _flow_key(mapping, entry_within_brackets(key, value), before)
    column = mapping.place.column - 1
    gap = "\n\n" if _spaced(text, mapping) else "\n"
    if before:
        end = line_end(text, before.value.span.end)
        lines = entry_lines(key, value, column, bar=not swallows(text, end, column))
        return Splice(end, end, gap + "\n".join(lines))
    lines = entry_lines(key, value, column)
    return _before(
        text, (after or mapping.entries[0]).key.span.start, "\n".join(lines), gap, column
    )


def new_item(text: str, sequence: Sequence, value: Plain) -> Splice:
    """The change that adds an item to a list that has some."""
    last = sequence.items[-1].span.end
    if sequence.flow:
        return Splice(last, last, f", {within_brackets(value)}")
    gap = "\n\n" if _spaced(text, sequence) else "\n"
    end, column = line_end(text, last), sequence.place.column - 1
    lines = item_lines(value, column, bar=not swallows(text, end, column))
    return Splice(end, end, gap + "\n".join(lines))


def _neighbours(
    mapping: Mapping, key: str, key_order: Words[str]
) -> tuple[Entry | None, Entry | None]:
    """The entries between which a key belongs, as far as there are any."""
    rank = {word: number for number, word in enumerate(key_order)}
    ranked = [(rank[entry.key.text], entry) for entry in mapping if entry.key.text in rank]
    own = rank.get(key)
    if own is None or not ranked:
        return next(reversed(mapping.entries), None), None
    lower = [one for one in ranked if one[0] < own]
    higher = [one for one in ranked if one[0] > own]
    before = max(lower, key=_rank, default=(0, None))
    after = min(higher, key=_rank, default=(0, None))
    return before[1], after[1]


def _rank(ranked: tuple[int, Entry]) -> int:
    return ranked[0]


def _only_key(text: str, mapping: Mapping, key: str, value: Plain) -> Splice:
    """The first key: within empty brackets, or in a file that so far holds comments at most."""
    if mapping.flow:
        return Splice(
            mapping.span.start + 1, mapping.span.end - 1, entry_within_brackets(key, value)
        )
    gap = ""
    if text:
        gap = "\n" if text.endswith("\n") else "\n\n"
    return Splice(len(text), len(text), gap + "\n".join(entry_lines(key, value, 0)) + "\n")


def _flow_key(mapping: Mapping, written: str, before: Entry | None) -> Splice:
    if before:
        end = max(before.key.span.end, before.value.span.end)
        return Splice(end, end, f", {written}")
    return Splice(mapping.span.start + 1, mapping.span.start + 1, f"{written}, ")


def _before(text: str, start: int, lines: str, gap: str, column: int) -> Splice:
    """Lines put before a key, and before the comments that stand right above it."""
    line = line_start(text, start)
    if not is_blank(text[line:start]):
        return Splice(start, start, f"{lines.lstrip(' ')}\n{' ' * column}")
    top = line
    while top and text[line_start(text, top - 1) : top].lstrip().startswith("#"):
        top = line_start(text, top - 1)
    top = top or line  # a comment at the head of the file belongs to the file
    return Splice(top, top, lines + gap)


def _spaced(text: str, parent: Mapping | Sequence) -> bool:
    """Whether blank lines stand between the parts; with one part only, whether it is a field of the
    file itself.
    """
    nodes = parent.items if isinstance(parent, Sequence) else [entry.value for entry in parent]
    starts = (
        [item.span.start for item in nodes]
        if isinstance(parent, Sequence)
        else [entry.key.span.start for entry in parent]
    )
    if len(nodes) == 1:
        return isinstance(parent, Mapping) and parent.place.column == 1
    between = zip(nodes, starts[1:], strict=False)
    return any(_BLANK_LINE.search(text, node.span.end, start) for node, start in between)
