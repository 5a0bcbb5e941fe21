"""What `number` and `amount` have in common: they are whole numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import Asked, Described, FieldType, WrongTextError
from dialogcli.model.words import is_number

_WHOLE_NUMBER = re.compile(r"-?\d+")
_BLANKS = re.compile(r"[\s\u00a0\u202f]")
_LONGEST = 15


class Whole(FieldType):
    """Whole numbers. A page that derives from it says how they are read and said."""

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return str(self.read(text, asked.field))

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> int:
        return 12 * (row + 1)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return "" if is_number(word) else f"Fältet {of.id} är ett heltal och kan inte vara {word}."


def whole(text: str, given: str, wanted: str) -> int:
    """The number of a text, blanks between its digits apart. `given` is what the message quotes,
    and `wanted` what it asks for. Raises WrongTextError.
    """
    digits = _BLANKS.sub("", text)
    if not _WHOLE_NUMBER.fullmatch(digits) or len(digits) > _LONGEST:
        raise WrongTextError(f"{given.strip()} går inte att läsa. Skriv {wanted}.")
    return int(digits)
