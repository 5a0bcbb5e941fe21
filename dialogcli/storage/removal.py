"""A key or an item taken away, with the comment beside it. Comments on lines of their own stay."""

from __future__ import annotations

from dialogcli.storage.slots import Slot, slot_of
from dialogcli.storage.splices import Splice, is_blank, line_end, line_start, next_line


def removal(text: str, slot: Slot) -> Splice:
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


def _from_brackets(text: str, slot: Slot, end: int) -> Splice:
    if slot.number:
        before = slot_of(text, slot.parent, slot.number - 1)
        return Splice(max(before.end, before.node.span.end), end, "")
    if slot.fellows > 1:
        return Splice(slot.start, slot_of(text, slot.parent, 1).start, "")
    return Splice(slot.parent.span.start + 1, slot.parent.span.end - 1, "")
