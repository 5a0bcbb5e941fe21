"""`number`: a whole number."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Number(FieldType):
    word = "number"
    name = "tal"
    shape = Shape.SCALAR
    traits = frozenset({Trait.NUMBER})


NUMBER = Number()
