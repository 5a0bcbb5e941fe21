"""Answers as running text: dates in words, amounts in kronor, organs by name, choices as they are
shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.dossier.model import Answer, NotApplicable
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import Shape, Trait
from dialogcli.model.words import listed
from dialogcli.process.deciders import organ_name
from dialogcli.rulebook.model import Rulebook

NBSP = "\N{NO-BREAK SPACE}"


def worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as it stands on its own; '' when nothing is given or it has parts."""
    match answer.value:
        case Day() as day:
            return day.in_words
        case NotApplicable(reason):
            return f"Ej tillämpligt: {reason.strip()}"
        case bool():
            return answer.text
        case int(number):
            return kronor(number) if Trait.SUMMED in answer.field.type.traits else grouped(number)
    if answer.rows and answer.field.type.shape is not Shape.ROWS:
        return listed(worded(one, rulebook) for one in answer.rows if one.filled)
    if Trait.ORGAN in answer.field.type.traits:
        return organ_name(rulebook, answer.text)
    return _choices(answer).get(answer.text, answer.text)


def in_sentence(answer: Answer, rulebook: Rulebook) -> str:
    """The same inside a sentence, on one line: there what the rulebook calls `Dialog` is dialog."""
    if answer.rows and answer.field.type.shape is not Shape.ROWS:
        return listed(in_sentence(one, rulebook) for one in answer.rows if one.filled)
    text = " ".join(worded(answer, rulebook).split())
    return (
        lowered(text)
        if isinstance(answer.value, NotApplicable) or answer.text in _choices(answer)
        else text
    )


def lowered(text: str) -> str:
    """A text with a small first letter, unless that begins an abbreviation: `E-panel` is e-panel,
    `SMS` is SMS.
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def grouped(number: int) -> str:
    """`12 500`, with no-break spaces and a real minus sign."""
    return f"{number:,}".replace(",", NBSP).replace("-", "\N{MINUS SIGN}")


def kronor(number: int) -> str:
    """`12 500 kr`."""
    return f"{grouped(number)}{NBSP}kr"


def _choices(answer: Answer) -> Mapping[str, str]:
    return answer.field.choices or answer.field.answers
