"""The steps and gates of a rulebook's process."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.model.fieldtypes import Shape, Trait
from dialogcli.model.finding import Citation
from dialogcli.model.words import listed
from dialogcli.rulebook.conditions import read_conditions, read_paths, read_sentences
from dialogcli.rulebook.deciders import read_deciders
from dialogcli.rulebook.model import EVENTS, FOLLOWED_UP, Done, Entry, Field, Gate, Step
from dialogcli.rulebook.outline import EntryDraft
from dialogcli.rulebook.paths import find
from dialogcli.rulebook.reading import Block
from dialogcli.rulebook.scope import Scope
from dialogcli.rulebook.sources import read_citations
from dialogcli.storage.nodes import Mapping as MappingNode

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
    target = find(word, scope) if word else None
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
        before = _all_before(entry, entries)
        for other in entry.unbound:
            if other and other not in before:
                blocks[id_].faults.add(
                    "fel-ordning",
                    blocks[id_].key_place("unbound"),
                    f"{other} kommer inte före {id_}. Ta bort det ur unbound.",
                )


def _all_before(entry: Entry, entries: Mapping[str, Entry]) -> set[str]:
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
