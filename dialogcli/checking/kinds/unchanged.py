"""`unchanged`: what a gate adopted is as it was adopted, told by the fingerprints in the decision."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.scene import Fault, Scene
from dialogcli.dossier.fingerprint import fingerprint
from dialogcli.dossier.model import Answer, FormFile
from dialogcli.dossier.select import select
from dialogcli.process.referrals import reference
from dialogcli.process.standing import Effect, effect_of

ADOPTED = "antaget"
"""The field of a decision that holds the fingerprints: rows of `fält` (a path) and `avtryck`."""


def judge(scene: Scene) -> list[Fault] | None:
    """Without a decision that went through, or without fingerprints in it, there is nothing to compare with."""
    gate = scene.dossier.rulebook.gate(scene.rule.text("since"))
    decision = scene.standing.states[gate.id].decision
    if decision is None or effect_of(gate, decision) is not Effect.GO_ON:
        return None
    adopted = dict(_fingerprints(decision))
    if not adopted:
        return None
    changed = (answer for answer in _watched(scene)
               if answer.path in adopted and adopted[answer.path] != fingerprint(answer))
    when = f"{gate.name}{reference(decision)}"
    return [Fault(f"{answer.field.name}: texten är ändrad efter {when}.", answer.path, answer.place)
            for answer in changed if not _is_missed(scene, answer)]


def _is_missed(scene: Scene, answer: Answer) -> bool:
    """Whether it is gone and another rule says so already: one empty field, one finding."""
    asking = scene.dossier.rulebook.asked_by(answer.path)
    return not answer.filled and asking is not None and asking.kind == "required"


def _fingerprints(decision: FormFile) -> Iterator[tuple[str, str]]:
    for row in decision.answers[ADOPTED].rows if ADOPTED in decision.answers else ():
        path, mark = row.part("fält"), row.part("avtryck")
        if path and mark:
            yield path.text, mark.text


def _watched(scene: Scene) -> Iterator[Answer]:
    for form in scene.rule.texts("forms"):
        for file in scene.dossier.files.get(form, ()):
            yield from file.answers.values()
    for path in scene.rule.fields:
        yield from select(scene.dossier, path)
