"""One value put in, put in the place of another, or taken away. Comments on lines of their own stay
where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Words
from dataclasses import dataclass

from dialogcli.yamltext.emitter import (
    Fragment,
    after_dash,
    after_key,
    entry_lines,
    entry_within_brackets,
    item_lines,
    on_one_line,
    within_brackets,
)
from dialogcli.yamltext.nodes import Entry, Mapping, Node, Plain, Scalar, Sequence, Span
from dialogcli.yamltext.splices import (
    LONGEST_LINE,
    STEP,
    Splice,
    ValueSlot,
    is_blank,
    line_end,
    line_start,
    next_line,
    size,
    slot_of,
    swallows,
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


_BLOCK_HEADER = re.compile(r"[|>][+\-0-9]*")


@dataclass(frozen=True, slots=True)
class _Extent:
    """What the old value takes up: `head` beside its key or dash, `body` whole lines below; either
    may be empty.
    """

    head: Span
    body: Span | None = None


def replacement(text: str, slot: ValueSlot, value: Plain) -> list[Splice]:
    """The changes that put `value` into the slot."""
    if slot.parent.flow:
        return _in_flow(slot, value)
    if one_line := _still_in_flow(slot, value):
        return [Splice(slot.node.span.start, slot.node.span.end, one_line)]
    below = "\n" in text[slot.end : slot.node.span.start]
    if below and isinstance(slot.node, Scalar) and isinstance(value, str) and value:
        return [Splice(slot.node.span.start, slot.node.span.end, on_one_line(value))]
    extent = _extent(text, slot, below)
    written = _fragment(text, slot, value, extent)
    return [_head(text, extent, written.head), *_body(text, slot, extent, written)]


def _in_flow(slot: ValueSlot, value: Plain) -> list[Splice]:
    span = slot.node.span
    if span.start == span.end:
        return [Splice(slot.end, span.end, f" {within_brackets(value)}")]
    return [Splice(span.start, span.end, within_brackets(value))]


def _still_in_flow(slot: ValueSlot, value: Plain) -> str:
    """A list or a mapping on one line, when that is how the old one stood and there is room for it;
    else ''.
    """
    old = slot.node
    if isinstance(value, str) or not value:
        return ""
    if isinstance(old, Scalar) or not old.flow or size(old) == 0:
        return ""
    written = within_brackets(value)
    return written if len(written) <= LONGEST_LINE and "\\n" not in written else ""


def _extent(text: str, slot: ValueSlot, below: bool) -> _Extent:
    old = slot.node
    if below:
        return _Extent(
            Span(slot.end, slot.end), Span(line_start(text, old.span.start), old.span.end)
        )
    if isinstance(old, Scalar) and old.style in ("|", ">"):
        header = _BLOCK_HEADER.match(text, old.span.start)
        head = Span(slot.end, header.end() if header else old.span.start)
        first = next_line(text, head.end)
        return _Extent(head, Span(first, old.span.end) if first < old.span.end else None)
    return _Extent(Span(slot.end, old.span.end))


def _fragment(text: str, slot: ValueSlot, value: Plain, extent: _Extent) -> Fragment:
    bar = not swallows(text, max(slot.end, slot.node.span.end), slot.column)
    if slot.dash:
        written = after_dash(value, slot.column, bar=bar)
    else:
        written = after_key(
            value, slot.column, slot.column + slot.end - slot.start, _column(slot, value), bar=bar
        )
    if isinstance(value, str) and written.body and extent.body and _comment_above(text, extent):
        return Fragment(on_one_line(value))  # under `|` the comment would become a part of the text
    return written


def _comment_above(text: str, extent: _Extent) -> bool:
    """Whether there is something between the line of the key and the lines of the old value."""
    return extent.body is not None and not is_blank(
        text[next_line(text, extent.head.end) : extent.body.start]
    )


def _column(slot: ValueSlot, value: Plain) -> int:
    """Where the lines below begin: as those of the old list or mapping did, if the new one may
    stand there.
    """
    old = slot.node
    if isinstance(value, str) or isinstance(old, Scalar) or old.flow:
        return slot.column + STEP
    column = old.place.column - 1
    as_list = isinstance(value, list) and isinstance(old, Sequence)
    return column if column > slot.column or as_list else slot.column + STEP


def _head(text: str, extent: _Extent, head: str) -> Splice:
    """The change beside the key; the blanks before the old value stay when there is a new one."""
    start, end = extent.head.start, extent.head.end
    if head and start < end:
        blanks = len(text[start:end]) - len(text[start:end].lstrip(" \t"))
        return Splice(start + blanks, end, head)
    return Splice(start, end, f" {head}" if head else "")


def _body(text: str, slot: ValueSlot, extent: _Extent, written: Fragment) -> Iterator[Splice]:
    lines = "\n".join(written.body)
    old = extent.body
    if old is None:
        if lines:
            end = line_end(text, extent.head.end)
            yield Splice(end, end, f"\n{lines}")
    elif lines:
        end, comment = _rest(text, old.end)
        apart = (
            f"\n{' ' * slot.column}" if comment and written.head else ""
        )  # else it would belong to the `|` text
        yield Splice(old.start, end if apart or not comment else old.end, lines + apart)
    else:
        yield _lines_away(text, old, slot.node)


def _lines_away(text: str, old: Span, node: Node) -> Splice:
    """The lines of the old value taken away; a comment after the last of them stays, on a line of
    its own.
    """
    end, comment = _rest(text, old.end)
    if comment:
        return Splice(max(old.start, node.span.start), end, "")
    if end == len(text):
        return Splice(line_end(text, line_start(text, old.start - 1)), end, "")
    return Splice(old.start, next_line(text, end), "")


def _rest(text: str, index: int) -> tuple[int, str]:
    """Where the blanks after a value end, and the comment that follows on the line."""
    rest = text[index : line_end(text, index)]
    comment = rest.lstrip(" \t")
    return index + len(rest) - len(comment), comment


def removal(text: str, slot: ValueSlot) -> Splice:
    """The change that takes a slot away, with its key or dash. Others of the same parent stay."""
    end = max(slot.end, slot.node.span.end)
    if slot.parent.flow:
        return _from_brackets(text, slot, end)
    line = line_start(text, slot.start)
    if is_blank(text[line : slot.start]):
        return Splice(line, next_line(text, end), "")
    following = slot_of(
        text, slot.parent, slot.number + 1
    ).start  # the first of a row, beside the dash of the row
    kept = text[line_end(text, end) : following]
    return Splice(slot.start, following if is_blank(kept) else line_end(text, end), "")


def _from_brackets(text: str, slot: ValueSlot, end: int) -> Splice:
    if slot.number:
        before = slot_of(text, slot.parent, slot.number - 1)
        return Splice(max(before.end, before.node.span.end), end, "")
    if slot.fellows > 1:
        return Splice(slot.start, slot_of(text, slot.parent, 1).start, "")
    return Splice(slot.parent.span.start + 1, slot.parent.span.end - 1, "")
