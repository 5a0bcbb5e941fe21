"""`statement`: somebody has taken a stand, and says why."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape


class Statement(FieldType):
    word = "statement"
    name = "bedömning"
    shape = Shape.STATEMENT


STATEMENT = Statement()
