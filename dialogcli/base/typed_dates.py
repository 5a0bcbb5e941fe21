"""Days as people type them: `3 mars`, `14/4`, `torsdag 5 november`, `5/11-26`, `20261105`, `i dag`,
`v. 14`, `december 2027`.

A year that is left out is the nearest one in the direction that is meant: what has happened lies
behind us, plans lie ahead. Nothing is guessed beyond that: a weekday that is not the day's is asked.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from dialogcli.base.dates import MONTHS, WEEKDAYS, Day, DayError, existing


class Direction(Enum):
    """Where a day lies whose year is left out."""

    BEHIND = "har hänt"
    AHEAD = "är tänkt"
    NEAREST = "endera"


class Reckoning(NamedTuple):
    """From which day a missing year is reckoned, in which direction, and the day before which
    nothing of this can have happened (the dialogue's own first).
    """

    today: date
    direction: Direction = Direction.AHEAD
    since: date | None = None


_DIGITS = re.compile(r"(\d{2}|\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:(?:\s*[-/.]\s*|\s+)(\d{4}|\d{2}))?\.?")
_MONTH_NAME = re.compile(
    r"(?P<month>[a-zåäö]{3,9})\.?(?:,?\s+(?P<year>\d{4})|\s*[-']\s*(?P<short>\d{2}))?"
)
_DAY_NAME = re.compile(rf"(?:den\s+)?(?P<day>\d{{1,2}})(?:\s*:?[ea])?\s+{_MONTH_NAME.pattern}")
_WEEK = re.compile(r"(?:v\.?|vecka)\s*(\d{1,2})(?:,?\s+(\d{4}))?")
_WEEKDAY = re.compile(r"(mån|tis|ons|tors?|fre|lör|sön)(?:dagen|dags|dag|\.)?")
_SAID = {"på": Direction.AHEAD, "i": Direction.BEHIND}
"""What a word before a weekday says of itself: `på torsdag`, `i torsdags`."""
_SEEN_FROM_TODAY = {
    "i förrgår": -2,
    "i går": -1,
    "i dag": 0,
    "i morgon": 1,
    "i övermorgon": 2,
}
_NEXT_WEEK = timedelta(weeks=1)


def typed_day(text: str, by: Reckoning) -> Day:
    """Read what somebody typed; a month where no more is said. Raises DayError, a Swedish sentence
    that says why it is no day, or what to choose between.
    """
    words = " ".join(text.lower().replace("\N{EN DASH}", "-").split())
    if (days := _near(words)) is not None:
        return Day.of(by.today + timedelta(days=days))
    before, _, last = words.partition(" ")
    if before in _SAID and (named := _weekday(last)) is not None:
        return Day.of(_next_named(named, by._replace(direction=_SAID[before])))
    weekday, rest = _divided(words)
    if match := _WEEK.fullmatch(rest):
        return _in_week(int(match[1]), match[2], weekday, by)
    if weekday is not None and not rest:
        return Day.of(_next_named(weekday, by))
    day = _dated(rest, text.strip(), by)
    if day is None:
        raise DayError(f"{text.strip()} går inte att läsa som ett datum.")
    if weekday is not None:
        _must_fit(day, weekday)
    return day


def _divided(words: str) -> tuple[int | None, str]:
    """The weekday that a text names first or last (`torsdag v. 14`, `v. 14 torsdag`), and the rest."""
    first, _, rest = words.partition(" ")
    before, _, last = words.rpartition(" ")
    if (number := _weekday(first.rstrip(","))) is not None:
        return number, rest
    if (number := _weekday(last)) is not None:
        return number, before.rstrip(",")
    return None, words


def _weekday(word: str) -> int | None:
    match = _WEEKDAY.fullmatch(word)
    if not match:
        return None
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match[1]))


def _near(words: str) -> int | None:
    """How many days from today `i går` and its like are, written in one word or two."""
    for name, days in _SEEN_FROM_TODAY.items():
        if words in (name, name.replace(" ", "")):
            return days
    return None


def _dated(words: str, text: str, by: Reckoning) -> Day | None:
    """A day or month with its number or name; None when the text is none."""
    if match := _DIGITS.fullmatch(words) or _YEAR_FIRST.fullmatch(words):
        year, number, day = match.groups()
        return existing(_year(year), int(number), int(day) if day else None, text)
    if match := _DAY_FIRST.fullmatch(words):
        return _with_year(match[3], int(match[2]), int(match[1]), text, by)
    return _named(words, text, by)


def _named(words: str, text: str, by: Reckoning) -> Day | None:
    """A day or month with the month's name."""
    day = None
    match = _MONTH_NAME.fullmatch(words)
    if not match and (match := _DAY_NAME.fullmatch(words)):
        day = int(match["day"])
    month = _month_named(match["month"]) if match else 0
    if not match or not month:
        return None
    return _with_year(match["year"] or match["short"], month, day, text, by)


def _month_named(word: str) -> int:
    """The number of a month from its name or its first three letters or more; 0 when there is none."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _with_year(year: str | None, month: int, day: int | None, text: str, by: Reckoning) -> Day:
    if year:
        return existing(_year(year), month, day, text)
    if (month, day) == (2, 29):
        return _in_direction([y for y in _around(by) if calendar.isleap(y)], month, day, text, by)
    return _in_direction(_around(by), month, day, text, by)


def _around(by: Reckoning) -> list[int]:
    """The years that may be meant: eight in each direction hold a leap year, also around 2100."""
    return list(range(by.today.year - 8, by.today.year + 9))


def _in_direction(years: list[int], month: int, day: int | None, text: str, by: Reckoning) -> Day:
    """The nearest of a day's years in the direction that is meant; one later if that lies before
    anything can have happened.
    """
    found = [existing(year, month, day, text) for year in years]
    last = [one for one in found if one.first <= by.today][-1]
    first = next(one for one in found if one.last >= by.today)
    if by.since and last.last < by.since:
        last = first
    if by.direction is Direction.NEAREST:
        return min(first, last, key=lambda one: abs(one.days_from(by.today)))
    return last if by.direction is Direction.BEHIND else first


def _next_named(weekday: int, by: Reckoning) -> date:
    """The nearest day with that name, today included."""
    coming = by.today + timedelta(days=(weekday - by.today.weekday()) % 7)
    if by.direction is Direction.BEHIND and coming > by.today:
        return coming - _NEXT_WEEK
    return coming


def _in_week(number: int, year: str | None, weekday: int | None, by: Reckoning) -> Day:
    """A day of a numbered week; which one has to be said."""
    monday = _monday(number, year, by)
    if weekday is not None:
        return Day.of(monday + timedelta(days=weekday))
    friday, name = monday + timedelta(days=4), Day.of(monday).in_words
    raise DayError(
        f"Vecka {number} är {name} till {Day.of(friday).in_words}. "
        f"Skriv också vilken dag: måndag v. {number} eller {monday.day}/{monday.month}."
    )


def _monday(number: int, year: str | None, by: Reckoning) -> date:
    """The first day of the nearest week with that number in the direction that is meant."""
    mondays = _mondays(number, year, by.today)
    behind = [one for one in mondays if one <= by.today]
    ahead = [one for one in mondays if one + _NEXT_WEEK > by.today]
    if by.direction is Direction.BEHIND:
        return behind[-1] if behind else ahead[0]
    return ahead[0] if ahead else behind[-1]


def _mondays(number: int, year: str | None, today: date) -> list[date]:
    """Those of a week's number in its year, or in the years around; a 53rd comes seven years apart
    at most. Raises DayError when there are none.
    """
    if year:
        existing(int(year), 1, None, f"v. {number} {year}")
    years = [int(year)] if year else [today.year + more for more in range(-7, 8)]
    mondays = [
        date.fromisocalendar(one, number, 1) for one in years if 1 <= number <= _weeks_of(one)
    ]
    if not mondays:
        raise DayError(f"Vecka {number} finns inte{f' {year}' if year else ''}.")
    return mondays


def _weeks_of(year: int) -> int:
    """52 or 53: the 28th of December always lies in the last one."""
    return date(year, 12, 28).isocalendar().week


def _must_fit(day: Day, weekday: int) -> None:
    """Raises DayError, with the days to choose between, when the day has another name."""
    if day.day is None or day.first.weekday() == weekday:
        return
    steps = (weekday - day.first.weekday() + 3) % 7 - 3
    other = Day.of(day.first + timedelta(days=steps))
    raise DayError(
        f"{day.in_words} är en {WEEKDAYS[day.first.weekday()]}. "
        f"Skriv {day.with_weekday} eller {other.with_weekday}."
    )
