"""The steps and gates of a rulebook's process."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from dialogcli.model.words import nearest
from dialogcli.rulebook.conditions import read_conditions, read_paths, read_sentences
from dialogcli.rulebook.deciders import read_deciders
from dialogcli.rulebook.model import Done, Entry, Gate, Step
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope
from dialogcli.storage.nodes import Mapping as MappingNode
from dialogcli.storage.nodes import Node, Scalar, Sequence

EFFECTS = ("go_on", "go_back", "stop", "stay")

_STEP_KEYS = ("step", "name", "after", "done", "ends")
_GATE_KEYS = ("gate", "name", "after", "decider", "outcomes", "back_to", "adopts", "records", "proposes",
              "unregulated")


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
            book.faults.add("dubbelt", draft.block.key_place(word), f"Punkten {draft.id} står två gånger.")
        elif draft.id:
            found[draft.id] = draft
    return list(found.values())


def _as_meant(draft: EntryDraft, shared: Collection[str]) -> EntryDraft:
    """A step that says nothing of itself leans on the vocabulary, so a misspelt one is read as the nearest there."""
    block = draft.block
    word = block.word("step")
    if draft.is_gate or word is None or "name" in block or "done" in block or not nearest(draft.id, shared):
        return draft
    return replace(draft, id=block.faults.known("okänt-steg", word, "inget gemensamt steg", shared))


def _draft(item: Node, book: Block) -> EntryDraft:
    is_gate = isinstance(item, MappingNode) and item.get("gate") is not None
    is_step = isinstance(item, MappingNode) and item.get("step") is not None
    key, kind = ("gate", "beslutspunkten") if is_gate else ("step", "steget")
    known = _GATE_KEYS if is_gate else _STEP_KEYS if is_step else (*_STEP_KEYS, *_GATE_KEYS)
    entry = item.get(key) if isinstance(item, MappingNode) else None
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


def read_entries(drafts: list[EntryDraft], shared: Mapping[str, Block], scope: Scope) -> dict[str, Entry]:
    """Steps and gates in reading order. What a step does not say itself is that of the vocabulary's step."""
    found: dict[str, Entry] = {}
    above: tuple[str, ...] = ()
    for draft in drafts:
        after = _after(draft.block, above, scope)
        found[draft.id] = (_gate(draft, after, scope) if draft.is_gate
                           else _step(draft, after, shared.get(draft.id), scope))
        above = (draft.id,)
    _check_rings(found, {draft.id: draft.block for draft in drafts})
    return found


def _after(block: Block, above: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    if "after" not in block:
        return above
    return tuple(id_ for word in block.words("after") if (id_ := scope.entry(word)))


def _step(draft: EntryDraft, after: tuple[str, ...], shared: Block | None, scope: Scope) -> Step:
    block = draft.block
    name = block.text("name") or (shared.text("name") if shared else "") or block.needed_text("name")
    return Step(draft.id, name, after, _done(block, shared, scope), read_conditions(block, "ends", scope))


def _done(block: Block, shared: Block | None, scope: Scope) -> Done:
    """A list of paths that are filled in, or a map of paths with the values they have."""
    owner = shared if shared and "done" in shared and "done" not in block else block
    if not owner.need("done"):
        return Done()
    if isinstance(owner.get("done"), MappingNode):
        return Done(values=read_conditions(owner, "done", scope))
    return Done(filled=read_paths(owner, "done", scope))


def _gate(draft: EntryDraft, after: tuple[str, ...], scope: Scope) -> Gate:
    block = draft.block
    outcomes = _outcomes(block, scope)
    back_to = scope.entry(block.word("back_to"))
    if "go_back" in outcomes.values() and "back_to" not in block:
        scope.faults.add("saknas", block.place, f"back_to saknas i {block.what}. Ett utfall där är go_back.")
    return Gate(draft.id, block.needed_text("name"), after, read_deciders(block, scope), outcomes, back_to,
                tuple(scope.form(word) for word in block.words("adopts")), block.texts("records"),
                read_sentences(block, "proposes", scope), block.text("unregulated"))


def _outcomes(block: Block, scope: Scope) -> dict[str, str]:
    """What each outcome leads to."""
    found = {}
    for word, effects in block.pairs("outcomes") if block.need("outcomes") else ():
        outcome = scope.outcome(word)
        if not effects:
            scope.faults.add("saknas", word.place, f"Det saknas vad {word.text} leder till.")
        found[outcome] = scope.faults.known("okänd-verkan", effects[0], "ingen verkan", EFFECTS) if effects else ""
    return found


def _check_rings(entries: Mapping[str, Entry], blocks: Mapping[str, Block]) -> None:
    """Report each ring of entries that wait for one another, once."""
    settled: set[str] = set()
    for id_ in entries:
        ring = _ring(id_, entries, settled, [])
        if ring:
            block = blocks[ring[0]]
            block.faults.add("ring", block.key_place("after"),
                             f"Punkterna väntar på varandra: {', '.join([*ring, ring[0]])}." if len(ring) > 1
                             else f"Punkten {ring[0]} väntar på sig själv.")


def _ring(id_: str, entries: Mapping[str, Entry], settled: set[str], trail: list[str]) -> list[str]:
    """The ring that following `after` from an entry ends in, if it has not been seen before."""
    if id_ in trail:
        return trail[trail.index(id_):]
    if id_ in settled:
        return []
    settled.add(id_)
    for before in entries[id_].after:
        if ring := _ring(before, entries, settled, [*trail, id_]):
            return ring
    return []
