"""Decisions that do not say what they adopted: without the marks of each answer (`antaget`) no change
after them shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.findings import Finding, Place, Severity
from dialogcli.dossier.model import ADOPTED, FormFile
from dialogcli.process.course import reference
from dialogcli.process.standing import Standing
from dialogcli.process.traces import Effect, effect_of
from dialogcli.rulebook.model import Gate, Role, Rulebook

WITHOUT_MARKS = "antaget-saknas"
BRING_BACK = (
    "Hämta tillbaka raderna under antaget ur en tidigare version av filen. "
    "Finns ingen: ta bort filen och för in beslutet på nytt."
)
"""What mends it."""


def lost_marks(where: Standing) -> Iterator[Finding]:
    """A varning for each decision that went through and has none, though a rule would look at
    them.
    """
    rulebook = where.dossier.rulebook
    for gate in rulebook.gates():
        decision = where.states[gate.id].decision
        if decision is None or effect_of(gate, decision) is not Effect.GO_ON:
            continue
        if _is_watched(rulebook, gate) and not has_marks(decision):
            answer = decision.answers.get(ADOPTED)
            yield Finding(
                WITHOUT_MARKS,
                Severity.VARNING,
                f"{gate.name}{reference(decision)}: avtrycken av det som antogs saknas. "
                "Därför märks det inte om texten ändras.",
                answer.place if answer else Place(decision.file),
                answer.path if answer else "",
                remedy=BRING_BACK,
            )


def _is_watched(rulebook: Rulebook, gate: Gate) -> bool:
    """Whether the gate adopts something that a rule holds against what stands there later."""
    return bool(gate.adopts) and any(
        rule.kind.role is Role.FINGERPRINT and rule.text("since") == gate.id
        for rule in rulebook.rules.values()
    )


def has_marks(decision: FormFile) -> bool:
    """Whether it says how each answer was that it adopted."""
    answer = decision.answers.get(ADOPTED)
    return answer is not None and answer.filled
