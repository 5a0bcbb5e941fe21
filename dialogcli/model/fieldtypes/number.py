"""`number`: a whole number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import Asked, Described, FieldType, Scalar, Shape, Trait
from dialogcli.model.fieldtypes.whole import not_whole, whole
from dialogcli.model.words import grouped


class Number(FieldType):
    word = "number"
    name = "tal"
    means = "ett heltal"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER})
    wants = "Ett heltal."
    sample = "12"
    placeholder = "ANTAL"

    def read(self, text: str, of: Described) -> int:
        return whole(text, text, "ett heltal")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return str(self.read(text, asked.field))

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return grouped(value, printed=True) if isinstance(value, int) else str(value)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> int:
        return 12 * (row + 1)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_whole(word, of)


NUMBER = Number()
