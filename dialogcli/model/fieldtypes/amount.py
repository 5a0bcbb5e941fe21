"""`amount`: an amount in whole kronor."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Amount(FieldType):
    word = "amount"
    name = "belopp"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER, Trait.SUMMED})


AMOUNT = Amount()
