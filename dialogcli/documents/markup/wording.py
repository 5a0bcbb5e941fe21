"""Answers in Swedish prose and tables: dates, amounts, organs by name, paragraphs that do not break."""

from __future__ import annotations

import re

from dialogcli.dossier.model import Answer, NotApplicable
from dialogcli.model.day import MONTHS, Day
from dialogcli.model.words import listed
from dialogcli.process.deciders import organ_name
from dialogcli.rulebook.model import FieldType, Rulebook

NBSP = "\N{NO-BREAK SPACE}"

_UNITS = "|".join([*MONTHS, "kr", "kronor", "procent", "%"])
_TOGETHER = re.compile(rf"(?<=§) (?=\d)|(?<=\d) (?=\d{{3}}(?!\d)|(?:{_UNITS})(?!\w))")


def worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as running text shows it; '' when nothing is given or it has parts."""
    match answer.value:
        case Day() as day:
            return day.in_words
        case NotApplicable(reason):
            return f"Ej tillämpligt: {reason.strip()}"
        case bool():
            return answer.text
        case int(number):
            return kronor(number) if answer.field.type is FieldType.AMOUNT else grouped(number)
    if answer.rows and answer.field.type is not FieldType.TABLE:
        return listed(worded(one, rulebook) for one in answer.rows if one.filled)
    if answer.field.type is FieldType.ORGAN:
        return organ_name(rulebook, answer.text)
    choices = answer.field.choices or answer.field.answers
    return choices.get(answer.text, answer.text)


def grouped(number: int) -> str:
    """`12 500`, with no-break spaces and a real minus sign."""
    return f"{number:,}".replace(",", NBSP).replace("-", "\N{MINUS SIGN}")


def kronor(number: int) -> str:
    """`12 500 kr`."""
    return f"{grouped(number)}{NBSP}kr"


def unbroken(text: str) -> str:
    """A text in which § and its number, the groups of a number, a day and its month stay on one line."""
    return _TOGETHER.sub(NBSP, text)


def paragraphs(numbers: str) -> str:
    """The number or numbers of a decision, with their sign: `§ 17`, `§§ 17-18`."""
    text = numbers.strip().lstrip("§ ")
    return f"{'§§' if re.search(r'[-–,]| och ', text) else '§'}{NBSP}{text}" if text else ""


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]
