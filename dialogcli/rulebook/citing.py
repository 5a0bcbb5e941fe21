"""How a question or a scaffolded field says who asks for it."""

from __future__ import annotations

from dialogcli.rulebook.model import Modality, Rule

BINDING = (Modality.SKA, Modality.FÅR_INTE, Modality.BÖR)
"""The modalities that lay an obligation on somebody; progress counts these, and only these stand in
brackets.
"""


def source_line(rule: Rule) -> str:
    """`Källa: V-37, Direktiv för medborgardialog, Tjänstemannastöd (ska)`; a definition has no
    bracket.
    """
    bracket = f" ({rule.modality})" if rule.modality in BINDING else ""
    return f"Källa: {rule.id}, {rule.source}{bracket}"
