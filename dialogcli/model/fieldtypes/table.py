"""`table`: rows with columns."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape


class Table(FieldType):
    word = "table"
    name = "tabell"
    shape = Shape.ROWS


TABLE = Table()
