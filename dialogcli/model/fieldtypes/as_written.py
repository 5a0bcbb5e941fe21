"""What the types have in common whose values are texts as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import Asked, Described, FieldType, Scalar


class AsWritten(FieldType):
    """Texts as they stand. A page that derives from it says what is different."""

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return text

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return self.cell(str(value), of)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return of.example or of.label
