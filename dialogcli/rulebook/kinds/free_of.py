"""`free_of`: no text looks as if it held personal data of certain sorts."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.base.words import listed
from dialogcli.rulebook.model import Kind, Names, Option, OptionType, Role, Rule

PERSONAL_DATA: Mapping[str, str] = {
    "personnummer": "ett personnummer",
    "samordningsnummer": "ett samordningsnummer",
    "e-postadress": "en e-postadress",
    "telefonnummer": "ett telefonnummer",
}
"""What a text can be free of, and how a sentence says it."""


def _says(rule: Rule, _names: Names) -> str:
    sought = [PERSONAL_DATA[what] for what in rule.texts("what")]
    return f"när ingen text i dossiern ser ut att innehålla {listed(sought, 'eller')}"


KIND = Kind(
    word="free_of",
    says=_says,
    options={
        "what": Option(
            OptionType.PERSONAL_DATA,
            f"slagen: {', '.join(f'`{word}`' for word in PERSONAL_DATA)}",
        )
    },
    needs=(("what",),),
    role=Role.PERSONAL_DATA,
)
