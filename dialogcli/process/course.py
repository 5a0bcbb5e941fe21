"""The course of a dialogue: every step and gate with how far it has come and its day."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from dialogcli.model.day import Day
from dialogcli.process.dates import day_of, expects_day
from dialogcli.process.effects import Effect, effect_of
from dialogcli.process.standing import EntryState, Standing
from dialogcli.rulebook.model import Entry, Gate


class Stage(StrEnum):
    """How far a step or gate has come. A gate that was sent back or postponed is still to be
    decided.
    """

    DONE = "done"
    ONGOING = "ongoing"
    NEXT = "next"
    COMING = "coming"
    SENT_BACK = "sent_back"
    POSTPONED = "postponed"
    MISSING = "missing"
    ENDED = "ended"
    VOID = "void"


class Waypoint(NamedTuple):
    """One line of the course. `expects_day`: that there is no day says something. `decided` is the
    decision's own day, which is not `day` when the gate is to be decided again.
    """

    entry: Entry
    stage: Stage
    day: Day | None
    expects_day: bool
    outcome: str = ""
    paragraph: str = ""
    decided: Day | None = None


def course(standing: Standing) -> tuple[Waypoint, ...]:
    """All steps and gates in reading order."""
    return tuple(_waypoint(standing, state) for state in standing.states.values())


def outcome_of(gate: Gate, state: EntryState) -> str:
    """The outcome of the decision as it is written; '' without one that the gate knows."""
    known = effect_of(gate, state.decision) is not None
    return state.decision.answers["utfall"].text if state.decision and known else ""


def _waypoint(standing: Standing, state: EntryState) -> Waypoint:
    entry = state.entry
    stage = _stage(standing, state)
    day = None if stage is Stage.VOID else day_of(standing, state)
    expected = expects_day(standing.dossier, entry) and stage not in (Stage.ONGOING, Stage.VOID)
    if not isinstance(entry, Gate) or state.decision is None:
        return Waypoint(entry, stage, day, expected)
    answers = state.decision.answers
    decided = answers["datum"].value if "datum" in answers else None
    paragraph = answers["paragraf"].text if "paragraf" in answers else ""
    return Waypoint(
        entry,
        stage,
        day,
        expected,
        outcome_of(entry, state),
        paragraph,
        decided if isinstance(decided, Day) else None,
    )


def _stage(standing: Standing, state: EntryState) -> Stage:
    entry = state.entry
    if standing.ended and standing.ended.id == entry.id:
        return Stage.ENDED
    if state.done:
        return Stage.DONE
    if standing.ended:
        return Stage.VOID
    if isinstance(entry, Gate):
        return _stage_of_gate(standing, state, entry)
    return Stage.ONGOING if state.open else Stage.COMING


def _stage_of_gate(standing: Standing, state: EntryState, gate: Gate) -> Stage:
    match effect_of(gate, state.decision):
        case Effect.GO_BACK:
            return Stage.SENT_BACK
        case Effect.STAY:
            return Stage.POSTPONED
    if state.decision is None and standing.is_passed_by(gate.id):
        return Stage.MISSING
    return Stage.NEXT if standing.next_gate == gate else Stage.COMING
