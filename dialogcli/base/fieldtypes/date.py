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
from dialogcli.base.typed_dates import Direction, Reckoning, typed_day


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
            day = typed_day(text, Reckoning(today, asked.direction, asked.since))
        except DayError as error:
            advice = "Skriv till exempel 14 april eller december 2027."
            raise WrongTextError(str(error), advice) from None
        if asked.direction is Direction.BEHIND and day.first > today:
            raise WrongTextError(f"{day.in_words} har inte varit än.", "Skriv dagen då det hände.")
        return str(day)

    def say(self, value: Scalar, of: Described, names: Mapping[str, str]) -> str:
        return value.in_words if isinstance(value, Day) else str(value)

    def echo(self, written: str) -> str:
        day = Day.parse(written)
        return day.with_weekday if day.day else f"{day.in_words}, dagen är inte känd"

    def trial(self, row: int, of: Described, names: Mapping[str, str]) -> str:
        return f"2027-03-0{row + 1}"


DATE = DateType()
