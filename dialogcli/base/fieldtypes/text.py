"""`text`: a line of text."""

from __future__ import annotations

from datetime import date

from dialogcli.base.fieldtypes.field_type import Asked, AsWritten, Shape, Trait


class TextType(AsWritten):
    word = "text"
    name = "text"
    means = "en rad"
    shape = Shape.SCALAR
    traits = frozenset({Trait.FREE, Trait.WORDED})

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return " ".join(text.split())


TEXT = TextType()
