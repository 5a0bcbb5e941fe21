"""`one_of`: the value is one of those that are allowed, by word, by organ or by type of organ."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.words import listed
from dialogcli.checking.view import Fault, RuleView, holds, word_spoken
from dialogcli.dossier.model import Answer, Wrong
from dialogcli.process.deciders import organ_name, organ_type, same_organ


def judge(scene: RuleView) -> list[Fault] | None:
    """What is missing is a fault only for a rule with a moment."""
    judged = [answer for answer in _answers(scene) if scene.has_moment or answer.filled]
    if not judged:
        return None
    return [_fault(scene, answer) for answer in judged if not _allowed(scene, answer)]


def _answers(scene: RuleView) -> Iterator[Answer]:
    """Each of several answers by itself."""
    for path in scene.rule.fields:
        for answer in scene.select(path):
            yield from answer.rows or (answer,)


def _fault(scene: RuleView, answer: Answer) -> Fault:
    name = scene.name_of(answer)
    if not answer.filled:
        return Fault.missing(name, answer)
    why = scene.rule.refuses or f"Det som går är {listed(_wanted(scene), 'eller')}."
    return Fault(f"{name}: {word_spoken(answer.text)}. {why}", answer.path, answer.place)


def _allowed(scene: RuleView, answer: Answer) -> bool:
    if answer.excused or isinstance(answer.value, Wrong):
        return True
    if not answer.filled:
        return False
    rulebook = scene.dossier.rulebook
    return (
        holds(answer, scene.rule.texts("values"))
        or any(same_organ(rulebook, answer.text, organ) for organ in scene.rule.texts("organs"))
        or organ_type(rulebook, answer.text) in scene.rule.texts("organ_types")
    )


def _wanted(scene: RuleView) -> list[str]:
    rulebook = scene.dossier.rulebook
    return [
        *(word_spoken(value) for value in scene.rule.texts("values")),
        *(organ_name(rulebook, organ) for organ in scene.rule.texts("organs")),
        *scene.rule.texts("organ_types"),
    ]
