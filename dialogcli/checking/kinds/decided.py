"""`decided`: the gate has a decision by its decider, with an outcome of the gate and what that
outcome demands.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.words import listed, same_word
from dialogcli.checking.view import Fault, RuleView, word_spoken
from dialogcli.dossier.model import FormFile
from dialogcli.process.deciders import authority, name_at_the_time
from dialogcli.rulebook.model import DECISIONS, Gate


def judge(scene: RuleView) -> list[Fault] | None:
    """Without a decision there is a fault only once something that comes after the gate has
    happened.
    """
    gate = scene.dossier.rulebook.gate(scene.rule.text("gate"))
    decision = scene.standing.states[gate.id].decision
    if decision:
        return [
            *_missing(decision, gate),
            *_wrong_organ(scene, decision, gate),
            *_wrong_outcome(scene, decision, gate),
        ]
    if scene.standing.is_passed_by(gate.id):
        return [
            Fault.missing(
                gate.name,
                f"{DECISIONS}.{gate.id}",
                scene.missing_item(DECISIONS, gate.word),
            )
        ]
    return None


def _missing(decision: FormFile, gate: Gate) -> Iterator[Fault]:
    for name in ("organ", "datum", "utfall"):
        answer = decision.answers[name]
        if not answer.filled:
            yield Fault.missing(answer.field.label, answer.path, answer.place, of=gate.name)


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


def _wrong_outcome(scene: RuleView, decision: FormFile, gate: Gate) -> Iterator[Fault]:
    outcome = decision.answers["utfall"]
    known = next((one for one in gate.outcomes if same_word(one, outcome.text)), None)
    if outcome.filled and known is None:
        choices = listed(map(word_spoken, gate.outcomes), "eller")
        yield Fault(
            f"{gate.name}: utfallet {outcome.text} finns inte här. Det som går är {choices}.",
            outcome.path,
            outcome.place,
        )
    for name in scene.dossier.rulebook.outcomes.get(known or "", ()):
        demanded = decision.answers.get(name)
        if demanded and not demanded.filled:
            yield Fault(
                f"{gate.name}: {demanded.field.label} saknas. "
                f"Utfallet {word_spoken(known or outcome.text)} kräver det.",
                demanded.path,
                demanded.place,
            )
