"""From what somebody types to the value that is written, or a friendly no. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.considerations import parse_consideration, refused
from dialogcli.interview.question import Question
from dialogcli.interview.refusal import Refusal
from dialogcli.model.fieldtypes import Shape, WrongTextError
from dialogcli.storage.nodes import Plain

_EXCUSE = re.compile(r"ej[ _]till[äa]mplig(?:t|a)?\b[\s,.:-]*(.*)", re.IGNORECASE | re.DOTALL)


def parse_answer(question: Question, text: str, today: date) -> Plain | Refusal:
    """The value to write for a typed text, or why it cannot be taken. `ej tillämpligt <skäl>`
    answers any question.
    """
    text = text.strip()
    if excuse := _EXCUSE.fullmatch(text):
        return _excused(excuse[1].strip())
    if question.field.many:
        return _several(question, text, today)
    if question.type.shape is Shape.STATEMENT:
        return parse_consideration(question, text, today)
    if question.length and (refusal := refused(question, text)):
        return refusal
    return _one(question, text, today)


def _excused(reason: str) -> Plain | Refusal:
    if any(char.isalpha() for char in reason):
        return {NOT_APPLICABLE: reason}
    return Refusal("Skriv också varför: ej tillämpligt, och sedan skälet.")


def _several(question: Question, text: str, today: date) -> Plain | Refusal:
    """A list: one answer on each line; where no more are asked for, several on one line with commas
    or semicolons.
    """
    values: list[Plain] = []
    for piece in _pieces(question, text):
        value = _one(question, piece, today)
        if isinstance(value, Refusal):
            return value
        if value not in values:
            values.append(value)
    return values or Refusal("Skriv minst ett svar, eller tryck Enter för att svara senare.")


def _pieces(question: Question, text: str) -> list[str]:
    """A text divided into what may be answers each; `1 3` are two numbers where there are choices."""
    if question.choices and re.fullmatch(r"[\d ]+", text):
        return text.split()
    sign = ","
    if "\n" in text or question.one_by_one:
        sign = "\n"
    elif ";" in text:
        sign = ";"
    pieces = (piece.strip().removeprefix("- ") for piece in text.split(sign))
    return [piece for piece in pieces if piece]


def _one(question: Question, text: str, today: date) -> Plain | Refusal:
    try:
        return question.type.parse(text, question, today)
    except WrongTextError as error:
        return Refusal(str(error), error.why)
