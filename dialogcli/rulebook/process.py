"""The steps and gates of a rulebook's process, and who may decide at a gate: first as they stand in
its file, then with all that they refer to.

A gate describes who decides; only a rule with a citation, or an open word that there is none, gives
it authority.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Citation
from dialogcli.base.words import listed, nearest
from dialogcli.rulebook.fields import Scope
from dialogcli.rulebook.mapping_reader import Block
from dialogcli.rulebook.model import (
    EVENTS,
    FOLLOWED_UP,
    Decider,
    Done,
    Entry,
    Field,
    Gate,
    Rule,
    Step,
)
from dialogcli.rulebook.paths import find_target, read_conditions, read_paths, read_sentences
from dialogcli.rulebook.sources import read_citations
from dialogcli.yamltext.nodes import Entry as MappingEntry
from dialogcli.yamltext.nodes import Mapping as MappingNode
from dialogcli.yamltext.nodes import Node, Scalar, Sequence

_KEYS = ("organ", "organ_type", "role", "named_in", "when")


def read_deciders(gate: Block, scope: Scope) -> tuple[Decider, ...]:
    """The deciders of a gate: one, or variants each with its condition."""
    if not gate.need("decider"):
        return ()
    blocks = gate.blocks("decider", f"decider i {gate.what}", _KEYS)
    for block in blocks[:-1]:
        block.need("when")
    return tuple(_decider(block, scope) for block in blocks)


def _decider(block: Block, scope: Scope) -> Decider:
    if not any(key in block for key in ("organ", "organ_type", "named_in")):
        block.faults.add(
            "saknas", block.place, f"organ, organ_type eller named_in saknas i {block.what}."
        )
    return Decider(
        tuple(scope.organ(word) for word in block.words("organ")),
        tuple(scope.organ_type(word) for word in block.words("organ_type")),
        block.text("role"),
        _named_in(block, scope),
        read_conditions(block, "when", scope),
    )


def _named_in(block: Block, scope: Scope) -> tuple[str, ...]:
    words = block.words("named_in")
    for word in words:
        target = find_target(word, scope)
        if target and target.field and Trait.ORGAN not in target.field.type.traits:
            block.faults.add(
                "fel-fälttyp",
                word.place,
                f"{word.text} är av typen {target.field.type}. Här behövs ett fält av typen organ.",
            )
    return tuple(word.text for word in words)


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


def _entry(item: Node, key: str) -> MappingEntry | None:
    return item.get(key) if isinstance(item, MappingNode) else None


def _what(kind: str, entry: MappingEntry) -> str:
    """A step or gate as messages name it: `steget inledning`."""
    name = entry.value.text if isinstance(entry.value, Scalar) else ""
    return f"{kind} {name}" if name else "ett steg"


def recorded_fields(drafts: list[EntryDraft]) -> Iterator[Scalar]:
    """The fields that decisions have at some gate beside the common ones."""
    for draft in drafts:
        if draft.is_gate:
            yield from draft.block.words("records")


def check_authority(drafts: Iterable[EntryDraft], rules: Iterable[Rule]) -> None:
    """Report each gate that has neither a `decided` rule nor `unregulated`, or both."""
    supported = {rule.text("gate") for rule in rules}
    for draft in drafts:
        if not draft.is_gate:
            continue
        block = draft.block
        if draft.id in supported and "unregulated" in block:
            block.faults.add(
                "dubbelt",
                block.key_place("unregulated"),
                f"{block.title} har både en regel av sorten decided och unregulated.",
            )
        if draft.id not in supported and "unregulated" not in block:
            block.faults.add(
                "saknas",
                block.place,
                f"{block.title} har ingen regel av sorten decided. Skriv en, "
                "eller under unregulated varför ingen finns.",
            )


EFFECTS = ("go_on", "go_back", "stop", "stay")


def read_entries(
    drafts: list[EntryDraft], shared: Mapping[str, Block], scope: Scope
) -> dict[str, Entry]:
    """Steps and gates in reading order. What a step does not say itself is that of the vocabulary's
    step.
    """
    found: dict[str, Entry] = {}
    above: tuple[str, ...] = ()
    for draft in drafts:
        after = _after(draft.block, above, scope)
        found[draft.id] = (
            _gate(draft, after, scope)
            if draft.is_gate
            else _step(draft, after, shared.get(draft.id), scope)
        )
        above = (draft.id,)
    blocks = {draft.id: draft.block for draft in drafts}
    _check_rings(found, blocks)
    _check_unbound(found, blocks)
    _check_ways_back(found, blocks)
    return found


def _after(block: Block, above: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    if "after" not in block:
        return above
    return tuple(filter(None, map(scope.entry, block.words("after"))))


def _step(draft: EntryDraft, after: tuple[str, ...], shared: Block | None, scope: Scope) -> Step:
    block = draft.block
    name = (
        block.text("name") or (shared.text("name") if shared else "") or block.needed_text("name")
    )
    done = _done(block, shared, scope)
    return Step(
        draft.id,
        name,
        after,
        done,
        read_conditions(block, "ends", scope),
        block.text("who"),
        _event(block, done),
        _unbound(block, scope),
        _source(block, scope),
        "event" in block,
    )


def _event(block: Block, done: Done) -> bool:
    """As the step says itself; else whether what makes it done tells of what has met the world."""
    if "event" in block:
        return block.flag("event")
    return any(path.split(".")[0] in EVENTS for path in (*done.filled, *done.values))


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
        scope.faults.add(
            "saknas", block.place, f"back_to saknas i {block.what}. Ett utfall där är go_back."
        )
    return Gate(
        draft.id,
        block.needed_text("name"),
        after,
        read_deciders(block, scope),
        outcomes,
        back_to,
        tuple(scope.form(word) for word in block.words("adopts")),
        block.texts("records"),
        read_sentences(block, "proposes", scope),
        block.text("unregulated"),
        _follow_up(block, scope),
        _unbound(block, scope),
        _source(block, scope),
    )


def _unbound(block: Block, scope: Scope) -> dict[str, str]:
    """The entries that this one does not need, with the reason for each."""
    found = {}
    for word, reasons in block.pairs("unbound"):
        why = " ".join(reason.text for reason in reasons).strip()
        if not why:
            scope.faults.add("saknas", word.place, f"Det saknas varför {word.text} inte behövs.")
        found[scope.entry(word)] = why
    return found


def _source(block: Block, scope: Scope) -> Citation | None:
    if "source" not in block:
        return None
    citations, _ = read_citations(block, scope)
    return next(iter(citations), None)


def _follow_up(block: Block, scope: Scope) -> str:
    """The table of an ordinary form in which the days of a follow-up stand."""
    word = block.word("follow_up")
    target = find_target(word, scope) if word else None
    if word is None or target is None or target.field is None:
        return ""
    in_one_file = target.form is not None and not target.form.items
    if not in_one_file or not _says_when(target.field):
        scope.faults.add(
            "fel-uppföljning",
            word.place,
            f"{word.text} säger inte när beslutet följs upp. Det ska vara en tabell med datumkolumnerna "
            f"{listed(FOLLOWED_UP)}, i ett underlag med en enda fil.",
        )
        return ""
    return word.text


def _says_when(field: Field) -> bool:
    """Whether it is a table with the days of a follow-up."""
    dates = {id_ for id_, column in field.parts.items() if Trait.DAY in column.type.traits}
    return field.type.shape is Shape.ROWS and dates.issuperset(FOLLOWED_UP)


def _outcomes(block: Block, scope: Scope) -> dict[str, str]:
    """What each outcome leads to."""
    found = {}
    for word, effects in block.pairs("outcomes") if block.need("outcomes") else ():
        outcome = scope.outcome(word)
        if effects:
            effect = scope.faults.known("okänd-verkan", effects[0], "ingen verkan", EFFECTS)
        else:
            effect = ""
            scope.faults.add("saknas", word.place, f"Det saknas vad {word.text} leder till.")
        found[outcome] = effect
    return found


def _check_rings(entries: Mapping[str, Entry], blocks: Mapping[str, Block]) -> None:
    """Report each ring of entries that wait for one another, once."""
    settled: set[str] = set()
    for id_ in entries:
        ring = _ring(id_, entries, settled, [])
        if ring:
            block = blocks[ring[0]]
            block.faults.add(
                "ring",
                block.key_place("after"),
                f"Punkterna väntar på varandra: {', '.join([*ring, ring[0]])}."
                if len(ring) > 1
                else f"Punkten {ring[0]} väntar på sig själv.",
            )


def _check_unbound(entries: Mapping[str, Entry], blocks: Mapping[str, Block]) -> None:
    """Report what is no link that could be switched off: an entry that does not come before."""
    for id_, entry in entries.items():
        before = all_before(entry, entries)
        for other in entry.unbound:
            if other and other not in before:
                blocks[id_].faults.add(
                    "fel-ordning",
                    blocks[id_].key_place("unbound"),
                    f"{other} kommer inte före {id_}. Ta bort det ur unbound.",
                )


def _check_ways_back(entries: Mapping[str, Entry], blocks: Mapping[str, Block]) -> None:
    """Report each `back_to` that leads on, or to the gate itself: nothing is written anew then."""
    for id_, entry in entries.items():
        back = entry.back_to if isinstance(entry, Gate) else ""
        if back in entries and back not in all_before(entry, entries):
            blocks[id_].faults.add(
                "fel-ordning",
                blocks[id_].key_place("back_to"),
                f"back_to leder framåt: {back} kommer inte före {id_}. "
                "Skriv ett steg som ska göras om.",
            )


def all_before(entry: Entry, entries: Mapping[str, Entry]) -> set[str]:
    """The entries (ids) that come before one, also by way of others."""
    found: set[str] = set()
    waiting = list(entry.after)
    while waiting:
        one = waiting.pop()
        if one in entries and one not in found:
            found.add(one)
            waiting += entries[one].after
    return found


def _ring(id_: str, entries: Mapping[str, Entry], settled: set[str], trail: list[str]) -> list[str]:
    """The ring that following `after` from an entry ends in, if it has not been seen before."""
    if id_ in trail:
        return trail[trail.index(id_) :]
    if id_ in settled:
        return []
    settled.add(id_)
    for before in entries[id_].after:
        if ring := _ring(before, entries, settled, [*trail, id_]):
            return ring
    return []
