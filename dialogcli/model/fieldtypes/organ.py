"""`organ`: an organ."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Organ(FieldType):
    word = "organ"
    name = "organ"
    shape = Shape.SCALAR
    traits = frozenset({Trait.ORGAN})


ORGAN = Organ()
