"""A question as lines on the screen; the same words whether it is asked with or without a clever
console.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from dialogcli.base.commands import rules_show
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Place
from dialogcli.base.screen import Item, Kept, Line, Part, Table, line, rows, table
from dialogcli.base.words import count, plain
from dialogcli.dossier.model import Answer
from dialogcli.interview.question import Question
from dialogcli.interview.signs import KEEP, PASS_BY, TAKE_AWAY, told
from dialogcli.process.workdays import holiday_on
from dialogcli.yamltext.nodes import Plain

SHOWN = 5
"""So many of the choices are listed where there are too many."""

MORE = "Ett till, eller bara Enter: "

LONG_ANSWER = 240
"""So much of an answer is repeated; all of it can be read in the text editor."""

SEVERAL = "Svar, ett eller flera nummer: "

SHORT_CHOICE = 32
"""Choices with labels up to this length stand on one line."""


def head_lines(question: Question) -> list[str]:
    """`Fråga 1 av 6. Vilka invånare behöver ni höra?`"""
    text = f"{question.position}. {question.text}" if question.position else question.text
    return text.splitlines()


def detail_items(question: Question) -> list[Item]:
    """What stands below a question: its guidance, example and source, and what is answered already.

    Where the answer is a word among others the guidance waits behind `?`.
    """
    details: list[str] = []
    if not question.listed and not question.yes_or_no:
        details = [question.guidance, *_example(question)]
    return [*_indented(details), *beside_items(question)]


def beside_items(question: Question) -> list[Item]:
    """What else there is to know: the source, what is answered already, how to find a choice."""
    found: list[Item] = [*_indented([question.source])]
    if question.answer:
        found += _given(question)
    if question.proposed and not question.listed:
        found.append(line(told(("Enter", _proposal(question)), PASS_BY), indent=2))
    if question.searchable:
        search = ("s", f"sök bland alla {len(question.choices)}")
        found.append(line(told(search, ("?2", "läs om nummer 2"))))
    return found


def about_items(question: Question) -> list[Item]:
    """What stands above the place for an answer in a text editor, where the question cannot be seen
    any more.
    """
    return [
        *map(line, head_lines(question)),
        *_indented([question.guidance, question.source]),
    ]


def prompt(question: Question) -> str:
    """What stands before the answer: `Svar (1-3): `, `Svar (j/n): `, `Svar: `."""
    if question.yes_or_no:
        return "Svar (j/n): "
    if question.choices and question.field.many:
        return SEVERAL
    if question.listed and question.proposed in question.choices:
        number = list(question.choices).index(question.proposed) + 1
        return f"Svar (1-{len(question.choices)}, Enter = {number}): "
    return f"Svar (1-{len(question.choices)}): " if question.choices else "Svar: "


def choice_items(question: Question) -> list[Item]:
    """The numbered alternatives: short ones on one line, others on a line each; where there are too
    many, the first of them.
    """
    if question.searchable:
        return [_columns(question, list(question.choices)[:SHOWN])]
    numbered = [(str(number), one) for number, one in enumerate(question.choices.values(), 1)]
    if max(map(len, question.choices.values())) > SHORT_CHOICE:
        width = len(numbered[-1][0])
        return [rows(*((number.rjust(width), one) for number, one in numbered), gap=2)]
    found: list[Part] = []
    for number, one in numbered:
        found += [", ", Kept(f"{number} {one}")]
    return [line(*found[1:], indent=2)]


def choice_sentences(question: Question) -> list[Item]:
    """The same to be listened to, a sentence each."""
    words = list(question.choices)[: SHOWN if question.searchable else None]
    return [line(_sentence(question, word)) for word in words]


def found_item(question: Question, wanted: str) -> Item:
    """The choices that a search finds, by letters in their names or in what is told of them; all
    for ''.
    """
    letters = plain(wanted.strip())
    found: list[str] = []
    for word, label in question.choices.items():
        told_of = [label, *question.hints.get(word, ()), question.about.get(word, "")]
        if letters in plain(" ".join(told_of)):
            found.append(word)
    if not found:
        return line(f"Inget val innehåller {wanted.strip()}.")
    return _columns(question, found)


def about_choice(question: Question, number: int) -> list[Item]:
    """What can be read about one of the choices."""
    words = list(question.choices)
    if not 1 <= number <= len(words):
        return [line(f"Nummer {number} finns inte. Skriv ett nummer, 1-{len(words)}.")]
    about = question.about.get(words[number - 1]) or "Det finns ingen mer text om det här valet."
    return [line(question.choices[words[number - 1]]), *_indented([about])]


def help_items(question: Question) -> Iterator[Item]:
    """What `?` shows."""
    yield from _indented([question.guidance or "Det finns ingen mer vägledning till frågan."])
    if question.example:
        yield from _indented([f'Exempel: "{question.example}"'])
    yield from _indented(question.advice)
    if question.rule is None:
        return
    free = not question.choices and not question.yes_or_no
    if not question.needed and (free or question.type.shape is Shape.STATEMENT):
        excuse = "Gäller frågan inte er dialog? Skriv ej tillämpligt och sedan skälet."
        yield line(excuse, indent=2)
    yield line("Hela regeln: ", rules_show(question.rule.id), indent=2)


def follow_up_line(asked: Question) -> Line:
    """The words of a question that was asked for because an answer came without something; `written`
    is who an empty answer means.
    """
    if not asked.written:
        return line(asked.text)
    return line(f"{asked.text} ", told(("Enter", asked.written)))


def _proposal(question: Question) -> str:
    """What Enter means, as a person would say it."""
    is_day = Trait.DAY in question.type.traits
    return Day.parse(question.proposed).with_weekday if is_day else question.proposed


def _given(question: Question) -> Iterator[Line]:
    """What is answered already: of a consideration the answer, when and by whom, then the reason."""
    whose = "Kopierat svar att granska" if question.copied else "Ditt svar"
    keys = told(KEEP, TAKE_AWAY)
    if question.reason:
        word = question.answer.partition(", ")[0]
        yield line(f"{whose}: {_ended(', '.join(filter(None, (word, question.signed))))}", indent=2)
        yield line(f"Ditt skäl: {_ended(_shortened(question.reason))} ", keys, indent=2)
        return
    shown = _ended(_shortened(question.answer))
    if question.signed:
        yield line(f"{whose}: {shown}", indent=2)
        yield line(f"{_ended(question.signed)} ", keys, indent=2)
    else:
        yield line(f"{whose}: {shown} ", keys, indent=2)


def _shortened(text: str) -> str:
    if len(text) <= LONG_ANSWER:
        return text
    length = count(sentences(text), "mening", "meningar")
    return f"{shorten(text, LONG_ANSWER, placeholder=' ...')} ({length})"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _columns(question: Question, words: Sequence[str]) -> Table:
    """Some of the choices with their numbers, names and hints; names and hints give way."""
    numbers = {word: number for number, word in enumerate(question.choices, 1)}
    cells: list[list[str]] = []
    for word in words:
        hints = question.hints.get(word, ())
        cells.append([f"{numbers[word]:>2}", question.choices[word], *hints])
    read_out = [_sentence(question, word) for word in words]
    return table(cells, read_out, indent=2, even=range(1, len(cells[0])))


def _sentence(question: Question, word: str) -> str:
    """`1. Dialogcafé: samtal, minst 12 deltagare, 6 veckor.`"""
    number = list(question.choices).index(word) + 1
    hints = question.hints.get(word, ())
    told_of = f": {', '.join(hints)}" if hints else ""
    return f"{number}. {question.choices[word]}{told_of}."


def _example(question: Question) -> list[str]:
    """An example, except of a consideration: there it waits behind `?`, since it would only be
    copied.
    """
    return [f'Exempel: "{question.example}"'] if question.example and not question.length else []


def echo(question: Question, value: Plain) -> str:
    """A date said back with its weekday and holiday, an amount in kronor, that a text is no answer;
    '' when nothing needs to be said back.
    """
    if not isinstance(value, str):
        return ""
    if uncounted := no_answer_told(question, value):
        return uncounted
    said = question.type.echo(value)
    if Trait.DAY in question.type.traits:
        said = ", ".join(filter(None, (said, _holiday(value))))
    return said


def no_answer_told(question: Question, value: Plain) -> str:
    """That what was written is no answer, and what it is instead; '' for an answer."""
    if not isinstance(value, str):
        return ""
    instead = Answer(question.path, question.field, Place(""), value).instead
    return f"Det är bara {instead}. Det räknas inte som svar." if instead else ""


def _holiday(written: str) -> str:
    day = Day.parse(written)
    return holiday_on(day.first) if day.day else ""


def sentences(value: Plain) -> int:
    """How many sentences a written text has; 0 for what is not prose."""
    text = value.get("skäl", "") if isinstance(value, dict) else value
    return len(re.findall(r"[^.!?\s][^.!?]*(?:[.!?]+|$)", text)) if isinstance(text, str) else 0


def _indented(texts: Iterable[str]) -> Iterator[Line]:
    """Texts two blanks in, their own line breaks kept."""
    for text in texts:
        for piece in filter(None, text.splitlines()):
            yield line(piece, indent=2)
