"""A question as lines on the screen; the same words whether it is asked with or without a clever
console.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import shorten

from dialogcli.interview.question import Question
from dialogcli.interview.signs import KEEP, TAKE_AWAY, told
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import Shape, Trait
from dialogcli.model.layout import WIDTH, command, cut, glued, wrapped
from dialogcli.model.words import count, plain
from dialogcli.process.workdays import holiday_on
from dialogcli.storage.nodes import Plain

SHOWN = 5
"""So many of the choices are listed where there are too many."""

NARROWEST = 12
"""No column of a list gives way below this many characters."""

MORE = "Ett till, eller bara Enter: "

LONG_ANSWER = 240
"""So much of an answer is repeated; all of it can be read in the text editor."""

SEVERAL = "Svar, ett eller flera nummer: "

SHORT_CHOICE = 32
"""Choices with labels up to this length stand on one line."""


def head_lines(question: Question, width: int) -> list[str]:
    """`Fråga 1 av 6. Vilka invånare behöver ni höra?`"""
    return _lines(
        f"{question.position}. {question.text}" if question.position else question.text, width
    )


def detail_lines(question: Question, width: int, linear: bool = False) -> list[str]:
    """What stands below a question: its guidance, example, choices and source, and what is answered
    already.

    Where the answer is a word among others the guidance waits behind `?`.
    """
    details = (
        [] if question.listed or question.yes_or_no else [question.guidance, *_example(question)]
    )
    return [
        *indented(details, width),
        *choice_lines(question, width, linear),
        *beside_lines(question, width, linear),
    ]


def beside_lines(question: Question, width: int, linear: bool = False) -> list[str]:
    """What else there is to know: the source, what is answered already, how to find a choice."""
    several = [("s", f"sök bland alla {len(question.choices)}"), ("?2", "läs om nummer 2")]
    return [
        *indented([question.source, _given(question, linear)], width),
        *_lines(told(*several, linear=linear) if question.searchable else "", width),
    ]


def about_text(question: Question) -> str:
    """What stands above the place for an answer in a text editor, where the question cannot be seen
    any more.
    """
    return "\n".join(
        [*head_lines(question, WIDTH), *indented([question.guidance, question.source], WIDTH)]
    )


def prompt(question: Question) -> str:
    """What stands before the answer: `Svar (1-3): `, `Svar (j/n): `, `Svar: `."""
    if question.yes_or_no:
        return "Svar (j/n): "
    if question.choices and question.field.many:
        return SEVERAL
    return f"Svar (1-{len(question.choices)}): " if question.choices else "Svar: "


def choice_lines(question: Question, width: int, linear: bool = False) -> list[str]:
    """The numbered alternatives: short ones on one line, others on a line each; a sentence each to
    be listened to.
    """
    if not question.listed:
        return []
    if question.searchable or linear:
        shown = list(question.choices)[: SHOWN if question.searchable else None]
        return _listed(question, shown, width, linear)
    numbered = [f"{number} {label}" for number, label in enumerate(question.choices.values(), 1)]
    if max(map(len, question.choices.values())) <= SHORT_CHOICE:
        return _lines(", ".join(map(glued, numbered)), width, 2)
    pad = len(str(len(numbered)))
    return [
        line
        for number, label in enumerate(question.choices.values(), 1)
        for line in wrapped(f"{number:>{pad}}  {label}", width, 2, 4 + pad).split("\n")
    ]


def found_lines(question: Question, wanted: str, width: int, linear: bool = False) -> list[str]:
    """The choices that a search finds, by letters in their names or in what is told of them; all
    for ''.
    """
    letters = plain(wanted.strip())
    found = [
        word
        for word, label in question.choices.items()
        if letters
        in plain(f"{label} {' '.join(question.hints.get(word, ()))} {question.about.get(word, '')}")
    ]
    return (
        _listed(question, found, width, linear)
        if found
        else [f"Inget val innehåller {wanted.strip()}."]
    )


def about_lines(question: Question, number: int, width: int) -> list[str]:
    """What can be read about one of the choices."""
    words = list(question.choices)
    if not 1 <= number <= len(words):
        return [f"Nummer {number} finns inte. Skriv ett nummer, 1-{len(words)}."]
    told = question.about.get(words[number - 1]) or "Det finns ingen mer text om det här valet."
    return [question.choices[words[number - 1]], *indented([told], width)]


def help_lines(question: Question, width: int, folder: str = "") -> list[str]:
    """What `?` shows. `folder` is what a command has to name, '' where the person stands in it."""
    rule = (
        f"Hela regeln: {command(f'rules show {question.rule.id}', folder)}" if question.rule else ""
    )
    free = not question.choices and not question.yes_or_no
    excuse = bool(question.rule) and (free or question.type.shape is Shape.STATEMENT)
    example = [f'Exempel: "{question.example}"'] if question.example else []
    return indented(
        [
            question.guidance or "Det finns ingen mer vägledning till frågan.",
            *example,
            "Gäller frågan inte er dialog? Skriv ej tillämpligt och sedan skälet."
            if excuse
            else "",
            rule,
        ],
        width,
    )


def _given(question: Question, linear: bool) -> str:
    if not question.answer:
        return ""
    whose = "Kopierat svar att granska" if question.copied else "Ditt svar"
    shown = question.answer
    if len(shown) > LONG_ANSWER:
        shown = f"{shorten(shown, LONG_ANSWER, placeholder=' ...')} ({count(sentences(shown), 'mening', 'meningar')})"
    end = "" if shown.endswith((".", "?", "!")) else "."
    return f"{whose}: {shown}{end} {told(KEEP, TAKE_AWAY, linear=linear)}"


def _listed(question: Question, words: Sequence[str], width: int, linear: bool) -> list[str]:
    """Some of the choices with their numbers, names and hints in columns; names and hints give way,
    the longest first.

    To be listened to, and where columns have no room: `1. Dialogcafé: samtal, minst 12 deltagare, 6
    veckor.`
    """
    numbers = {word: number for number, word in enumerate(question.choices, 1)}
    rows = [
        (f"{numbers[word]:>2}", question.choices[word], *question.hints.get(word, ()))
        for word in words
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * len(widths) > width and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    if linear or sum(widths) + 2 * len(widths) > width:
        return [
            wrapped(f"{numbers[word]}. {question.choices[word]}{_hinted(question, word)}.", width)
            for word in words
        ]
    return [_row(row, widths) for row in rows]


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    filled = (cut(cell, size).ljust(size) for cell, size in zip(cells, widths, strict=True))
    return f"  {'  '.join(filled)}".rstrip()


def _hinted(question: Question, word: str) -> str:
    hints = question.hints.get(word, ())
    return f": {', '.join(hints)}" if hints else ""


def _example(question: Question) -> list[str]:
    """An example, except of a consideration: there it waits behind `?`, since it would only be
    copied.
    """
    return [f'Exempel: "{question.example}"'] if question.example and not question.length else []


def echo(question: Question, value: Plain) -> str:
    """A date said back with its weekday and holiday, an amount in kronor; '' when nothing needs to
    be said back.
    """
    if not isinstance(value, str):
        return ""
    said = question.type.echo(value)
    if Trait.DAY in question.type.traits:
        said = ", ".join(filter(None, (said, _holiday(value))))
    return f"  {said}" if said else ""


def _holiday(written: str) -> str:
    day = Day.parse(written)
    return holiday_on(day.first) if day.day else ""


def sentences(value: Plain) -> int:
    """How many sentences a written text has; 0 for what is not prose."""
    text = value.get("skäl", "") if isinstance(value, dict) else value
    return len(re.findall(r"[^.!?\s][^.!?]*(?:[.!?]+|$)", text)) if isinstance(text, str) else 0


def _lines(text: str, width: int, indent: int = 0) -> list[str]:
    """A text in lines, its own line breaks kept."""
    return [
        line for piece in text.splitlines() for line in wrapped(piece, width, indent).split("\n")
    ]


def indented(texts: list[str], width: int) -> list[str]:
    """Those texts that are not empty, two blanks in."""
    return [line for text in texts for line in _lines(text, width, 2)]
