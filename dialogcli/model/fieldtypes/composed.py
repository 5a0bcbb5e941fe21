"""What `statement`, `group` and `table` have in common: their parts hold the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.model.fieldtypes.field_type import (
    Asked,
    Described,
    FieldType,
    Scalar,
    WrongTextError,
    example,
)
from dialogcli.model.words import listed


class Composed(FieldType):
    """A type whose values are those of its parts. A single text is only what stands in their
    place.
    """

    def read(self, text: str, of: Described) -> str:
        return text.strip("\n")

    def parse(self, text: str, asked: Asked, today: date) -> str:
        return text

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return self.cell(str(value), of)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return example(of)


def has_parts(word: str, of: Described) -> str:
    """The objection to a word that one of the parts should be compared with."""
    return f"Fältet {of.id} har delar. Skriv vilken av dem som ska vara {word}."


def one_at_a_time(what: str, path: str, asked: Asked) -> WrongTextError:
    """The answer to a text that is given to all the parts at once; `path` is that of the parts."""
    parts = asked.field.parts
    labels = listed(part.label for part in parts.values())
    first = next(iter(parts), "")
    return WrongTextError(f"Det här är {what}: {labels}. Svara på ett i taget: {path}.{first}")
