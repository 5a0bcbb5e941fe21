"""Personal identity numbers: their look, and messages that do not repeat them."""

from __future__ import annotations

import re

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
