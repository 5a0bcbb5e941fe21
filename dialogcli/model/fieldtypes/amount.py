"""`amount`: an amount in whole kronor."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import Asked, Described, FieldType, Scalar, Shape, Trait
from dialogcli.model.fieldtypes.whole import not_whole, whole
from dialogcli.model.words import kronor

_UNIT = re.compile(r"\s*(kr|kronor|:-)$", re.IGNORECASE)


class Amount(FieldType):
    word = "amount"
    name = "belopp"
    means = "ett belopp i hela kronor"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER, Trait.SUMMED})
    wants = "Hela kronor, till exempel 12500."
    sample = "12500"

    def read(self, text: str, of: Described) -> int:
        wanted = "ett belopp i hela kronor, till exempel 12500"
        return whole(_UNIT.sub("", text.strip()), text, wanted)

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return str(self.read(text, asked.field))

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return kronor(value, printed=True) if isinstance(value, int) else str(value)

    def echo(self, written: str) -> str:
        return kronor(int(written))

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> int:
        return 12 * (row + 1)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_whole(word, of)


AMOUNT = Amount()
