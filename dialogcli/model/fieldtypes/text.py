"""`text`: a line of text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import (
    Asked,
    Described,
    FieldType,
    Scalar,
    Shape,
    Trait,
    example,
)


class Text(FieldType):
    word = "text"
    name = "text"
    means = "en rad"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE})

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return " ".join(text.split())

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return str(value)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return example(of)


TEXT = Text()
