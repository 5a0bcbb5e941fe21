"""`date`: a day, or a month where only that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.base.dates import Day, DayError
from dialogcli.base.fieldtypes.field_type import (
    Asked,
    Described,
    FieldType,
    Scalar,
    Shape,
    Trait,
    WrongTextError,
)


class DateType(FieldType):
    word = "date"
    name = "datum"
    means = "en dag, 2027-03-04, eller en månad, 2027-03"
    shape = Shape.SCALAR
    traits = frozenset({Trait.DAY})
    hint = "Skriv till exempel 14 april, 14/4 eller 2027-04-14."
    wants = "Datum: 2027-04-14, eller 2027-04 om bara månaden är känd."
    sample = "2027-04-14"
    placeholder = "ÅÅÅÅ-MM-DD"
    kept = False

    def read(self, text: str, of: Described) -> Day:
        try:
            return Day.parse(text)
        except DayError as error:
            raise WrongTextError(str(error)) from None

    def parse(self, text: str, asked: Asked, today: date) -> str:
        try:
            return str(Day.typed(text, today))
        except DayError as error:
            advice = "Skriv till exempel 14 april eller 2027-04-14."
            raise WrongTextError(str(error), advice) from None

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return value.in_words if isinstance(value, Day) else str(value)

    def echo(self, written: str) -> str:
        return Day.parse(written).with_weekday

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return f"2027-03-0{row + 1}"


DATE = DateType()
