"""Plans that are past and unanswered: the days that the vocabulary calls `plans` of a form, until
what was planned is written down or has been given another day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from dialogcli.base.commands import add, decide
from dialogcli.base.findings import Finding, Remedy, Severity
from dialogcli.checking.remedies import remedy, remedy_at
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.select import DayAt, days_at
from dialogcli.process.days import FIRST_SESSION
from dialogcli.process.deciders import audience_name
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, IDENTITY, MATTER, SESSIONS, Entry, Gate

PAST = "passerad-dag"
"""The id of what is told here."""

_PASSED = "Den dagen har passerat"


def past_plans(where: Standing, today: date, told: Collection[str]) -> Iterator[Finding]:
    """A varning for each, unless something is `told` at its path already. Once the dialogue is
    over nothing more is planned.
    """
    if where.over:
        return
    for file in where.dossier.all_files():
        for path in file.form.plans:
            for plan in days_at(file, path):
                if plan.day.last < today and plan.answer.path not in told:
                    yield from _of_plan(where, file, plan)


def _of_plan(where: Standing, file: FormFile, plan: DayAt) -> Iterator[Finding]:
    """What an unanswered plan is told as. How a plan is answered depends on what it plans: a
    decision, the first session, or something whose own day stands beside it.
    """
    gate = _planned_gate(where, file, plan)
    if gate:
        if not (_is_decided(where, file, gate, plan) or _is_told(where, file, gate, plan)):
            yield _decision(where, file, gate, plan)
    elif plan.answer.field.id == FIRST_SESSION:
        if not where.dossier.files.get(SESSIONS):
            yield _first_session(plan)
    elif not _has_fact(file, plan):
        yield _other(where, file, plan)


# --- decisions


def _planned_gate(where: Standing, file: FormFile, plan: DayAt) -> Gate | None:
    """The gate at which something is to be decided on that day."""
    if file.form.id == DECISIONS:
        return _gate(where, file.key)
    if file.form.id != IDENTITY:
        return None
    point = plan.beside.get("beslutspunkt")
    if point is None:
        return _gate(where, MATTER)
    gates = where.dossier.rulebook.gates()
    return next((gate for gate in gates if gate.is_called(point.text)), None)


def _gate(where: Standing, id_: str) -> Gate | None:
    entry: Entry | None = where.dossier.rulebook.entries.get(id_)
    return entry if isinstance(entry, Gate) else None


def _is_decided(where: Standing, file: FormFile, gate: Gate, plan: DayAt) -> bool:
    """Whether the matter has been settled, or was up on that day or later. A day to take it up
    again is answered by any later decision.
    """
    state = where.states[gate.id]
    if state.done:
        return True
    if file.form.id == DECISIONS:
        return state.decision is not file
    decisions = where.dossier.files.get(DECISIONS, ())
    own = (one for one in decisions if one.key == gate.id)
    return any(one.day is None or one.day.last >= plan.day.first for one in own)


def _is_told(where: Standing, file: FormFile, gate: Gate, plan: DayAt) -> bool:
    """Whether it is told elsewhere: that the decision is missing, or the same day in its row among
    the planned decisions.
    """
    is_row = file.form.id != IDENTITY or "beslutspunkt" in plan.beside
    return where.is_passed_by(gate.id) or (not is_row and where.planned(gate)[1] == plan.day)


def _decision(where: Standing, file: FormFile, gate: Gate, plan: DayAt) -> Finding:
    again = "tas upp igen" if file.form.id == DECISIONS else "fattas"
    message = (
        f"{gate.name} skulle {again} {plan.day.in_words}. {_PASSED}, och inget beslut är infört. "
        "För in beslutet, eller skriv den nya dagen."
    )
    path = plan.answer.path
    can_decide = where.is_open(gate.id)
    mend = decide(gate.word) if can_decide else remedy(where.dossier.rulebook, path)
    return _varning(plan, message, mend)


# --- the first session, and what has its own day beside it


def _first_session(plan: DayAt) -> Finding:
    message = (
        f"Det första dialogtillfället skulle hållas {plan.day.in_words}. {_PASSED}, och inget "
        "tillfälle är infört."
    )
    return _varning(plan, message, add(SESSIONS))


def _has_fact(file: FormFile, plan: DayAt) -> bool:
    """Whether a day on which it happened stands in the same row, or in the same file."""
    for path in file.form.facts:
        fact = plan.beside.get(path.rpartition(".")[2])
        if fact and fact.filled:
            return True
    return False


def _other(where: Standing, file: FormFile, plan: DayAt) -> Finding:
    rulebook = where.dossier.rulebook
    what = plan.answer.field.label
    if file.form.id == FEEDBACK:
        what = f"Återkoppling till {audience_name(rulebook, file.key)}"
    message = (
        f"{what}: planerat till {plan.day.in_words}. {_PASSED}. "
        "Skriv när det blev gjort, eller en ny dag."
    )
    return _varning(plan, message, remedy_at(where.dossier, plan.answer))


def _varning(plan: DayAt, message: str, mend: Remedy) -> Finding:
    return Finding(
        PAST, Severity.VARNING, message, plan.answer.place, plan.answer.path, remedy=mend
    )
