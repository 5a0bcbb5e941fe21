"""`yesno`: yes or no."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class YesNo(FieldType):
    word = "yesno"
    name = "ja eller nej"
    shape = Shape.SCALAR
    traits = frozenset({Trait.YES_OR_NO})


YESNO = YesNo()
