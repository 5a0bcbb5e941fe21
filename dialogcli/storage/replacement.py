"""One value in the place of another. Comments beside it, above it and below it stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dialogcli.storage.layout import LONGEST_LINE, STEP
from dialogcli.storage.nodes import Node, Plain, Scalar, Sequence, Span
from dialogcli.storage.slots import Slot, size
from dialogcli.storage.splices import Splice, is_blank, line_end, line_start, next_line, swallows
from dialogcli.storage.yaml_emitter import (
    Fragment,
    after_dash,
    after_key,
    on_one_line,
    within_brackets,
)

_BLOCK_HEADER = re.compile(r"[|>][+\-0-9]*")


@dataclass(frozen=True, slots=True)
class _Extent:
    """What the old value takes up: `head` beside its key or dash, `body` whole lines below; either
    may be empty.
    """

    head: Span
    body: Span | None = None


def replacement(text: str, slot: Slot, value: Plain) -> list[Splice]:
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


def _in_flow(slot: Slot, value: Plain) -> list[Splice]:
    span = slot.node.span
    if span.start == span.end:
        return [Splice(slot.end, span.end, f" {within_brackets(value)}")]
    return [Splice(span.start, span.end, within_brackets(value))]


def _still_in_flow(slot: Slot, value: Plain) -> str:
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


def _extent(text: str, slot: Slot, below: bool) -> _Extent:
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


def _fragment(text: str, slot: Slot, value: Plain, extent: _Extent) -> Fragment:
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


def _column(slot: Slot, value: Plain) -> int:
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


def _body(text: str, slot: Slot, extent: _Extent, written: Fragment) -> Iterator[Splice]:
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
