"""`group`: several fields under one, asked one by one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from dialogcli.base.fieldtypes.field_type import (
    Asked,
    AsWritten,
    Described,
    Shape,
    has_parts,
    one_at_a_time,
)


class GroupType(AsWritten):
    word = "group"
    name = "grupp"
    means = "flera fält under ett"
    shape = Shape.PARTS
    keywords = ("fields",)

    def parse(self, text: str, asked: Asked, today: date) -> str:
        raise one_at_a_time("flera fält", asked.path, asked)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return has_parts(word, of)


GROUP = GroupType()
