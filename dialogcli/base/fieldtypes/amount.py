"""`amount`: an amount in whole kronor."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dialogcli.base.fieldtypes.field_type import Described, Scalar, Shape, Trait, Whole, whole
from dialogcli.base.words import kronor

_UNIT = re.compile(r"\s*(kr|kronor|:-)$", re.IGNORECASE)


class AmountType(Whole):
    word = "amount"
    name = "belopp"
    means = "ett belopp i hela kronor"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER, Trait.SUMMED})
    wants = "Hela kronor, till exempel 12500."
    sample = "12500"

    def read(self, text: str, of: Described) -> int:
        wanted = "ett belopp i hela kronor, till exempel 12500"
        return whole(_UNIT.sub("", text.strip()), text, wanted, of)

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return kronor(value, printed=True) if isinstance(value, int) else str(value)

    def echo(self, written: str) -> str:
        return kronor(int(written))


AMOUNT = AmountType()
