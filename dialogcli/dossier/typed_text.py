"""One text as a value of its field's type: what a file holds, and what somebody answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dialogcli.dossier.model import Value
from dialogcli.model import words
from dialogcli.model.day import Day, DayError
from dialogcli.model.fieldtypes import TYPES, FieldType, Trait
from dialogcli.rulebook.model import Field

_WHOLE_NUMBER = re.compile(r"-?\d+")
_UNITS = re.compile(r"\s*(kr|kronor|:-)$", re.IGNORECASE)
_BLANKS = re.compile(r"[\s\u00a0\u202f]")


class WrongTextError(Exception):
    """The text is not of the field's type; the message is a Swedish sentence that says what is
    wanted.
    """


def chosen(text: str, choices: Mapping[str, str]) -> str | None:
    """The stored word for what somebody wrote: the word itself, with or without dots, or the text
    that is shown.
    """
    return next(
        (
            word
            for word, shown in choices.items()
            if words.same_word(text, word) or words.same_word(text, shown)
        ),
        None,
    )


def read_scalar(of: Field, text: str) -> Value:
    """The typed value of a non-empty text. Raises WrongTextError."""
    return _READERS.get(of.type, _read_text)(of, text)


def _read_text(_of: Field, text: str) -> Value:
    return text.strip("\n")


def _read_yesno(_of: Field, text: str) -> Value:
    answers = {"ja": True, "nej": False}
    if text.strip().lower() not in answers:
        raise WrongTextError("Svaret ska vara ja eller nej.")
    return answers[text.strip().lower()]


def _read_choice(of: Field, text: str) -> Value:
    if not of.choices:
        return text.strip()
    word = chosen(text, of.choices)
    if word is None:
        known = words.listed(of.choices, "eller")
        raise WrongTextError(
            f"{text.strip()} går inte att välja.{words.did_you_mean(text, of.choices)} Välj {known}."
        )
    return word


def _read_number(of: Field, text: str) -> Value:
    digits = _BLANKS.sub(
        "", _UNITS.sub("", text.strip()) if Trait.SUMMED in of.type.traits else text
    )
    if not _WHOLE_NUMBER.fullmatch(digits) or len(digits) > 15:
        wanted = (
            "ett belopp i hela kronor, till exempel 12500"
            if Trait.SUMMED in of.type.traits
            else "ett heltal"
        )
        raise WrongTextError(f"{text.strip()} går inte att läsa. Skriv {wanted}.")
    return int(digits)


def _read_date(_of: Field, text: str) -> Value:
    try:
        return Day.parse(text)
    except DayError as error:
        raise WrongTextError(str(error)) from None


_READERS: Mapping[FieldType, Callable[[Field, str], Value]] = {
    TYPES["yesno"]: _read_yesno,
    TYPES["choice"]: _read_choice,
    TYPES["number"]: _read_number,
    TYPES["amount"]: _read_number,
    TYPES["date"]: _read_date,
}
