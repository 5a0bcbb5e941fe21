"""Decisions that sent a matter back: the points that they put, and which of them the next proposal
has answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dialogcli.dossier.decision import POINTS
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.model.words import same_word
from dialogcli.process.standing import Effect, effect_of
from dialogcli.rulebook.model import DECISIONS, REFERRAL, Gate

ANSWERS = f"{REFERRAL}.svar_på_återremiss"
"""The table of answers: rows of `punkt`, with the words of the decision, and `svar`."""


class Point(NamedTuple):
    """One thing that a decision wants prepared further; `number` counts from 1 within the decision."""

    gate: Gate
    decision: FormFile
    number: int
    answer: Answer

    @property
    def text(self) -> str:
        return " ".join(self.answer.text.split())


def open_points(dossier: Dossier) -> list[Point]:
    """The points without an answer, in the order of the process; those of a gate that has ended the
    matter are moot.
    """
    answered = _answered(dossier)
    points: list[Point] = []
    for gate in dossier.rulebook.gates():
        if not _has_stopped(dossier, gate):
            points += _points(dossier, gate)
    return [one for one in points if not any(same_word(one.text, text) for text in answered)]


def reference(decision: FormFile) -> str:
    """` 3 mars 2027 § 17`, as far as known: to stand after the name of a gate."""
    paragraph = decision.answers.get("paragraf")
    when = f" {decision.day.in_words}" if decision.day else ""
    return f"{when} § {paragraph.text}" if paragraph and paragraph.filled else when


def _points(dossier: Dossier, gate: Gate) -> Iterator[Point]:
    for decision in dossier.files.get(DECISIONS, ()):
        if decision.key != gate.id or effect_of(gate, decision) is not Effect.GO_BACK:
            continue
        answers = decision.answers[POINTS].rows if POINTS in decision.answers else ()
        for number, answer in enumerate(answers, 1):
            if answer.filled:
                yield Point(gate, decision, number, answer)


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
