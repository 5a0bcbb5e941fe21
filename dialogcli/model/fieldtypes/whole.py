"""Whole numbers: what `number` and `amount` have in common."""

from __future__ import annotations

import re

from dialogcli.model.fieldtypes.field_type import Described, WrongTextError
from dialogcli.model.words import is_number

_WHOLE_NUMBER = re.compile(r"-?\d+")
_BLANKS = re.compile(r"[\s\u00a0\u202f]")
_LONGEST = 15


def whole(text: str, given: str, wanted: str) -> int:
    """The number of a text, blanks between its digits apart. `given` is what the message quotes,
    and `wanted` what it asks for. Raises WrongTextError.
    """
    digits = _BLANKS.sub("", text)
    if not _WHOLE_NUMBER.fullmatch(digits) or len(digits) > _LONGEST:
        raise WrongTextError(f"{given.strip()} går inte att läsa. Skriv {wanted}.")
    return int(digits)


def not_whole(word: str, of: Described) -> str:
    """The objection to a word that is no whole number."""
    return "" if is_number(word) else f"Fältet {of.id} är ett heltal och kan inte vara {word}."
