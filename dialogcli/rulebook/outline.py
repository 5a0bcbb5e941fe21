"""The steps and gates of a rulebook as they stand in its file, before what they refer to is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from dialogcli.model.words import nearest
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Entry, Mapping, Node, Scalar, Sequence

_STEP_KEYS = ("step", "name", "who", "after", "done", "ends", "event", "unbound", "source")
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
    "unbound",
    "source",
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
    for item in _items(book.get("steps")):
        draft = _as_meant(_draft(item, book), shared)
        if draft.id in found:
            word = "gate" if draft.is_gate else "step"
            book.faults.add(
                "dubbelt", draft.block.key_place(word), f"Punkten {draft.id} står två gånger."
            )
        elif draft.id:
            found[draft.id] = draft
    return list(found.values())


def _items(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; what stands there alone is one."""
    if node is None:
        return ()
    return tuple(node.items) if isinstance(node, Sequence) else (node,)


def _as_meant(draft: EntryDraft, shared: Collection[str]) -> EntryDraft:
    """A step that says nothing of itself leans on the vocabulary, so a misspelt one is read as the
    nearest there.
    """
    block = draft.block
    word = block.word("step")
    says_nothing = "name" not in block and "done" not in block
    if draft.is_gate or word is None or not says_nothing or not nearest(draft.id, shared):
        return draft
    return replace(draft, id=block.faults.known("okänt-steg", word, "inget gemensamt steg", shared))


def _draft(item: Node, book: Block) -> EntryDraft:
    gate, step = _entry(item, "gate"), _entry(item, "step")
    if gate:
        block = Block(item, book.faults, _what("beslutspunkten", gate), _GATE_KEYS)
    elif step:
        block = Block(item, book.faults, _what("steget", step), _STEP_KEYS)
    else:
        block = Block(item, book.faults, "ett steg", (*_STEP_KEYS, *_GATE_KEYS))
    is_gate = "gate" in block and (gate is not None or step is None)  # also one that is misspelt
    return EntryDraft(block.needed_text("gate" if is_gate else "step"), is_gate, block)


def _entry(item: Node, key: str) -> Entry | None:
    return item.get(key) if isinstance(item, Mapping) else None


def _what(kind: str, entry: Entry) -> str:
    """A step or gate as messages name it: `steget inledning`."""
    name = entry.value.text if isinstance(entry.value, Scalar) else ""
    return f"{kind} {name}" if name else "ett steg"


def recorded_fields(drafts: list[EntryDraft]) -> Iterator[Scalar]:
    """The fields that decisions have at some gate beside the common ones."""
    for draft in drafts:
        if draft.is_gate:
            yield from draft.block.words("records")
