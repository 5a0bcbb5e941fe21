"""`at_least`: a number in every row, or each of several numbers, is large enough."""

from __future__ import annotations

from dialogcli.checking.scene import Fault, Scene


def judge(scene: Scene) -> list[Fault] | None:
    """In a row that is looked at, a missing number is a fault: the rows themselves are others'
    matter.
    """
    least = scene.rule.number("min")
    found = [answer for path in scene.rule.fields for answer in scene.select(path)]
    answers = [one for answer in found for one in answer.rows or (answer,)]
    faults = []
    for answer in answers:
        name = scene.name_of(answer)
        if not answer.filled:
            faults.append(Fault.missing(name, answer.path, answer.place))
        elif isinstance(answer.value, int) and answer.value < least:
            faults.append(
                Fault(f"{name}: {answer.value}. Minst {least} behövs.", answer.path, answer.place)
            )
    return faults if answers else None
