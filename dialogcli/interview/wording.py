"""A question as lines on the screen; the same words whether it is asked with or without a clever console."""

from __future__ import annotations

import re

from dialogcli.interview.question import Question
from dialogcli.model.day import Day
from dialogcli.model.layout import glued, wrapped
from dialogcli.rulebook.model import FieldType
from dialogcli.storage.nodes import Plain

SHORT_CHOICE = 32
"""Choices with labels up to this length stand on one line."""


def question_lines(question: Question, width: int) -> list[str]:
    """The question with its guidance, example, choices and source, and what is answered already.

    Where the answer is a word among others the guidance waits behind `?`.
    """
    head = f"{question.position}. {question.text}" if question.position else question.text
    details = [] if question.choices or question.yes_or_no else [question.guidance, *_example(question)]
    below = [question.source, f"Ditt svar: {question.answer} {glued('Enter = behåll')}" if question.answer else ""]
    return [*_lines(head, width), *indented(details, width), *choice_lines(question, width), *indented(below, width)]


def prompt(question: Question) -> str:
    """What stands before the answer: `Svar (1-3): `, `Svar (j/n): `, `Svar: `."""
    if question.yes_or_no:
        return "Svar (j/n): "
    return f"Svar (1-{len(question.choices)}): " if question.choices else "Svar: "


def choice_lines(question: Question, width: int) -> list[str]:
    """The numbered alternatives: short ones on one line, others on a line each."""
    if not question.choices or question.yes_or_no:
        return []
    numbered = [f"{number} {label}" for number, label in enumerate(question.choices.values(), 1)]
    if max(map(len, question.choices.values())) <= SHORT_CHOICE:
        return _lines(", ".join(map(glued, numbered)), width, 2)
    pad = len(str(len(numbered)))
    return [line for number, label in enumerate(question.choices.values(), 1)
            for line in wrapped(f"{number:>{pad}}  {label}", width, 2, 4 + pad).split("\n")]


def help_lines(question: Question, width: int) -> list[str]:
    """What `?` shows."""
    rule = f"Hela regeln: dialog rules show {question.rule.id}" if question.rule else ""
    example = [f'Exempel: "{question.example}"'] if question.example else []
    return indented([question.guidance or "Det finns ingen mer vägledning till frågan.", *example,
                     "Gäller frågan inte er dialog? Skriv ej tillämpligt och sedan skälet.", rule], width)


def _example(question: Question) -> list[str]:
    """An example, except of a consideration: there it waits behind `?`, since it would only be copied."""
    return [f'Exempel: "{question.example}"'] if question.example and not question.length else []


def echo(question: Question, value: Plain) -> str:
    """A date said back with its weekday, an amount in kronor; '' when nothing needs to be said back."""
    if not isinstance(value, str):
        return ""
    if question.type is FieldType.DATE:
        return f"  {Day.parse(value).with_weekday}"
    if question.type is FieldType.AMOUNT:
        return f"  {int(value):,} kronor".replace(",", " ")
    return ""


def sentences(value: Plain) -> int:
    """How many sentences a written text has; 0 for what is not prose."""
    text = value.get("skäl", "") if isinstance(value, dict) else value
    return len(re.findall(r"[^.!?\s][^.!?]*(?:[.!?]+|$)", text)) if isinstance(text, str) else 0


def _lines(text: str, width: int, indent: int = 0) -> list[str]:
    """A text in lines, its own line breaks kept."""
    return [line for piece in text.splitlines() for line in wrapped(piece, width, indent).split("\n")]


def indented(texts: list[str], width: int) -> list[str]:
    """Those texts that are not empty, two blanks in."""
    return [line for text in texts for line in _lines(text, width, 2)]
