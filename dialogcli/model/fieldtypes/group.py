"""`group`: several fields under one."""

from __future__ import annotations

from dialogcli.model.fieldtypes.field_type import FieldType, Shape


class Group(FieldType):
    word = "group"
    name = "grupp"
    shape = Shape.PARTS


GROUP = Group()
