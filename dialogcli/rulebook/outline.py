"""The steps and gates of a rulebook as they stand in its file, before what they refer to is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from dialogcli.model.words import nearest
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Mapping, Node, Scalar, Sequence

_STEP_KEYS = ("step", "name", "who", "after", "done", "ends")
_GATE_KEYS = (
    "gate",
    "name",
    "after",
    "decider",
    "outcomes",
    "back_to",
    "adopts",
    "records",
    "proposes",
    "unregulated",
    "follow_up",
)


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A step or gate as it stands in the file, before what it refers to is known."""

    id: str
    is_gate: bool
    block: Block


def outline(book: Block, shared: Collection[str]) -> list[EntryDraft]:
    """All steps and gates in order, each id once. `shared` are the steps of the vocabulary."""
    book.need("steps")
    found: dict[str, EntryDraft] = {}
    node = book.get("steps")
    for item in node.items if isinstance(node, Sequence) else (node,) if node else ():
        draft = _as_meant(_draft(item, book), shared)
        if draft.id in found:
            word = "gate" if draft.is_gate else "step"
            book.faults.add(
                "dubbelt", draft.block.key_place(word), f"Punkten {draft.id} står två gånger."
            )
        elif draft.id:
            found[draft.id] = draft
    return list(found.values())


def _as_meant(draft: EntryDraft, shared: Collection[str]) -> EntryDraft:
    """A step that says nothing of itself leans on the vocabulary, so a misspelt one is read as the
    nearest there.
    """
    block = draft.block
    word = block.word("step")
    if (
        draft.is_gate
        or word is None
        or "name" in block
        or "done" in block
        or not nearest(draft.id, shared)
    ):
        return draft
    return replace(draft, id=block.faults.known("okänt-steg", word, "inget gemensamt steg", shared))


def _draft(item: Node, book: Block) -> EntryDraft:
    is_gate = isinstance(item, Mapping) and item.get("gate") is not None
    is_step = isinstance(item, Mapping) and item.get("step") is not None
    key, kind = ("gate", "beslutspunkten") if is_gate else ("step", "steget")
    known = _GATE_KEYS if is_gate else _STEP_KEYS if is_step else (*_STEP_KEYS, *_GATE_KEYS)
    entry = item.get(key) if isinstance(item, Mapping) else None
    name = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    block = Block(item, book.faults, f"{kind} {name}" if name else "ett steg", known)
    if "gate" in block and not is_step:
        is_gate, key = True, "gate"
    return EntryDraft(block.needed_text(key), is_gate, block)


def recorded_fields(drafts: list[EntryDraft]) -> Iterator[Scalar]:
    """The fields that decisions have at some gate beside the common ones."""
    for draft in drafts:
        if draft.is_gate:
            yield from draft.block.words("records")
