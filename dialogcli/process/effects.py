"""What the decision at a gate does to the process."""

from __future__ import annotations

from enum import StrEnum

from dialogcli.dossier.model import FormFile
from dialogcli.model.words import same_word
from dialogcli.rulebook.model import Gate


class Effect(StrEnum):
    """What an outcome does to the process; the words of the rulebook language."""

    GO_ON = "go_on"
    GO_BACK = "go_back"
    STOP = "stop"
    STAY = "stay"


def effect_of(gate: Gate, decision: FormFile | None) -> Effect | None:
    """What a decision at a gate leads to; None without a decision or with an outcome the
    gate has not.
    """
    if decision is None or "utfall" not in decision.answers:
        return None
    outcome = decision.answers["utfall"].text
    for known, effect in gate.outcomes.items():
        if same_word(outcome, known):
            return Effect(effect) if effect else None
    return None
