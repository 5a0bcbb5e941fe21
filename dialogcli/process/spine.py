"""What has happened needs what comes before it.

Every trace (`traces.py`) needs each entry before its own: a step done, a gate passed with an outcome
that goes on, on the day of the trace. What is not so is a breach, told once for each entry that is
lacking, with the traces that came all the same. The order of days is the same question: the gate was
passed, but later than the trace. Derived from a rulebook's own steps; it knows no organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.process.standing import Standing, ending
from dialogcli.process.traces import Effect, Trace, by_day, day_in, effect_of, forms_of
from dialogcli.rulebook.model import (
    DECISIONS,
    EVENTS,
    FEEDBACK,
    SESSIONS,
    Entry,
    Gate,
    Role,
    Rulebook,
    Step,
)


class Lack(StrEnum):
    """What is wrong with the entry before."""

    REFUSED = "refused"
    TABLED = "tabled"
    MISSING = "missing"
    UNDONE = "undone"
    ENDED = "ended"
    EARLY = "early"
    LATE_PAPER = "late_paper"


class Breach(NamedTuple):
    """An entry that is not as the traces need it, and those traces, the earliest first.

    `decision` is the one in question at a gate. `late`: the days of `before` that come after the
    trace (of a step; of a paper one day).
    """

    lack: Lack
    before: Entry
    traces: tuple[Trace, ...]
    decision: FormFile | None = None
    late: tuple[Answer, ...] = ()


class _Verdict(NamedTuple):
    """What a gate had decided on some day: `lack` is None when it had been passed. `later`: the
    matter was passed, but after that day.
    """

    lack: Lack | None
    decision: FormFile | None
    later: bool = False


def breaches(where: Standing) -> tuple[Breach, ...]:
    """Everything that has happened without what it needs, in the order of the process."""
    written = written_orders(where.dossier.rulebook)
    return (
        *_unmet(where),
        *_before_their_gate(where, written),
        *_before_their_step(where, written),
        *_late_papers(where, written),
    )


def _all_traces(where: Standing) -> Iterator[Trace]:
    for found in where.traces.values():
        yield from found


def bound(where: Standing, entry: Entry) -> list[str]:
    """All (ids) that an entry needs before it."""
    return [one for one in where.all_before(entry) if one not in entry.unbound]


# --- what is not done at all


def _unmet(where: Standing) -> Iterator[Breach]:
    found: dict[str, dict[tuple[Lack, str], list[Trace]]] = {}
    decisions: dict[str, FormFile] = {}
    for trace in _all_traces(where):
        for before in (where.states[one].entry for one in bound(where, trace.entry)):
            verdict = _verdict(where, before, trace.day)
            if verdict.lack:
                file = verdict.decision.file if verdict.decision else ""
                if verdict.decision:
                    decisions[file] = verdict.decision
                lacks = found.setdefault(before.id, {})
                lacks.setdefault((verdict.lack, file), []).append(trace)
    for id_, state in where.states.items():
        if id_ in found:
            lack, file = min(found[id_], key=lambda key: (list(Lack).index(key[0]), key[1]))
            late = tuple(by_day(found[id_][lack, file]))
            yield Breach(lack, state.entry, late, decisions.get(file))


def _verdict(where: Standing, before: Entry, day: Day | None) -> _Verdict:
    if isinstance(before, Gate):
        return in_force(where.dossier, before, day)
    if ending(where.dossier, before):
        return _Verdict(Lack.ENDED, None)
    if _is_of_sessions(before):
        return _Verdict(None if before.id in where.traces else Lack.UNDONE, None)
    return _Verdict(None if where.states[before.id].happened else Lack.UNDONE, None)


def in_force(dossier: Dossier, gate: Gate, day: Day | None) -> _Verdict:
    """What holds at a gate on a day: the last decision until then. Of a month, the day that suits
    best; a decision without a day counts as taken before.
    """
    decisions = _decisions(dossier, gate)
    if not decisions:
        return _Verdict(Lack.MISSING, None)
    until = [file for file in decisions if not _is_after(file.day, day)]
    if not until:
        return _passed_later(gate, decisions) or _open(gate, decisions[-1])
    last = until[-1]
    if _goes_on(gate, last):
        return _Verdict(None, last)
    if effect_of(gate, last) is Effect.STOP:
        return _Verdict(Lack.REFUSED, last)
    return _passed_later(gate, decisions[len(until) :]) or _open(gate, last)


def _decisions(dossier: Dossier, gate: Gate) -> list[FormFile]:
    """Those at a gate by their day; one without a day first."""
    files = [file for file in dossier.files.get(DECISIONS, ()) if file.key == gate.id]
    return sorted(
        files, key=lambda file: (file.day.last.isoformat() if file.day else "", file.file)
    )


def _passed_later(gate: Gate, later: list[FormFile]) -> _Verdict | None:
    passed = next((file for file in later if _goes_on(gate, file)), None)
    return _Verdict(None, passed, later=True) if passed else None


def _open(gate: Gate, decision: FormFile) -> _Verdict:
    """A gate that was not passed by this decision."""
    refused = effect_of(gate, decision) is Effect.STOP
    return _Verdict(Lack.REFUSED if refused else Lack.TABLED, decision)


def _goes_on(gate: Gate, decision: FormFile) -> bool:
    return effect_of(gate, decision) in (Effect.GO_ON, None)


def _is_of_sessions(entry: Entry) -> bool:
    return isinstance(entry, Step) and entry.event and SESSIONS in forms_of(entry)


# --- the order of days


def _before_their_gate(where: Standing, written: Orders) -> Iterator[Breach]:
    """Traces from before the day on which the nearest gate was passed."""
    for own in where.traces.values():
        for gate in _nearest(where, own[0].entry):
            if isinstance(gate, Gate):
                judged = _left(own, f"{DECISIONS}.{gate.id}.datum", written)
                verdicts = [(trace, in_force(where.dossier, gate, trace.day)) for trace in judged]
                early = [(trace, verdict.decision) for trace, verdict in verdicts if verdict.later]
                if early:
                    yield Breach(Lack.EARLY, gate, tuple(one for one, _ in early), early[0][1])


def _before_their_step(where: Standing, written: Orders) -> Iterator[Breach]:
    """Traces from before a session or the result that they build on.

    Feedback goes on for long, so its days never limit what comes after it.
    """
    for own in where.traces.values():
        for step in filter(_limits, _nearest(where, own[0].entry)):
            others = where.traces.get(step.id, ())
            early = [one for one in own if _is_early(where, step, one, written)]
            if early:
                late = [one.answer for one in others if _is_after(one.day, early[0].day)]
                yield Breach(Lack.EARLY, step, tuple(early), late=tuple(late))


def _is_early(where: Standing, step: Entry, trace: Trace, written: Orders) -> bool:
    """Whether a trace is from before something that a step left, and that is nobody else's to say."""
    if _is_redone(where, step, trace):
        return False
    return any(
        _is_after(other.day, trace.day) and (pattern(other), pattern(trace)) not in written
        for other in where.traces.get(step.id, ())
    )


def _left(own: Iterable[Trace], before: str, written: Orders) -> list[Trace]:
    """The traces whose days no rule of the rulebook itself compares with those at a path."""
    return [trace for trace in own if (before, pattern(trace)) not in written]


def _late_papers(where: Standing, written: Orders) -> Iterator[Breach]:
    """Papers from after the day of what builds on them, each told once."""
    told: set[str] = set()
    for trace in by_day(_all_traces(where)):
        for before, answer in _papers(where, trace):
            order = (pattern_of(answer.path, where.dossier.rulebook), pattern(trace))
            is_late = _is_after(day_in(answer), trace.day) and order not in written
            if is_late and answer.path not in told:
                told.add(answer.path)
                yield Breach(Lack.LATE_PAPER, before, (trace,), late=(answer,))


def _papers(where: Standing, trace: Trace) -> Iterator[tuple[Entry, Answer]]:
    """The days of the papers that a trace builds on: those of the steps before it, and those that
    its own decision adopts. Once a matter is sent back, its papers are written anew.

    A statement is a step's before it is a decision's: the step says what it is for.
    """
    own, dossier = trace.entry, where.dossier
    if isinstance(own, Gate) and _is_sent_back(where, own, trace):
        return
    adopted = _adopted(own)
    yield from ((own, day) for form in adopted for day in _days_of_form(dossier, form))
    for step in _steps_of_papers(where, trace):
        yield from ((step, day) for day in days_of_paper(dossier, step))
    yield from ((own, given) for form in adopted for given in _statements(dossier, form))


def _adopted(entry: Entry) -> list[str]:
    """The papers (ids of forms) that a gate adopts."""
    adopts = entry.adopts if isinstance(entry, Gate) else ()
    return [form for form in adopts if form not in EVENTS]


def _steps_of_papers(where: Standing, trace: Trace) -> list[Step]:
    steps = [one for one in _nearest(where, trace.entry) if isinstance(one, Step)]
    return [one for one in steps if not one.event and not _is_redone(where, one, trace)]


def _days_of_form(dossier: Dossier, form_id: str) -> list[Answer]:
    """The day of a paper, and the days on which something happened that it tells of."""
    names = dict.fromkeys(("datum", *dossier.rulebook.forms[form_id].facts))
    return [day for name in names if (day := dossier.answer(f"{form_id}.{name}"))]


def _statements(dossier: Dossier, form_id: str) -> list[Answer]:
    """The statements of a paper from after its own day: what is weighed for a decision is weighed
    before it.
    """
    own = dossier.answer(f"{form_id}.datum")
    written = own.day if own else None
    found: list[Answer] = []
    for field in dossier.rulebook.forms[form_id].fields.values():
        answer = dossier.answer(f"{form_id}.{field.id}")
        is_later = answer and (written is None or _is_after(day_in(answer), written))
        if answer and is_later and field.type.shape is Shape.STATEMENT:
            found.append(answer)
    return found


def days_of_paper(dossier: Dossier, step: Step) -> list[Answer]:
    """The answers that say on which day the papers of a step were written."""
    papers = [form for form in forms_of(step) if form not in (DECISIONS, *EVENTS)]
    found = [day for form in papers for day in _days_of_form(dossier, form)]
    found += [given for form in papers for given in _statements(dossier, form)]
    return [one for one in found if day_in(one)]


def _nearest(where: Standing, entry: Entry) -> list[Entry]:
    """What a trace is compared with: back along each branch to the first gate or event that has a
    day. A paper is compared and passed by, for a wrong day behind it would else be missed.
    """
    found: list[Entry] = []
    seen: set[str] = set()
    waiting = list(entry.after)
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        before = where.states[one].entry
        if one not in entry.unbound:
            found.append(before)
        if one in entry.unbound or not _has_day(where, before):
            waiting += before.after
    return found


def _has_day(where: Standing, entry: Entry) -> bool:
    """Whether a branch ends here: at a gate that is decided on, or an event that has happened."""
    if isinstance(entry, Gate):
        decision = where.states[entry.id].decision
        return decision is not None and decision.day is not None
    return _limits(entry) and any(trace.day for trace in where.traces.get(entry.id, ()))


def _limits(entry: Entry) -> bool:
    return isinstance(entry, Step) and entry.event and FEEDBACK not in forms_of(entry)


def _is_redone(where: Standing, step: Entry, trace: Trace) -> bool:
    """Whether a step has been sent back since a trace, so that it has a later day rightly."""
    gates = (gate for gate in where.dossier.rulebook.gates() if gate.back_to == step.id)
    return any(_is_sent_back(where, gate, trace) for gate in gates)


def _is_sent_back(where: Standing, gate: Gate, trace: Trace) -> bool:
    """Whether a gate has sent its matter back on or after the day of a trace."""
    for file in where.dossier.files.get(DECISIONS, ()):
        sent_back = file.key == gate.id and effect_of(gate, file) is Effect.GO_BACK
        if sent_back and not _is_after(trace.day, file.day):
            return True
    return False


def _is_after(later: Day | None, day: Day | None) -> bool:
    return later is not None and day is not None and later.first > day.last


# --- the orders that a rulebook writes itself, which win

Orders = frozenset[tuple[str, str]]
"""Pairs of paths, the earlier day first."""


def written_orders(rulebook: Rulebook) -> Orders:
    """The days that a rulebook's own rules compare: the spine leaves those to them."""
    found: set[tuple[str, str]] = set()
    for rule in rulebook.rules.values():
        if not all("*" in path for path in rule.when):
            continue
        if rule.kind.role is Role.DATES:
            found.update(combinations((pattern_of(path, rulebook) for path in rule.fields), 2))
        elif rule.kind.role is Role.FEEDBACK and rule.text("after"):
            own = f"{FEEDBACK}.{rule.text('to')}.datum"
            found.add((pattern_of(rule.text("after"), rulebook), own))
    return frozenset(found)


def pattern(trace: Trace) -> str:
    """The day of a trace as rules name it: `tillfällen.*.datum`."""
    words = trace.answer.path.split(".")
    if trace.form == SESSIONS:
        return f"{SESSIONS}.*.datum"
    return ".".join(words)


def pattern_of(path: str, rulebook: Rulebook) -> str:
    """A path as the orders name it: of a statement its day is the statement's."""
    return path.removesuffix(".datum") if _is_statement(path, rulebook) else path


def _is_statement(path: str, rulebook: Rulebook) -> bool:
    parent = path.rpartition(".")[0]
    field = rulebook.field_at(parent) if parent.count(".") else None
    return field is not None and field.type.shape is Shape.STATEMENT
