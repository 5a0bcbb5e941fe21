"""Decisions that sent a matter back: the points that they put, and which of them the next proposal
has answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dialogcli.dossier.decision import POINTS
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.dossier.select import latest_decision, select
from dialogcli.model.day import Day
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
    return [
        point
        for gate in dossier.rulebook.gates()
        if not _has_stopped(dossier, gate)
        for point in _points(dossier, gate)
        if not any(same_word(point.text, one) for one in answered)
    ]


def reference(decision: FormFile) -> str:
    """` 3 mars 2027 § 17`, as far as known: to stand after the name of a gate."""
    day, paragraph = decision.answers["datum"].value, decision.answers.get("paragraf")
    when = f" {day.in_words}" if isinstance(day, Day) else ""
    return f"{when} § {paragraph.text}" if paragraph and paragraph.filled else when


def _points(dossier: Dossier, gate: Gate) -> Iterator[Point]:
    for decision in dossier.files.get(DECISIONS, ()):
        if (
            decision.key == gate.id
            and effect_of(gate, decision) is Effect.GO_BACK
            and POINTS in decision.answers
        ):
            for number, answer in enumerate(decision.answers[POINTS].rows, 1):
                if answer.filled:
                    yield Point(gate, decision, number, answer)


def _answered(dossier: Dossier) -> list[str]:
    rows = select(dossier, f"{ANSWERS}.*")
    return [
        point.text
        for row in rows
        if (point := row.part("punkt")) and (answer := row.part("svar")) and answer.filled
    ]


def _has_stopped(dossier: Dossier, gate: Gate) -> bool:
    return effect_of(gate, latest_decision(dossier, gate.id)) is Effect.STOP
