"""The days of a dialogue: when each step and gate was or is to be, when an organ is to be told how
it went, and what lies ahead. Derived, never stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.process.deciders import audience_name, organ_name
from dialogcli.process.running_text import lowered
from dialogcli.process.standing import EntryState, Standing
from dialogcli.process.traces import Effect, effect_of, has_met
from dialogcli.rulebook.model import FEEDBACK, FOLLOWED_UP, MATTER, SESSIONS, Gate, Rule, Step

PLANNED, REPORTED = FOLLOWED_UP
_TO = "anmäls_i"


class FollowUp(NamedTuple):
    """When an organ is to be told how a decision went: one row of the table that its gate names.

    `path` is the row's; `organ` is '' where the row names none.
    """

    path: str
    planned: Day
    organ: str
    reported: Day | None


def follow_ups(dossier: Dossier, table: str) -> list[FollowUp]:
    """The follow-ups that have a day, the earliest first."""
    rows = [row for answer in select(dossier, table) for row in answer.rows]
    planned = [(row, _day_in(row, PLANNED)) for row in rows]
    found = [
        FollowUp(row.path, day, _text(row, _TO), _day_in(row, REPORTED))
        for row, day in planned
        if day
    ]
    return sorted(found, key=lambda one: one.planned.first)


def awaited(standing: Standing, gate: Gate) -> list[FollowUp]:
    """The follow-ups of what a gate has adopted that are not reported, the earliest first.

    Each is for the organ that its row names, else for the one that decided; here by name.
    """
    state, dossier = standing.states[gate.id], standing.dossier
    if not gate.follow_up or not state.done or state.decision is None:
        return []
    decided = state.decision.answers["organ"].text
    return [
        one._replace(organ=organ_name(dossier.rulebook, one.organ or decided))
        for one in follow_ups(dossier, gate.follow_up)
        if one.reported is None
    ]


def _day_in(row: Answer, name: str) -> Day | None:
    part = row.part(name)
    return part.day if part else None


def _text(row: Answer, name: str) -> str:
    part = row.part(name)
    return part.text if part else ""


FIRST_SESSION = "första_tillfälle"
_FEEDBACK_PLANNED = "planerad"
_PLANNED_DECISIONS = "dossier.planerade_beslut."


def is_overtaken(dossier: Dossier, planned: Answer) -> bool:
    """Whether the day of a plan is no longer wanted, since what was planned has happened: a first
    session, feedback, a decision.
    """
    name = planned.field.id
    if name == FIRST_SESSION:
        return any(has_met(file) for file in dossier.files.get(SESSIONS, ()))
    if planned.path.startswith(_PLANNED_DECISIONS):
        row = select(dossier, planned.path.rpartition(".")[0])
        point = row[0].part("beslutspunkt") if row else None
        gate = dossier.rulebook.gate_called(point.text) if point else None
        return gate is not None and latest_decision(dossier, gate.id) is not None
    feedback = dossier.files.get(FEEDBACK, ())
    given = any(file.day for file in feedback if file.file == planned.place.file)
    return name == _FEEDBACK_PLANNED and given


class DayKind(StrEnum):
    """What a day is planned for."""

    DECISION = "decision"
    SESSION = "session"
    FEEDBACK = "feedback"
    FOLLOW_UP = "follow_up"
    DEADLINE = "deadline"


class Ahead(NamedTuple):
    """Something with a day that has not happened yet, also when the day is past.

    `what` is the gate's name, the place of a session, an audience, what is followed up or what is
    due; `organ` decides, or hears of a follow-up ('' when not known).
    """

    day: Day
    kind: DayKind
    what: str
    organ: str = ""

    def late(self, today: date) -> int:
        """How many days ago it should have happened; 0 when it should not have yet."""
        return max(-self.day.days_from(today), 0)


def day_of(standing: Standing, state: EntryState) -> Day | None:
    """The day of a step or gate: the one on which it was done, else the one that is planned, if
    any.
    """
    if isinstance(state.entry, Gate):
        return _gate_day(standing, state, state.entry)
    if state.done:
        return _latest(_given(standing.dossier, state.entry))
    return _earliest(_pending(standing.dossier, state.entry))


def expects_day(dossier: Dossier, entry: Step | Gate) -> bool:
    """Whether the dossier has a place for the day on which this is to happen, so that its absence
    says something.
    """
    if isinstance(entry, Gate):
        return True
    forms = dossier.rulebook.forms
    return any(forms[id_].items for id_ in _form_ids(entry) if id_ in forms)


def ahead(standing: Standing) -> tuple[Ahead, ...]:
    """Planned decisions, sessions, feedback and follow-ups that have not happened, by day."""
    if standing.over:
        return ()
    return tuple(
        sorted(
            [
                *_decisions(standing),
                *_sessions(standing),
                *_feedback(standing.dossier),
                *_follow_ups(standing),
            ],
            key=lambda one: (one.day.first, one.kind),
        )
    )


def counted_from(dossier: Dossier, rule: Rule) -> Day | None:
    """The day from which feedback that a rule asks for, and that nobody has planned, is late: the
    latest of what it is about.
    """
    about = select(dossier, rule.text("after"))
    return _latest(day for answer in about if (day := answer.day))


def first_session(dossier: Dossier) -> Day | None:
    """The day of the first session: of those that are entered, else as the plan says it."""
    entered = _earliest(file.day for file in dossier.files.get(SESSIONS, ()) if file.day)
    planned = (_day(file.answers.get(FIRST_SESSION)) for file in dossier.all_files())
    return entered or next(filter(None, planned), None)


def _gate_day(standing: Standing, state: EntryState, gate: Gate) -> Day | None:
    """The day of the decision, or when it left the gate open, the later day that is planned
    instead.
    """
    decided = state.decision.day if state.decision else None
    if state.done or effect_of(gate, state.decision) is Effect.STOP:
        return decided
    postponed = _day(state.decision.answers.get("nytt_datum")) if state.decision else None
    _, planned = standing.planned(gate)
    matter = (
        _day(standing.dossier.answer("dossier.kommande_beslut.datum"))
        if gate.id == MATTER
        else None
    )
    coming = (
        day
        for day in (postponed, planned, matter)
        if day and (not decided or day.first > decided.first)
    )
    return next(coming, None)


def _decisions(standing: Standing) -> Iterator[Ahead]:
    for state in standing.states.values():
        if isinstance(state.entry, Gate) and not state.done and (day := day_of(standing, state)):
            yield Ahead(day, DayKind.DECISION, state.entry.name, standing.planned(state.entry)[0])


def _sessions(standing: Standing) -> Iterator[Ahead]:
    """The sessions that are neither held nor cancelled; before any is entered the first, as the
    plan says it.
    """
    dossier = standing.dossier
    for state in standing.states.values():
        if not isinstance(state.entry, Step) or state.done or _form_ids(state.entry) != {SESSIONS}:
            continue
        for file in _undone(dossier, state.entry):
            if file.day:
                where = file.answers["plats"].text if "plats" in file.answers else ""
                yield Ahead(file.day, DayKind.SESSION, where)
        if not dossier.files.get(SESSIONS) and (first := first_session(dossier)):
            yield Ahead(first, DayKind.SESSION, "")


def _feedback(dossier: Dossier) -> Iterator[Ahead]:
    for file in dossier.files.get(FEEDBACK, ()):
        if (due := _day(file.answers.get(_FEEDBACK_PLANNED))) and not file.answers["datum"].filled:
            yield Ahead(due, DayKind.FEEDBACK, audience_name(dossier.rulebook, file.key))


def _follow_ups(standing: Standing) -> Iterator[Ahead]:
    rulebook = standing.dossier.rulebook
    for gate in rulebook.gates():
        field = rulebook.field_at(gate.follow_up)
        for one in awaited(standing, gate):
            yield Ahead(
                one.planned,
                DayKind.FOLLOW_UP,
                lowered(field.label if field else gate.follow_up),
                one.organ,
            )


def _form_ids(step: Step) -> set[str]:
    return {path.split(".")[0] for path in (*step.done.filled, *step.done.values)}


def _given(dossier: Dossier, step: Step) -> Iterator[Day]:
    """The days in the answers that make a step done, and of the files in which they stand."""
    for path in step.done.filled:
        yield from filter(None, map(_day, select(dossier, path)))
    for path in step.done.values:
        yield from filter(None, map(_day, _beside(dossier, path, "datum")))


def _pending(dossier: Dossier, step: Step) -> Iterator[Day]:
    """The days planned for what is not done yet: of feedback, of sessions, of the first session."""
    for path in step.done.filled:
        if not any(answer.filled for answer in select(dossier, path)):
            yield from filter(None, map(_day, _beside(dossier, path, _FEEDBACK_PLANNED)))
    days = [file.day for file in _undone(dossier, step) if file.day]
    yield from days
    if not days and _form_ids(step) == {SESSIONS} and (first := first_session(dossier)):
        yield first


def _undone(dossier: Dossier, step: Step) -> Iterator[FormFile]:
    """The files, of forms with one for each event, in which an answer is not yet one of those that
    end the step.
    """
    for path, words in step.done.values.items():
        form_id, name = path.split(".")[0], path.rpartition(".")[2]
        for file in dossier.files.get(form_id, ()):
            answer = file.answers.get(name)
            if file.form.items and answer and not answer.is_one_of(words):
                yield file


def _beside(dossier: Dossier, path: str, field: str) -> list[Answer]:
    """The answers in another field of the same files."""
    form = dossier.rulebook.forms.get(path.split(".")[0])
    if form is None or not form.items:
        return []
    if field not in form.fields or Trait.DAY not in form.fields[field].type.traits:
        return []
    return select(dossier, ".".join([*path.split(".")[:2], field]))


def _day(answer: Answer | None) -> Day | None:
    return answer.day if answer else None


def _latest(days: Iterable[Day]) -> Day | None:
    return max(days, key=lambda day: day.last, default=None)


def _earliest(days: Iterable[Day]) -> Day | None:
    return min(days, key=lambda day: day.first, default=None)
