"""`group`: several fields under one, asked one by one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from dialogcli.model.fieldtypes.as_written import AsWritten
from dialogcli.model.fieldtypes.field_type import Asked, Described, Shape
from dialogcli.model.fieldtypes.parts import has_parts, one_at_a_time


class Group(AsWritten):
    word = "group"
    name = "grupp"
    means = "flera fält under ett"
    shape = Shape.PARTS
    keywords = ("fields",)

    def parse(self, text: str, asked: Asked, today: date) -> str:
        raise one_at_a_time("flera fält", asked.path, asked)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return has_parts(word, of)


GROUP = Group()
