"""Answers as running text: dates in words, amounts in kronor, organs by name, choices as they are
shown.
"""

from __future__ import annotations

from dialogcli.dossier.model import Answer, NotApplicable, Wrong
from dialogcli.model.fieldtypes import Scalar, Shape
from dialogcli.model.words import listed
from dialogcli.rulebook.model import Rulebook


def worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as it stands on its own; '' when nothing is given or it has parts."""
    if isinstance(answer.value, NotApplicable):
        return f"Ej tillämpligt: {answer.value.reason.strip()}"
    if answers := _single(answer):
        return listed(worded(one, rulebook) for one in answers)
    if isinstance(answer.value, Wrong) or not answer.text:
        return answer.text
    value = answer.value if isinstance(answer.value, Scalar) else answer.text
    return answer.field.type.say(value, answer.field, rulebook.organ_names)


def in_sentence(answer: Answer, rulebook: Rulebook) -> str:
    """The same inside a sentence, on one line: there what the rulebook calls `Dialog` is dialog."""
    if answers := _single(answer):
        return listed(in_sentence(one, rulebook) for one in answers)
    text = " ".join(worded(answer, rulebook).split())
    chosen = answer.text in (answer.field.choices or answer.field.answers)
    return lowered(text) if answer.excused or chosen else text


def _single(answer: Answer) -> list[Answer]:
    """The answers of a field with `many` that are given."""
    rows = () if answer.field.type.shape is Shape.ROWS else answer.rows
    return [row for row in rows if row.filled]


def lowered(text: str) -> str:
    """A text with a small first letter, unless that begins an abbreviation: `E-panel` is e-panel,
    `SMS` is SMS.
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
