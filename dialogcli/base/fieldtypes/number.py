"""`number`: a whole number."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.base.fieldtypes.field_type import Described, Scalar, Shape, Trait, Whole, whole
from dialogcli.base.words import grouped


class NumberType(Whole):
    word = "number"
    name = "tal"
    means = "ett heltal"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER})
    wants = "Ett heltal."
    sample = "12"
    placeholder = "ANTAL"

    def read(self, text: str, of: Described) -> int:
        return whole(text, text, "ett heltal", of)

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return grouped(value, printed=True) if isinstance(value, int) else str(value)


NUMBER = NumberType()
