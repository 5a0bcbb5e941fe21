"""Whether a decision is written so that it can be read as one: at every gate, in every file."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.findings import Finding, Severity
from dialogcli.base.words import listed
from dialogcli.checking.remedies import remedy
from dialogcli.checking.spine import Lent, decided, of_gate
from dialogcli.checking.view import word_spoken
from dialogcli.dossier.model import DAY, ORGAN, OUTCOME, REPORTED, Answer, FormFile
from dialogcli.process.spine import written_orders
from dialogcli.process.standing import Standing
from dialogcli.process.traces import day_in, effect_of
from dialogcli.rulebook.model import DECISIONS, Gate

FORM = "beslutets-form"
"""The id of such a fault at a gate that no rule asks for a decision at."""

_DISPATCHED = "expedierat"


def form_faults(where: Standing) -> Iterator[Finding]:
    """A fel for each: no organ, day or outcome (an excuse is none), an outcome that the gate has
    not, and a day of what follows on the decision that comes before it.
    """
    for gate in where.dossier.rulebook.gates():
        lent = of_gate(where, gate, FORM)
        for decision in where.dossier.files.get(DECISIONS, ()):
            if decision.key == gate.id:
                yield from _missing(where, gate, decision, lent)
                yield from _unknown_outcome(where, gate, decision, lent)
                yield from _too_soon(where, gate, decision, lent)


def _missing(where: Standing, gate: Gate, decision: FormFile, lent: Lent) -> Iterator[Finding]:
    for name in (ORGAN, DAY, OUTCOME):
        answer = decision.answers[name]
        if not answer.filled or answer.excused:
            subject = f"{decided(gate, decision)}: {answer.field.label}"
            yield _fel(where, lent, f"{subject} saknas.", answer)._replace(subject=subject)


def _unknown_outcome(
    where: Standing, gate: Gate, decision: FormFile, lent: Lent
) -> Iterator[Finding]:
    outcome = decision.answers[OUTCOME]
    if outcome.filled and not outcome.excused and effect_of(gate, decision) is None:
        choices = listed(map(word_spoken, gate.outcomes), "eller")
        message = (
            f"{decided(gate, decision)}: utfallet {word_spoken(outcome.text)} finns inte här. "
            f"Det som går är {choices}."
        )
        yield _fel(where, lent, message, outcome)


def _too_soon(where: Standing, gate: Gate, decision: FormFile, lent: Lent) -> Iterator[Finding]:
    written = written_orders(where.dossier.rulebook)
    for name in (_DISPATCHED, REPORTED):
        answer = decision.answers.get(name)
        if answer is None or (f"{DECISIONS}.{gate.id}.datum", answer.path) in written:
            continue
        day = day_in(answer)
        if day and decision.day and day.last < decision.day.first:
            message = (
                f"{decided(gate, decision)}: {answer.field.label} {day.in_words}. "
                "Det är före beslutet."
            )
            yield _fel(where, lent, message, answer)


def _fel(where: Standing, lent: Lent, message: str, answer: Answer) -> Finding:
    mend = remedy(where.dossier.rulebook, answer.path)
    return Finding(lent.id, Severity.FEL, message, answer.place, answer.path, lent.source, mend)
