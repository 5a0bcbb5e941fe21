"""From what somebody types to the value that is written, or a friendly no. Nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from dialogcli.dossier.typed_text import WrongTextError, read_scalar
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.considerations import parse_consideration, refused
from dialogcli.interview.question import Question
from dialogcli.interview.refusal import Refusal
from dialogcli.model.day import Day, DayError
from dialogcli.model.words import did_you_mean, is_number, listed, same_word
from dialogcli.rulebook.model import FieldType
from dialogcli.storage.nodes import Plain

_EXCUSE = re.compile(r"ej[ _]till[äa]mplig(?:t|a)?\b[\s,.:-]*(.*)", re.IGNORECASE | re.DOTALL)
_YES_AND_NO: Mapping[str, str] = {"j": "ja", "ja": "ja", "n": "nej", "nej": "nej"}


def parse_answer(question: Question, text: str, today: date) -> Plain | Refusal:
    """The value to write for a typed text, or why it cannot be taken. `ej tillämpligt <skäl>`
    answers any question.
    """
    text = text.strip()
    if excuse := _EXCUSE.fullmatch(text):
        return _excused(excuse[1].strip())
    if question.field.many:
        return _several(question, text, today)
    if question.type is FieldType.STATEMENT:
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
    return _PARSERS.get(question.type, _parse_typed)(question, text, today)


def _parse_typed(question: Question, text: str, _today: date) -> Plain | Refusal:
    """A number, an amount or a line of text, as the reader of files understands it."""
    if question.type is FieldType.TEXT:
        text = " ".join(text.split())
    try:
        value = read_scalar(question.field, text)
    except WrongTextError as error:
        return Refusal(str(error))
    return str(value)


def _parse_yes_or_no(_question: Question, text: str, _today: date) -> Plain | Refusal:
    return _YES_AND_NO.get(text.lower().strip(" .")) or Refusal("Svara j eller n.")


def _parse_date(_question: Question, text: str, today: date) -> Plain | Refusal:
    try:
        return str(Day.typed(text, today))
    except DayError as error:
        return Refusal(f"{error} Skriv till exempel 14 april eller 2027-04-14.")


def _parse_choice(question: Question, text: str, _today: date) -> Plain | Refusal:
    known = question.choices
    if not known:
        return text
    number = text.rstrip(".")
    if is_number(number):
        return (
            list(known)[int(number) - 1]
            if 1 <= int(number) <= len(known)
            else _outside(len(known), number)
        )
    chosen = next(
        (
            word
            for word, label in (question.field.choices or known).items()
            if same_word(text, word) or same_word(text, label)
        ),
        None,
    )
    if chosen:
        return chosen
    wanted = (
        f"Skriv ett nummer, 1-{len(known)}."
        if question.on_screen
        else f"Välj {listed(known, 'eller')}."
    )
    return Refusal(
        f"{text} går inte att välja.{did_you_mean(text, [*known, *known.values()])} {wanted}"
    )


def _outside(last: int, number: str) -> Refusal:
    return Refusal(f"Nummer {number} finns inte. Skriv ett nummer, 1-{last}.")


def _parse_organ(question: Question, text: str, _today: date) -> Plain | Refusal:
    """The name of an organ that the rulebook knows, otherwise what was written: nämnder are the
    organisation's own.
    """
    text = " ".join(text.split())
    return next(
        (name for id_, name in question.names.items() if text == id_ or same_word(text, name)), text
    )


def _parse_parts(question: Question, _text: str, _today: date) -> Plain | Refusal:
    kind = "en tabell" if question.type is FieldType.TABLE else "flera fält"
    row = ".1" if question.type is FieldType.TABLE else ""
    first = next(iter(question.field.parts), "")
    parts = listed(part.label for part in question.field.parts.values())
    return Refusal(
        f"Det här är {kind}: {parts}. Svara på ett i taget: {question.path}{row}.{first}"
    )


_PARSERS: Mapping[FieldType, Callable[[Question, str, date], Plain | Refusal]] = {
    FieldType.YESNO: _parse_yes_or_no,
    FieldType.DATE: _parse_date,
    FieldType.CHOICE: _parse_choice,
    FieldType.ORGAN: _parse_organ,
    FieldType.TABLE: _parse_parts,
    FieldType.GROUP: _parse_parts,
}
