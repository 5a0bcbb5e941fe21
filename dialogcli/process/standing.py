"""The state of every step and gate, and from it: the current one, the next decision and what stands
before it, which moments have come.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import NOTHING
from dialogcli.dossier.left_out import left_out
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.process.deciders import authority, organ_name
from dialogcli.process.stops import Stop, stop_of
from dialogcli.process.traces import Effect, Traces, effect_of, traces
from dialogcli.rulebook.model import Done, Entry, Gate, Step


class EntryState(NamedTuple):
    """`done`: what it is for has been reached. `open`: everything before it is done. `happened`: it
    has left a trace (a decision of any outcome, or what makes a step done), also if what comes
    before is not done.
    """

    entry: Entry
    done: bool
    open: bool
    happened: bool
    decision: FormFile | None = None


class Standing(NamedTuple):
    """Where one dialogue stands. `ended` is the entry at which it came to an end before its time,
    if it did; `stopped` how somebody has stopped it between two. `traces`: what has met the world.
    """

    dossier: Dossier
    states: Mapping[str, EntryState]
    ended: Entry | None = None
    traces: Traces = NOTHING
    stopped: Stop | None = None

    @property
    def over(self) -> bool:
        """Whether it has come to an end before its time, in either way."""
        return self.ended is not None or self.stopped is not None

    @property
    def current(self) -> Entry | None:
        """The first entry that is open and not done, or where the dialogue ended; None when
        everything is done, or it is stopped.
        """
        if self.stopped:
            return None
        waiting = (state.entry for state in self.states.values() if state.open and not state.done)
        return self.ended or next(waiting, None)

    @property
    def next_gate(self) -> Gate | None:
        """The first gate in reading order that has not been passed, unless the dialogue is over."""
        if self.over:
            return None
        for state in self.states.values():
            if isinstance(state.entry, Gate) and not state.done:
                return state.entry
        return None

    def is_open(self, entry_id: str) -> bool:
        return self.states[entry_id].open

    def is_done(self, entry_id: str) -> bool:
        return self.states[entry_id].done

    def is_worked_towards(self, entry_id: str) -> bool:
        """The moment `before`: one of the entries before it is open, or it has happened already."""
        state = self.states[entry_id]
        if state.happened or not state.entry.after:
            return True
        before = [self.states[one] for one in state.entry.after]
        return any(one.open or one.done for one in before)

    def has_come(self, entry_id: str) -> bool:
        """The moment `from`: it is open, or has happened already."""
        state = self.states[entry_id]
        return state.open or state.happened

    def is_passed_by(self, entry_id: str) -> bool:
        """Whether something that comes after this entry has met the world."""
        return any(
            entry_id in self.all_before(found[0].entry) for found in self.traces.values() if found
        )

    def comes_before(self, earlier: str, later: str) -> bool:
        """Whether one entry has to be done before the other, also by way of a third."""
        return earlier in self.all_before(self.states[later].entry)

    def planned(self, gate: Gate) -> tuple[str, Day | None]:
        """The organ (by name, '' when not known) that is to decide at a gate, and the day planned
        for it.
        """
        day, organ = None, ""
        for row in select(self.dossier, "dossier.planerade_beslut.*"):
            point, when, who = row.part("beslutspunkt"), row.part("datum"), row.part("organ")
            if point and gate.is_called(point.text):
                day = when.day if when else None
                organ = organ_name(self.dossier.rulebook, who.text) if who else ""
        allowed = authority(gate, self.dossier).organs
        return organ or (allowed[0] if len(allowed) == 1 else ""), day

    def all_before(self, entry: Entry) -> list[str]:
        """The entries (ids) that come before one, the nearest first, also by way of others."""
        found: list[str] = []
        waiting = list(entry.after)
        while waiting:
            one = waiting.pop(0)
            if one not in found:
                found.append(one)
                waiting += self.states[one].entry.after
        return found


def standing(dossier: Dossier) -> Standing:
    """Derive where a dialogue stands."""
    gates = list(dossier.rulebook.gates())
    decisions = {gate.id: latest_decision(dossier, gate.id) for gate in gates}
    effects = {gate.id: effect_of(gate, decisions[gate.id]) for gate in gates}
    reopened = {gate.back_to for gate in gates if effects[gate.id] is Effect.GO_BACK}
    states: dict[str, EntryState] = {}
    reached: set[str] = set()
    for entry in dossier.rulebook.entries.values():
        if isinstance(entry, Gate):
            happened = decisions[entry.id] is not None
            done = effects[entry.id] is Effect.GO_ON
        else:
            happened = _is_done(dossier, entry.done)
            done = happened and entry.id not in reopened and ending(dossier, entry) is None
        is_open = reached.issuperset(entry.after)
        if done:
            reached.add(entry.id)
        states[entry.id] = EntryState(entry, done, is_open, happened, decisions.get(entry.id))
    ended, found = _ended(dossier, effects), traces(dossier)
    return Standing(dossier, states, ended, found, stop_of(dossier))


def _is_done(dossier: Dossier, done: Done) -> bool:
    return bool(done.filled or done.values) and not lacking(dossier, done)


def lacking(dossier: Dossier, done: Done) -> str:
    """The first path of a step that is not as it has to be for the step to be done; '' for none."""
    for path in done.filled:
        if not _filled(dossier, path):
            return path
    for path, words in done.values.items():
        if not _holds(dossier, path, words):
            return path
    return ""


def _filled(dossier: Dossier, path: str) -> bool:
    """Whether something stands at a path; in every row of a table, and each of them counts."""
    answers = select(dossier, path)
    table, *columns = path.split(".*")
    if not columns:
        return any(answer.filled for answer in answers)
    passed_over = any(map(left_out, select(dossier, table)))
    return bool(answers) and all(answer.filled for answer in answers) and not passed_over


def _holds(dossier: Dossier, path: str, words: tuple[str, ...]) -> bool:
    """Whether all that stands at a path are words that it must have."""
    answers = select(dossier, path)
    return bool(answers) and all(answer.is_one_of(words) for answer in answers)


def _ended(dossier: Dossier, effects: Mapping[str, Effect | None]) -> Entry | None:
    for entry in dossier.rulebook.entries.values():
        if isinstance(entry, Step):
            if ending(dossier, entry):
                return entry
        elif effects[entry.id] is Effect.STOP:
            return entry
    return None


def ending(dossier: Dossier, step: Step) -> Answer | None:
    """The answer that ends the process at a step, so that nothing after it opens."""
    for path, words in step.ends.items():
        if _holds(dossier, path, words):
            return select(dossier, path)[0]
    return None


def waiting_for(where: Standing, gate: Gate) -> list[Entry]:
    """What comes before a gate and is not done.

    A step that this gate sent back is written anew, and has been done once: it is not waited for.
    """
    waiting = [where.states[before] for before in gate.after if not where.is_done(before)]
    return [state.entry for state in waiting if not _is_written_anew(where, gate, state)]


def _is_written_anew(where: Standing, gate: Gate, state: EntryState) -> bool:
    if not isinstance(state.entry, Step) or not state.happened or gate.back_to != state.entry.id:
        return False
    return effect_of(gate, where.states[gate.id].decision) is Effect.GO_BACK
