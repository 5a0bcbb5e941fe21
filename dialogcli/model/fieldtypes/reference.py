"""`reference`: a form of the dossier, that a decision is founded on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import (
    Asked,
    Described,
    FieldType,
    Scalar,
    Shape,
    example,
    not_among,
)


class Reference(FieldType):
    word = "reference"
    name = "hänvisning"
    means = "ett underlag i dossiern"
    shape = Shape.SCALAR
    kept = False

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return text

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return str(value)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return example(of)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_among(word, of, forms)


REFERENCE = Reference()
