"""What of a step or gate has met the world: its traces, with their days, what a decision does to
the process, and which sessions have been held.

A decision that lets the matter go on, a session with people in it, a compiled result, feedback that
somebody got, an evaluation. Papers are work and leave none: a draft may lie ready before its
decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import same_word
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import select
from dialogcli.rulebook.model import (
    DECISIONS,
    EVALUATION,
    EVENTS,
    FEEDBACK,
    RESULT,
    SESSIONS,
    Done,
    Entry,
    Form,
    Gate,
    Rulebook,
    Step,
)


class Effect(StrEnum):
    """What an outcome does to the process; the words of the rulebook language."""

    GO_ON = "go_on"
    GO_BACK = "go_back"
    STOP = "stop"
    STAY = "stay"


def effect_of(gate: Gate, decision: FormFile | None) -> Effect | None:
    """What a decision at a gate leads to; None without a decision or with an outcome the
    gate has not.
    """
    if decision is None or "utfall" not in decision.answers:
        return None
    outcome = decision.answers["utfall"].text
    for known, effect in gate.outcomes.items():
        if same_word(outcome, known):
            return Effect(effect) if effect else None
    return None


STATUS = "status"
CANCELLED, HELD = "inställt", "genomfört"
_ONGOING = "pågår"
_SUMMARY = "sammanfattning"


def is_cancelled(session: FormFile) -> bool:
    return _status_is(session, (CANCELLED,))


def has_met(session: FormFile) -> bool:
    """Whether people have met: it says so, or it counts or sums up those who came."""
    if is_cancelled(session):
        return False
    return _status_is(session, (_ONGOING,)) or says_held(session)


def says_held(session: FormFile) -> bool:
    """Whether it tells of something that is over, also when it is called cancelled besides."""
    summary = session.answers.get(_SUMMARY)
    told = summary is not None and summary.filled and not summary.excused
    return _status_is(session, (HELD,)) or told or counts_people(session)


def is_settled(session: FormFile) -> bool:
    """Whether it says what came of it: that it was held, or cancelled."""
    return _status_is(session, (HELD, CANCELLED))


def counts_people(session: FormFile) -> bool:
    """Whether it counts anybody who came."""
    for answer in session.answers.values():
        for one in answer.rows or (answer,):
            is_number = Trait.NUMBER in one.field.type.traits and isinstance(one.value, int)
            if is_number and int(one.text) > 0:
                return True
    return False


def is_to_come(session: FormFile, today: date) -> bool:
    """Whether it is neither held nor past; one without a day is not."""
    return session.day is not None and session.day.last > today and not has_met(session)


def _status_is(session: FormFile, words: tuple[str, ...]) -> bool:
    status = session.answers.get(STATUS)
    return status is not None and status.is_one_of(words)


class Trace(NamedTuple):
    """One thing that met the world. `form`: what it is told in. `answer`: where its day stands, or
    would stand.
    """

    entry: Entry
    form: str
    day: Day | None
    answer: Answer


Traces = Mapping[str, tuple[Trace, ...]]
"""By the id of the entry that left them, the earliest first; those without a day come last."""


def traces(dossier: Dossier) -> Traces:
    """Everything in a dossier that has met the world."""
    found: dict[str, list[Trace]] = {}
    for trace in _all(dossier):
        found.setdefault(trace.entry.id, []).append(trace)
    return {id_: tuple(by_day(own)) for id_, own in found.items()}


def by_day(found: Iterable[Trace]) -> list[Trace]:
    """The earliest first; those without a day last."""
    return sorted(found, key=lambda one: one.day.first.isoformat() if one.day else "9999")


def forms_of(step: Step) -> list[str]:
    """The forms in which stands what makes a step done, each once."""
    return list(dict.fromkeys(path.split(".")[0] for path in _done_paths(step)))


def _all(dossier: Dossier) -> Iterator[Trace]:
    for gate in dossier.rulebook.gates():
        yield from _of_gate(dossier, gate)
    yield from _of_sessions(dossier)
    yield from _of_result(dossier)
    yield from _of_feedback(dossier)
    yield from _of_evaluation(dossier)
    for step in _events(dossier.rulebook):
        if not set(forms_of(step)) & {DECISIONS, *EVENTS}:
            yield from _of_answers(dossier, step)


def _of_gate(dossier: Dossier, gate: Gate) -> Iterator[Trace]:
    """Decisions that let the matter go on. One without an outcome, or with one that the gate has
    not, is written wrongly and counts as one: that fault is told elsewhere.
    """
    for file in dossier.files.get(DECISIONS, ()):
        if file.key == gate.id and effect_of(gate, file) in (Effect.GO_ON, None):
            yield Trace(gate, DECISIONS, file.day, file.answers["datum"])


def _of_sessions(dossier: Dossier) -> Iterator[Trace]:
    if step := sessions_step(dossier.rulebook):
        for file in dossier.files.get(SESSIONS, ()):
            if has_met(file):
                yield Trace(step, SESSIONS, file.day, file.answers["datum"])


def _of_result(dossier: Dossier) -> Iterator[Trace]:
    """A result with its day; themes without one are a result in work."""
    step = result_step(dossier.rulebook)
    day = dossier.answer(f"{RESULT}.datum")
    if step and step.event and day and _stands(day):
        yield Trace(step, RESULT, day.day, day)


def _of_feedback(dossier: Dossier) -> Iterator[Trace]:
    """Feedback that is given; to an audience that no step names it belongs to the first such step."""
    steps = [step for step in _events(dossier.rulebook) if FEEDBACK in forms_of(step)]
    for file in dossier.files.get(FEEDBACK, ()):
        given = file.answers["datum"]
        if steps and _stands(given):
            step = next((one for one in steps if _answers_to(one, file)), steps[0])
            yield Trace(step, FEEDBACK, file.day, given)


def _of_evaluation(dossier: Dossier) -> Iterator[Trace]:
    """Where no step names the evaluation, it stands as if after the step of the result."""
    form = dossier.rulebook.forms.get(EVALUATION)
    if form is None:
        return
    steps = [step for step in dossier.rulebook.steps() if EVALUATION in forms_of(step)]
    for step in steps:
        if step.event:
            yield from _of_answers(dossier, step)
    result = result_step(dossier.rulebook)
    if not steps and result:
        yield from _of_answers(dossier, _stand_in(form, result))


def _stand_in(form: Form, result: Step) -> Step:
    filled = tuple(f"{form.id}.{field}" for field in form.fields)
    return Step(form.id, form.title, (result.id,), Done(filled), event=True)


def _of_answers(dossier: Dossier, step: Step) -> Iterator[Trace]:
    """One trace of all the answers that make a step done, on the latest day among them."""
    answers = [one for path in _done_paths(step) for one in select(dossier, path) if _stands(one)]
    if answers:
        days = [day for one in answers if (day := day_in(one))]
        latest = max(days, key=lambda day: day.last, default=None) or _day_of_file(dossier, step)
        yield Trace(step, forms_of(step)[0], latest, answers[0])


def day_in(answer: Answer) -> Day | None:
    """The day that an answer is, or, of a statement, when it was given."""
    given = answer.part("datum")
    return answer.day or (given.day if given else None)


def result_step(rulebook: Rulebook) -> Step | None:
    """The step that is done when the result is dated."""
    named = [step for step in rulebook.steps() if RESULT in forms_of(step)]
    dated = (step for step in named if f"{RESULT}.datum" in step.done.filled)
    return next(dated, named[0] if named else None)


def _day_of_file(dossier: Dossier, step: Step) -> Day | None:
    days = (dossier.answer(f"{form}.datum") for form in forms_of(step))
    return next((one.day for one in days if one and one.day), None)


def _events(rulebook: Rulebook) -> list[Step]:
    return [step for step in rulebook.steps() if step.event]


def sessions_step(rulebook: Rulebook) -> Step | None:
    """The step in which people meet: the first that is done by sessions."""
    return next((step for step in _events(rulebook) if SESSIONS in forms_of(step)), None)


def _answers_to(step: Step, file: FormFile) -> bool:
    """Whether a step of feedback is the one to that audience."""
    named = (path.split(".") for path in _done_paths(step))
    return any(form == FEEDBACK and same_word(key, file.key) for form, key, *_ in named)


def _stands(answer: Answer) -> bool:
    return answer.filled and not answer.excused


def _done_paths(step: Step) -> tuple[str, ...]:
    return (*step.done.filled, *step.done.values)
