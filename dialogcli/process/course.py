"""The course of a dialogue: every step and gate with how far it has come and its day, whose turn it
is, and the points of decisions that sent the matter back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.words import same_word
from dialogcli.dossier.model import POINTS, Answer, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.process.days import day_of, expects_day
from dialogcli.process.deciders import authority
from dialogcli.process.standing import EntryState, Standing
from dialogcli.process.traces import Effect, effect_of
from dialogcli.rulebook.model import DECISIONS, REFERRAL, Entry, Gate, Step


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
    if standing.over:
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


class Turn(NamedTuple):
    """Somebody, in the words of the rulebook ('' when it does not say), and the step or gate that
    waits for them.
    """

    who: str
    entry: Entry


def turns(standing: Standing, unready: Collection[str] = ()) -> tuple[Turn, ...]:
    """Everything that is open and not done, in reading order; nothing once the dialogue is over.

    `unready` are the gates (ids) whose basis is not complete: those wait for whoever works on the
    basis.
    """
    if standing.over:
        return ()
    found: list[Turn] = []
    for state in standing.states.values():
        if state.open and not state.done:
            found += _of(standing, state, unready)
    return tuple(found)


def decider(standing: Standing, gate: Gate) -> str:
    """Who is to decide: the organ that is planned, else whoever the rulebook says; '' when nothing
    is known.
    """
    allowed = authority(gate, standing.dossier)
    organ, _ = standing.planned(gate)
    if organ and allowed.role:
        return f"{allowed.role} i {organ}"
    return organ or str(allowed)


def _of(standing: Standing, state: EntryState, unready: Collection[str]) -> Iterator[Turn]:
    entry = state.entry
    if isinstance(entry, Step):
        yield Turn(entry.who, entry)
    elif entry.id in unready:
        entries = [standing.states[before].entry for before in entry.after]
        steps = [one for one in entries if isinstance(one, Step)]
        yield from (Turn(step.who, entry) for step in steps)
        if not steps:
            yield Turn("", entry)
    else:
        yield Turn(decider(standing, entry), entry)


ANSWERS = f"{REFERRAL}.svar_på_återremiss"
"""The table of answers: rows of `punkt`, with the words of the decision, and `svar`."""


class ReferralPoint(NamedTuple):
    """One thing that a decision wants prepared further; `number` counts from 1 within the decision."""

    gate: Gate
    decision: FormFile
    number: int
    answer: Answer

    @property
    def text(self) -> str:
        return " ".join(self.answer.text.split())


def open_points(dossier: Dossier) -> list[ReferralPoint]:
    """The points without an answer, in the order of the process; those of a gate that has ended the
    matter are moot.
    """
    answered = _answered(dossier)
    points: list[ReferralPoint] = []
    for gate in dossier.rulebook.gates():
        if not _has_stopped(dossier, gate):
            points += _points(dossier, gate)
    return [one for one in points if not any(same_word(one.text, text) for text in answered)]


def reference(decision: FormFile) -> str:
    """` 3 mars 2027 § 17`, as far as known: to stand after the name of a gate."""
    paragraph = decision.answers.get("paragraf")
    when = f" {decision.day.in_words}" if decision.day else ""
    return f"{when} § {paragraph.text}" if paragraph and paragraph.filled else when


def _points(dossier: Dossier, gate: Gate) -> Iterator[ReferralPoint]:
    for decision in dossier.files.get(DECISIONS, ()):
        if decision.key != gate.id or effect_of(gate, decision) is not Effect.GO_BACK:
            continue
        answers = decision.answers[POINTS].rows if POINTS in decision.answers else ()
        for number, answer in enumerate(answers, 1):
            if answer.filled:
                yield ReferralPoint(gate, decision, number, answer)


def _answered(dossier: Dossier) -> list[str]:
    """The points that somebody has answered."""
    found = []
    for row in select(dossier, f"{ANSWERS}.*"):
        point, answer = row.part("punkt"), row.part("svar")
        if point and answer and answer.filled:
            found.append(point.text)
    return found


def _has_stopped(dossier: Dossier, gate: Gate) -> bool:
    return effect_of(gate, latest_decision(dossier, gate.id)) is Effect.STOP
