"""`text`: a line of text."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Text(FieldType):
    word = "text"
    name = "text"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE})


TEXT = Text()
