"""`number`: a number in every row, or each of several numbers, is within bounds: figures, or what
stands in another field.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.fieldtypes import Trait
from dialogcli.base.words import grouped, kronor
from dialogcli.checking.view import Fault, RuleView, in_same_row, row_label
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """In a row or file that is looked at a missing number is a fault. A rule with a moment demands
    what it judges, rows too; of a form with a single file one without it judges what is there.
    """
    faults: list[Fault] = []
    judged = False
    for path in scene.rule.fields:
        answers = _answers(scene, path)
        judged = judged or bool(answers)
        faults += [fault for answer in answers for fault in _faults(scene, path, answer)]
    return list(dict.fromkeys(faults)) if judged else None


def _answers(scene: RuleView, path: str) -> list[Answer]:
    """The numbers to judge; of a table without rows, where they are demanded, the table itself."""
    found: list[Answer] = []
    if scene.has_moment:
        found += [table for table in scene.tables_through(path) if not table.filled]
    for answer in scene.select(path):
        if answer.filled or scene.has_moment or "*" in path:
            found += answer.rows or (answer,)
    return found


def _faults(scene: RuleView, path: str, answer: Answer) -> Iterator[Fault]:
    name = scene.name_of(answer)
    if not answer.filled:
        yield Fault.missing(name, answer)
    elif isinstance(answer.value, int):
        for told in _out_of_bounds(scene, path, answer, answer.value):
            yield Fault(
                f"{name}: {_shown(answer, answer.value)}. {told}", answer.path, answer.place
            )


def _out_of_bounds(scene: RuleView, path: str, answer: Answer, number: int) -> Iterator[str]:
    """A sentence for each bound that a number does not keep."""
    rule = scene.rule
    if "min" in rule.options and number < (least := rule.number("min")):
        yield f"Minst {_shown(answer, least)} behövs."
    if "max" in rule.options and number > (most := rule.number("max")):
        yield f"Högst {_shown(answer, most)} får det vara."
    for other, limit in _other(scene, path, answer, rule.text("min_from")):
        if number < limit:
            yield f"Det är mindre än {_named(scene, other, limit)}."
    for other, limit in _other(scene, path, answer, rule.text("max_from")):
        if number > limit:
            yield f"Det är mer än {_named(scene, other, limit)}."


def _other(scene: RuleView, path: str, answer: Answer, other: str) -> Iterator[tuple[Answer, int]]:
    """The number in another field, of the same row or file where it lies there; nothing where none
    can be read.
    """
    for one in in_same_row(answer, path, scene.values(other), other) if other else ():
        if isinstance(one.value, int):
            yield one, one.value


def _named(scene: RuleView, other: Answer, limit: int) -> str:
    """`Budgetram, 900 000 kronor`; a column of the same row by its own name."""
    name = f'"{other.field.label}"' if row_label(other) else scene.name_of(other)
    return f"{name}, {_shown(other, limit)}"


def _shown(answer: Answer, number: int) -> str:
    summed = Trait.SUMMED in answer.field.type.traits
    return kronor(number) if summed else grouped(number)
