"""`table`: rows with columns."""

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


class TableType(AsWritten):
    word = "table"
    name = "tabell"
    means = "rader med kolumner"
    shape = Shape.ROWS
    keywords = ("columns", "key")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        raise one_at_a_time("en tabell", f"{asked.path}.1", asked)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return has_parts(word, of)


TABLE = TableType()
