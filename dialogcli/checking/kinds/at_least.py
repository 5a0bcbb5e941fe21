"""`at_least`: a number in every row, or each of several numbers, is large enough."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """In a row that is looked at, a missing number is a fault: the rows themselves are others'
    matter.
    """
    answers: list[Answer] = []
    for path in scene.rule.fields:
        for answer in scene.select(path):
            answers += answer.rows or (answer,)
    if not answers:
        return None
    return [fault for answer in answers for fault in _faults(scene, answer)]


def _faults(scene: RuleView, answer: Answer) -> Iterator[Fault]:
    name, least = scene.name_of(answer), scene.rule.number("min")
    if not answer.filled:
        yield Fault.missing(name, answer)
    elif isinstance(answer.value, int) and answer.value < least:
        told = f"{name}: {answer.value}. Minst {least} behövs."
        yield Fault(told, answer.path, answer.place)
