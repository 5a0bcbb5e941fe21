"""What a type of field is: all that anybody has to know of what a value may be."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Shape(StrEnum):
    """How a value is put together. A closed set: a new shape is a change of the reader of dossiers
    (`dossier/values.py`), of questions and of documents, a new type of shape SCALAR is not.
    """

    SCALAR = "scalar"
    """One value."""

    ROWS = "rows"
    """Rows with columns."""

    PARTS = "parts"
    """Several fields under one, asked one by one."""

    STATEMENT = "statement"
    """A reason, by whom and when, asked as one."""


class Trait(StrEnum):
    """What others ask of a type instead of its name."""

    FREE = "free"
    """A text in words of one's own: a comma in it divides nothing."""

    LONG = "long"
    """A text with paragraphs, lists and pictures."""

    YES_OR_NO = "yes_or_no"
    """Answered by yes or no."""

    CHOSEN = "chosen"
    """One of the words that the field lists."""

    NUMBER = "number"
    """A whole number: it can be compared, and stands to the right in a column."""

    SUMMED = "summed"
    """An amount: columns of it are added up."""

    DAY = "day"
    """A day or a month."""

    ORGAN = "organ"
    """Names an organ, by its id or in words."""

    REFERENCE = "reference"
    """Names a form of the dossier."""


NONE: frozenset[Trait] = frozenset()


class FieldType(Protocol):
    """One type of field. There is one object of each, in `TYPES`: compare with `is`, and ask for
    `traits` and `shape` rather than for a type by name.
    """

    word: str
    """The word of rulebooks: `date`."""

    name: str
    """What people call it: `datum`."""

    shape: Shape
    traits: frozenset[Trait] = NONE

    @property
    def qualities(self) -> frozenset[Trait | Shape]:
        """Its traits and its shape: what a kind of rule looks at to know whether it can judge it."""
        return self.traits | {self.shape}

    def __str__(self) -> str:
        return self.word

    def __repr__(self) -> str:
        return f"<{self.word}>"

    def __reduce__(self) -> str:
        """Copies are the same object: the one that stands under its word in its own module."""
        return self.word.upper()
