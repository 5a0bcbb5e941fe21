"""`forbidden`: the value is not one of these. Otherwise the matter lies outside the policy, and no
waiver helps.
"""

from __future__ import annotations

from dialogcli.checking.scene import Fault, Scene, holds, shown


def judge(scene: Scene) -> list[Fault] | None:
    """What is missing is a fault only for a rule with a moment."""
    values = scene.rule.texts("values")
    faults: list[Fault] = []
    judged = False
    for answer in (answer for path in scene.rule.fields for answer in scene.select(path)):
        judged = judged or answer.filled or scene.has_moment
        if not answer.filled and scene.has_moment:
            faults.append(Fault.missing(answer.field.name, answer.path, answer.place))
        elif (
            answer.filled
            and not answer.excused
            and any(holds(one, values) for one in answer.rows or (answer,))
        ):
            message = f"{answer.field.name}: {shown(answer.field, answer.text)}. Då gäller inte regelverket."
            faults.append(Fault(message, answer.path, answer.place))
    return faults if judged else None
