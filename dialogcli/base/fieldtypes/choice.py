"""`choice`: one of the words that the field lists; any word where it lists none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from dialogcli.base.fieldtypes.field_type import (
    Asked,
    AsWritten,
    Described,
    Shape,
    Trait,
    WrongTextError,
    not_among,
)
from dialogcli.base.words import chosen, did_you_mean, is_number, listed


class ChoiceType(AsWritten):
    word = "choice"
    name = "val"
    means = "ett av flera bestämda ord"
    shape = Shape.SCALAR
    traits = frozenset({Trait.CHOSEN})
    keywords = ("choices", "explained", "catalogue")

    def read(self, text: str, of: Described) -> str:
        if not of.choices:
            return text.strip()
        word = chosen(text, of.choices)
        if word is None:
            meant = did_you_mean(text, of.choices)
            raise WrongTextError(
                f"{text.strip()} går inte att välja.{meant} Välj {listed(of.choices, 'eller')}."
            )
        return word

    def parse(self, text: str, asked: Asked, today: date) -> str:
        """A number is that of a choice offered; in words also one that is not offered can be told."""
        offered = asked.choices
        if not offered:
            return text
        number = text.rstrip(".")
        if is_number(number):
            return _numbered(number, list(offered))
        word = chosen(text, asked.field.choices or offered)
        if word is None:
            meant = did_you_mean(text, [*offered, *offered.values()])
            raise WrongTextError(f"{text} går inte att välja.{meant} {_wanted(asked)}")
        return word

    def cell(self, written: str, of: Described) -> str:
        return of.choices.get(written, written)

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        words = list(of.choices)
        return words[row % len(words)] if words else super().trial(row, of, names)

    def objection(self, word: str, of: Described, forms: Collection[str]) -> str:
        return not_among(word, of, of.choices)


def _numbered(number: str, words: list[str]) -> str:
    if not 1 <= int(number) <= len(words):
        raise WrongTextError(f"Nummer {number} finns inte. Skriv ett nummer, 1-{len(words)}.")
    return words[int(number) - 1]


def _wanted(asked: Asked) -> str:
    if asked.on_screen:
        return f"Skriv ett nummer, 1-{len(asked.choices)}."
    return f"Välj {listed(asked.choices, 'eller')}."


CHOICE = ChoiceType()
