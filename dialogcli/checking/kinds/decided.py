"""`decided`: the gate has a decision by its decider, with what its outcome demands.

Whether there is one at all, whether it lets the matter go on and whether it is written as a decision
is the engine's own to say, under the id of this rule: `checking/spine.py`, `decision_form.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.words import same_word
from dialogcli.checking.view import Fault, RuleView, word_spoken
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import FormFile
from dialogcli.process.deciders import authority, name_at_the_time
from dialogcli.rulebook.model import Gate


def judge(scene: RuleView) -> list[Fault] | None:
    """Without a decision there is nothing yet to judge."""
    gate = scene.dossier.rulebook.gate(scene.rule.text("gate"))
    decision = scene.standing.states[gate.id].decision
    if decision is None:
        return None
    return [*_wrong_organ(scene, decision, gate), *_demanded(scene, decision, gate)]


def _wrong_organ(scene: RuleView, decision: FormFile, gate: Gate) -> Iterator[Fault]:
    allowed, organ = authority(gate, scene.dossier), decision.answers["organ"]
    role = decision.answers["roll"].text if "roll" in decision.answers else ""
    if (
        not organ.filled
        or not allowed.known
        or allowed.allows(scene.dossier.rulebook, organ.text, role)
    ):
        return
    by = " i ".join(
        part for part in (role, name_at_the_time(scene.dossier.rulebook, organ.text)) if part
    )
    yield Fault(
        f"{gate.name}: beslutat av {by}. Det ska beslutas av {allowed}.", organ.path, organ.place
    )


def _demanded(scene: RuleView, decision: FormFile, gate: Gate) -> Iterator[Fault]:
    """What the outcome demands and the decision does not say."""
    outcome = decision.answers["utfall"]
    known = next((one for one in gate.outcomes if same_word(one, outcome.text)), "")
    for name in scene.dossier.rulebook.outcomes.get(known, ()):
        answer = decision.answers.get(name)
        if answer and not answer.filled:
            yield Fault(
                f"{gate.name}: {answer.field.label} saknas. "
                f"Utfallet {word_spoken(known)} kräver det. {why_not(answer)}".rstrip(),
                answer.path,
                answer.place,
            )
