"""`date`: a day, or a month."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Date(FieldType):
    word = "date"
    name = "datum"
    shape = Shape.SCALAR
    traits = frozenset({Trait.DAY})


DATE = Date()
