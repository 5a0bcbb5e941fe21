"""Dates as a dossier writes them and as Swedish prose says them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


class DayError(ValueError):
    """Not a date; the text is a Swedish sentence that says why."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a whole month where only that is known (`day` is None)."""

    year: int
    month: int
    day: int | None = None

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can be."""
        return date(
            self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1]
        )

    def __str__(self) -> str:
        month = f"{self.year:04}-{self.month:02}"
        return month if self.day is None else f"{month}-{self.day:02}"

    @property
    def in_words(self) -> str:
        """`3 mars 2027`, `mars 2027`."""
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"

    @property
    def with_weekday(self) -> str:
        """`onsdag 3 mars 2027`; a month has no weekday."""
        return (
            self.in_words
            if self.day is None
            else f"{WEEKDAYS[self.first.weekday()]} {self.in_words}"
        )

    def days_from(self, today: date) -> int:
        """How many days are left until it has come: negative when it is past, 0 within a month of
        which no more is known.
        """
        if self.last < today:
            return (self.last - today).days
        return max((self.first - today).days, 0)

    def seen_from(self, today: date) -> str:
        """`i morgon`, `om 9 dagar`, `för 3 dagar sedan`."""
        days = self.days_from(today)
        if days == 0 and self.day is None:
            return "den här månaden"
        near = {-1: "i går", 0: "i dag", 1: "i morgon"}
        return near.get(days) or (f"om {days} dagar" if days > 0 else f"för {-days} dagar sedan")

    @classmethod
    def of(cls, day: date) -> Day:
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> Day:
        """Read what a file holds, `2027-03-04` or `2027-03`. Raises DayError."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise DayError("Ett datum skrivs 2027-03-04, eller 2027-03 när bara månaden är känd.")
        year, month, day = match.groups()
        return existing(int(year), int(month), int(day) if day else None, text.strip())


def existing(year: int, month: int, day: int | None, text: str) -> Day:
    """The day or month, as `text` names it. Raises DayError when there is none."""
    if not 1900 <= year <= 2199:
        raise DayError(f"Datumet {text} finns inte. Året ska ligga mellan 1900 och 2199.")
    if not 1 <= month <= 12:
        raise DayError(f"Datumet {text} finns inte. Månaderna har nummer 1-12.")
    longest = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= longest:
        name = MONTHS[month - 1].capitalize()
        which = f" {year}" if month == 2 else ""
        raise DayError(f"Datumet {text} finns inte. {name}{which} har {longest} dagar.")
    return Day(year, month, day)
