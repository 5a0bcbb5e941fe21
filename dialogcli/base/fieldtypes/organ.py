"""`organ`: an organ that decides or is named, by its id or its name in the rulebook; others, which
are the organisation's own, in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.base.fieldtypes.field_type import Asked, AsWritten, Described, Scalar, Shape, Trait
from dialogcli.base.words import same_word


class OrganType(AsWritten):
    word = "organ"
    name = "organ"
    means = "ett organ"
    shape = Shape.SCALAR
    traits = frozenset({Trait.ORGAN})

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return _name(" ".join(text.split()), asked.names)

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return _name(str(value), names)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        ids = list(names)
        return ids[row % len(ids)] if ids else super().trial(row, of, names)


def _name(text: str, names: Mapping[str, str]) -> str:
    """The name of the organ that a text means; the text itself where it means none of them."""
    found = (name for id_, name in names.items() if text == id_ or same_word(text, name))
    return next(found, text)


ORGAN = OrganType()
