"""`prose`: running text, with paragraphs and lists."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Prose(FieldType):
    word = "prose"
    name = "löpande text"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE, Trait.LONG})


PROSE = Prose()
