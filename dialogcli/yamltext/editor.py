"""Changing one value in a YAML text so that every other character stays, or not at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from collections.abc import Sequence as Words

from dialogcli.base.findings import ConflictError
from dialogcli.yamltext.edits import new_item, new_key, removal, replacement
from dialogcli.yamltext.emitter import tidy
from dialogcli.yamltext.nodes import (
    Mapping,
    Node,
    Path,
    Plain,
    Scalar,
    Sequence,
    Span,
    changed,
    grown,
    node_as_plain,
    without,
)
from dialogcli.yamltext.reader import read_yaml
from dialogcli.yamltext.splices import (
    Splice,
    ValueSlot,
    find_slot,
    is_blank,
    line_ending,
    size,
    spliced,
)


class EditRefused(ConflictError):  # noqa: N818 - named after what happens, as the other refusals are
    """The change cannot be made without touching other text, or the text cannot be read. Nothing is
    changed.
    """

    def __init__(self) -> None:
        super().__init__(
            "Svaret går inte att skriva utan att annan text i filen ändras. Inget är ändrat.",
            "Öppna filen i en textredigerare och skriv svaret där.",
        )


def set_value(text: str, path: Path, value: Plain, key_order: Words[str] = ()) -> str:
    """The text with `value` at the path; a number is that of an item from 0, one more than the last
    adds an item.

    Keys that are missing are added where `key_order` says. An empty text empties the field. Text is
    written in NFC. Raises EditRefused, and UsageError for characters that cannot be held.
    """
    root = _root(text)
    path, value = _in_nfc(path), tidy(value)
    splices, span = _change(text, root, path, value, key_order)
    return _verified(text, splices, span, lambda whole: changed(whole, path, value))


def remove(text: str, path: Path) -> str:
    """The text without what stands at the path. The last part of a list or mapping leaves its field
    empty.

    Raises EditRefused, also when nothing stands there.
    """
    root = _root(text)
    path = _in_nfc(path)
    slot = _slot(text, root, path)
    if slot.fellows == 1 and len(path) > 1 and not slot.parent.flow:
        return set_value(text, path[:-1], "")
    splice = removal(text, slot)
    return _verified(
        text, [splice], Span(splice.start, splice.end), lambda whole: without(whole, path)
    )


def _root(text: str) -> Mapping:
    root = read_yaml(text, "").root
    if root is None:
        raise EditRefused
    return root


def _in_nfc(path: Path) -> Path:
    return tuple(map(_step_in_nfc, path))


def _step_in_nfc(step: str | int) -> str | int:
    return unicodedata.normalize("NFC", step) if isinstance(step, str) else step


def _slot(text: str, root: Mapping, path: Path) -> ValueSlot:
    node: Node = root
    slot: ValueSlot | None = None
    for step in path:
        slot = find_slot(text, node, step)
        if slot is None:
            raise EditRefused
        node = slot.node
    if slot is None:
        raise EditRefused
    return slot


def _change(
    text: str, root: Mapping, path: Path, value: Plain, key_order: Words[str]
) -> tuple[list[Splice], Span]:
    """The changes that write the value, and the span of the value they replace."""
    node: Node = root
    slot: ValueSlot | None = None
    for depth, step in enumerate(path):
        found = find_slot(text, node, step)
        if found is None:
            return _addition(text, node, slot, path[depth:], value, key_order)
        slot, node = found, found.node
    if slot is None:
        raise EditRefused
    return replacement(text, slot, value), slot.node.span


def _addition(
    text: str, node: Node, slot: ValueSlot | None, path: Path, value: Plain, key_order: Words[str]
) -> tuple[list[Splice], Span]:
    """The same for a path that goes on where the text does not; `slot` is where `node` stands, None
    for the root.
    """
    step, rest = path[0], path[1:]
    inner = grown(rest, value)
    if isinstance(node, Mapping) and isinstance(step, str) and (node.entries or slot is None):
        return [new_key(text, node, step, inner, key_order)], node.span
    if isinstance(node, Sequence) and step == len(node.items) > 0:
        return [new_item(text, node, inner)], node.span
    if slot is None or not _may_become(node, step):
        raise EditRefused
    return replacement(text, slot, grown(path, value)), node.span


def _may_become(node: Node, step: str | int) -> bool:
    """Whether a mapping, or a list, may begin where nothing is said so far."""
    vacant = node.empty if isinstance(node, Scalar) else size(node) == 0
    return vacant and (isinstance(step, str) or step == 0)


def _verified(
    text: str, splices: list[Splice], span: Span, change: Callable[[Plain], Plain]
) -> str:
    """The changed text, once it is certain that it holds what it should and that nothing else has
    been touched.

    A `|` text that ends a file without a last line end has none itself. It gets one when something
    comes after it, or when it is what we write.
    """
    for splice in splices:
        outside = (
            text[splice.start : min(splice.end, span.start)]
            + text[max(splice.start, span.end) : splice.end]
        )
        if not is_blank(outside):
            raise EditRefused
    result = spliced(text, splices)
    endings = ("",) if text.endswith("\n") else ("", line_ending(text))
    expected = [change(node_as_plain(_root(text + ending))) for ending in endings]
    for ending in endings:
        if node_as_plain(_root(result + ending)) in expected:
            return result + ending
    raise EditRefused
