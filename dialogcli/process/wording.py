"""Answers as running text: dates in words, amounts in kronor, organs by name, choices as they are
shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.dossier.model import Answer, NotApplicable
from dialogcli.model.day import Day
from dialogcli.model.words import listed
from dialogcli.process.deciders import organ_name
from dialogcli.rulebook.model import FieldType, Rulebook

NBSP = "\N{NO-BREAK SPACE}"


def worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as it stands on its own; '' when nothing is given or it has parts."""
    match answer.value:
        case Day() as day:
            return day.in_words
        case NotApplicable(reason):
            return f"Ej tillämpligt: {reason.strip()}"
        case int(number) if not isinstance(number, bool):
            return kronor(number) if answer.field.type is FieldType.AMOUNT else grouped(number)
    if answers := _single(answer):
        return listed(worded(one, rulebook) for one in answers)
    if answer.field.type is FieldType.ORGAN:
        return organ_name(rulebook, answer.text)
    return _choices(answer).get(answer.text, answer.text)


def in_sentence(answer: Answer, rulebook: Rulebook) -> str:
    """The same inside a sentence, on one line: there what the rulebook calls `Dialog` is dialog."""
    if answers := _single(answer):
        return listed(in_sentence(one, rulebook) for one in answers)
    text = " ".join(worded(answer, rulebook).split())
    if answer.excused or answer.text in _choices(answer):
        return lowered(text)
    return text


def _single(answer: Answer) -> list[Answer]:
    """The answers of a field with `many` that are given."""
    rows = () if answer.field.type is FieldType.TABLE else answer.rows
    return [row for row in rows if row.filled]


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
