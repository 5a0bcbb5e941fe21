"""When a reason is one: that of a statement, and that of an answer which does not apply."""

from __future__ import annotations

from dialogcli.base.words import same_word
from dialogcli.rulebook.model import Field


def thin(of: Field, reason: str, length: int) -> str:
    """Why a reason for a field is none: too short, or the form's own help text; '' when neither."""
    text = " ".join(reason.split())
    if len(text) < length or not any(map(str.isalnum, text)):
        return "skälet är för kort."
    templates = (of.guidance, of.example, of.question)
    if any(one and same_word(text, one) for one in templates):
        return "här står frågans hjälptext."
    return ""
