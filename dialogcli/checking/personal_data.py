"""Finds what looks like personal data in a text. What is found is told by its place alone: it is
repeated nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from dialogcli.model.discretion import IDENTITY_NUMBER, evened

_NUMBER = rf"(?<![\w+/])(?<![0-9][.,-]){IDENTITY_NUMBER}(?!\w|-[0-9])"
_E_MAIL = r"(?<![\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"(?<![\w+/.,-])(?:\+46[ -]?(?:\(0\)[ -]?)?|0)[1-9][0-9]{0,2}(?:[ /-]{0,3}[0-9]{2,4}){2,4}(?![\w-])"
_PHONE_DIGITS = range(9, 13)
_OLDEST = 120


class Found(NamedTuple):
    """What stands from `start` up to `end` (offsets in characters); `what` is a word of the
    rulebook language.
    """

    start: int
    end: int
    what: str


def search(text: str, wanted: Collection[str], today: date) -> list[Found]:
    """Everything of the wanted kinds, in the order of the text."""
    text = evened(text)
    numbers = list(_identity_numbers(text, today))
    phones = [
        one
        for one in _matches(_PHONE, text, _is_phone, "telefonnummer")
        if not _is_within(one, numbers)
    ]
    e_mails = _matches(_E_MAIL, text, bool, "e-postadress")
    return sorted(one for one in chain(numbers, e_mails, phones) if one.what in wanted)


def _is_within(one: Found, others: list[Found]) -> bool:
    return any(other.start <= one.start < other.end for other in others)


def _matches(pattern: str, text: str, holds: Callable[[str], bool], what: str) -> Iterator[Found]:
    return (Found(*match.span(), what) for match in re.finditer(pattern, text) if holds(match[0]))


def _is_phone(text: str) -> bool:
    return sum(char.isdigit() for char in text) in _PHONE_DIGITS


def _identity_numbers(text: str, today: date) -> Iterator[Found]:
    for match in re.finditer(_NUMBER, text):
        if what := _kind(match[0].replace(" ", ""), today):
            yield Found(*match.span(), what)


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
