"""`forbidden`: the value is not one of these. Otherwise the matter lies outside the policy, and no
waiver helps.
"""

from __future__ import annotations

from dialogcli.checking.view import Fault, RuleView, holds, word_shown
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """What is missing is a fault only for a rule with a moment."""
    answers = [answer for path in scene.rule.fields for answer in scene.select(path)]
    judged = [answer for answer in answers if answer.filled or scene.has_moment]
    if not judged:
        return None
    faults = []
    for answer in judged:
        if not answer.filled:
            faults.append(Fault.missing(answer.field.name, answer))
        elif _lies_outside(scene, answer):
            faults.append(_refused(scene, answer))
    return faults


def _refused(scene: RuleView, answer: Answer) -> Fault:
    what = word_shown(answer.field, answer.text)
    means = scene.rule.refuses or "Det svaret får inte stå här."
    return Fault(f"{answer.field.name}: {what}. {means}", answer.path, answer.place)


def _lies_outside(scene: RuleView, answer: Answer) -> bool:
    values = scene.rule.texts("values")
    return not answer.excused and any(holds(one, values) for one in answer.rows or (answer,))
