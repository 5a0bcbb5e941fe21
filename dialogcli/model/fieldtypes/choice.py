"""`choice`: one of some words."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape, Trait


class Choice(FieldType):
    word = "choice"
    name = "val"
    shape = Shape.SCALAR
    traits = frozenset({Trait.CHOSEN})


CHOICE = Choice()
