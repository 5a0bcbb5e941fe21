"""`prose`: running text, with paragraphs, lists and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import Asked, Described, FieldType, Scalar, Shape, Trait


class Prose(FieldType):
    word = "prose"
    name = "löpande text"
    means = "löpande text, med stycken och listor"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE, Trait.LONG})

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return text

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return str(value)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return "Ett stycke med **fet** text.\n\n- en punkt\n- en till\n\n1. först\n2. sedan"


PROSE = Prose()
