"""Personal data in a text: what looks like it, told by its place alone, and messages that do not
repeat a personal identity number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

ASKED_ALWAYS = "personnummer"
"""The id of the one demand that no rulebook has to make, also in a waiver: that no number here is
somebody's.
"""

IDENTITY_NUMBER = r"(?:[0-9]{2})?[0-9]{6} ?[+-]? ?[0-9]{4}"
"""Ten or twelve digits, with no more than one sign before the last four. Dates and case numbers are
not so long.
"""

_SHORTEST = 10
_COORDINATION = 60
"""What is added to the day in the number of somebody who is not registered here."""

_EVEN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u00a0\u2009\u202f\t", " ")
)


def evened(text: str) -> str:
    """The text with `-` for every sign that stands for a hyphen, and one blank for every kind of
    blank.

    All places stay.
    """
    return text.translate(_EVEN)


def discreet(text: str) -> str:
    """A message with x for the digits of what looks like a personal identity number in the words
    that it quotes.

    The check digit does not count: who mistypes a number has still written somebody's, or nearly.
    """
    if sum(map(str.isdigit, text)) < _SHORTEST:
        return text
    for match in re.finditer(rf"(?<![0-9]){IDENTITY_NUMBER}(?![0-9])", evened(text)):
        if _has_a_birthday(re.sub(r"[^0-9]", "", match[0])):
            start, end = match.span()
            text = text[:start] + re.sub(r"[0-9]", "x", text[start:end]) + text[end:]
    return text


def _has_a_birthday(digits: str) -> bool:
    month, day = int(digits[-8:-6]), int(digits[-6:-4])
    return 1 <= month <= 12 and 1 <= day % _COORDINATION <= 31


_NUMBER = rf"(?<![\w+/])(?<![0-9][.,-]){IDENTITY_NUMBER}(?!\w|-[0-9])"
_E_MAIL = r"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?<![\w+/.,-])(?:\+46[ -]?(?:\(0\)[ -]?)?|0)[1-9][0-9]{0,2}(?:[ /-]{0,3}[0-9]{2,4}){2,4}(?![\w-])"
_PHONE_DIGITS = range(9, 13)
_OLDEST = 120


class FoundData(NamedTuple):
    """What stands from `start` up to `end` (offsets in characters); `what` is a word of the
    rulebook language.
    """

    start: int
    end: int
    what: str


def search(text: str, wanted: Collection[str], today: date) -> list[FoundData]:
    """Everything of the wanted kinds, in the order of the text."""
    return [one for one in _everything(text, today) if one.what in wanted]


@lru_cache(maxsize=64)  # numbers and addresses are asked for apart, by the engine and by rules
def _everything(text: str, today: date) -> tuple[FoundData, ...]:
    text = evened(text)
    numbers = list(_identity_numbers(text, today))
    phones = [
        one
        for one in _matches(_PHONE, text, _is_phone, "telefonnummer")
        if not _is_within(one, numbers)
    ]
    e_mails = _matches(_E_MAIL, text, bool, "e-postadress")
    return tuple(sorted(chain(numbers, e_mails, phones)))


def is_one_of(found: str, contacts: Collection[str]) -> bool:
    """Whether an address or a telephone number is one of those given. `@exempelby.se` stands for
    every address that ends so; how a number is grouped does not count.
    """
    if "@" in found:
        address = found.casefold()
        return any(_is_address_of(address, one.strip().casefold()) for one in contacts)
    return _dialled(found) in [_dialled(one) for one in contacts if "@" not in one]


def _is_address_of(address: str, contact: str) -> bool:
    return address == contact or (contact.startswith("@") and address.endswith(contact))


def _dialled(text: str) -> str:
    """The digits of a telephone number, as they are dialled from within the country."""
    text = evened(text).replace("(0)", "").strip()
    digits = re.sub(r"[^0-9]", "", text)
    return f"0{digits[2:]}" if text.startswith("+46") else digits


def _is_within(one: FoundData, others: list[FoundData]) -> bool:
    return any(other.start <= one.start < other.end for other in others)


def _matches(
    pattern: str, text: str, holds: Callable[[str], bool], what: str
) -> Iterator[FoundData]:
    return (
        FoundData(*match.span(), what) for match in re.finditer(pattern, text) if holds(match[0])
    )


def _is_phone(text: str) -> bool:
    return sum(char.isdigit() for char in text) in _PHONE_DIGITS


def _identity_numbers(text: str, today: date) -> Iterator[FoundData]:
    for match in re.finditer(_NUMBER, text):
        if what := _kind(match[0].replace(" ", ""), today):
            yield FoundData(*match.span(), what)


def _kind(candidate: str, today: date) -> str:
    """Which kind of number a candidate is; '' when the digits make none, or nobody who lives was
    born that day.

    One in ten that only looks so passes: a mobile number, say. That is why a finding says "ser ut".
    """
    from personnummer.personnummer import Personnummer, PersonnummerException  # candidates are rare

    try:
        number = Personnummer(candidate)
    except PersonnummerException:
        return ""
    born: date = number.get_date()
    if born > today or today.year - born.year > _OLDEST:
        return ""
    return "samordningsnummer" if number.is_coordination_number() else "personnummer"
