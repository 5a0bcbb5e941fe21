"""Swedish working days: the holidays of three years, eves, bridge days, and counting over them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
import yaml

from dialogcli.dossier.organisation import EVES, DaySpan, Organisation
from dialogcli.process.workdays import Workdays, holidays_of

PUBLIC = yaml.safe_load((Path(__file__).parent / "holidays.yaml").read_text("utf-8"))
USUAL = Workdays(Organisation())
EVERY_EVE = Workdays(Organisation(eves=tuple(EVES)))
BRIDGES = Workdays(Organisation(bridges_off=True))


@pytest.mark.parametrize("year", PUBLIC)
def test_the_holidays_of_three_years_are_right(year: int) -> None:
    assert {day: name.lower() for day, name in holidays_of(year).items()} == PUBLIC[year]


def test_the_holidays_of_ninety_six_years_are_those_of_another_calendar() -> None:
    for year in range(2005, 2101):
        theirs = holidays.country_holidays("SE", years=year, language="sv")
        assert set(holidays_of(year)) == set(theirs)
        assert all(name in theirs[day].split("; ") for day, name in holidays_of(year).items())


def test_of_two_holidays_that_meet_the_one_with_a_date_of_its_own_is_named() -> None:
    assert holidays_of(2008)[date(2008, 5, 1)] == "Första maj"  # and Ascension Day
    assert holidays_of(2049)[date(2049, 6, 6)] == "Nationaldagen"  # and Pentecost
    assert EVERY_EVE.free(date(2008, 4, 30)) == "valborgsmässoafton"


def test_no_year_is_without_an_answer() -> None:
    years = (1, 2004, 2005, 2027, 4100, 9999)
    assert [len(holidays_of(year)) for year in years] == [0, 0, 13, 13, 0, 0]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 3, 26), "långfredagen"),
        (date(2027, 3, 29), "annandag påsk"),
        (date(2027, 6, 25), "midsommarafton"),
        (date(2026, 12, 24), "julafton"),
        (date(2026, 12, 31), "nyårsafton"),
        (date(2027, 2, 27), "lördag"),
        (date(2027, 2, 28), "söndag"),
        (date(2027, 3, 25), ""),
        (date(2027, 4, 30), ""),
        (date(2027, 5, 7), ""),
    ],
)
def test_what_is_free_unless_something_else_is_settled(day: date, why: str) -> None:
    assert USUAL.free(day) == why


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 1, 5), "trettondagsafton"),
        (date(2027, 3, 25), "skärtorsdag"),
        (date(2027, 4, 30), "valborgsmässoafton"),
        (date(2027, 11, 5), "allhelgonaafton"),
    ],
)
def test_an_organisation_may_keep_more_eves_free(day: date, why: str) -> None:
    assert EVERY_EVE.free(day) == why
    assert Workdays(Organisation(eves=())).free(date(2027, 6, 25)) == ""


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2027, 5, 7), "klämdag"),  # the Friday after Ascension Day
        (date(2026, 1, 5), "klämdag"),  # the Monday before Epiphany
        (date(2028, 6, 5), "klämdag"),  # the Monday before the National Day
        (date(2027, 5, 5), ""),  # the day before Ascension Day has working days before it
        (date(2027, 3, 22), ""),
    ],
)
def test_bridge_days_are_free_where_that_is_settled(day: date, why: str) -> None:
    assert BRIDGES.free(day) == why
    assert USUAL.free(day) == ""


def test_a_closed_day() -> None:
    closed = Workdays(Organisation(closed=frozenset({date(2027, 12, 27)})))
    assert closed.free(date(2027, 12, 27)) == "stängt"


def test_working_days_are_counted_back_over_easter() -> None:
    assert USUAL.before(date(2027, 3, 30), DaySpan(1, working=True)) == date(2027, 3, 25)
    assert EVERY_EVE.before(date(2027, 3, 30), DaySpan(1, working=True)) == date(2027, 3, 24)


def test_a_day_that_falls_on_a_free_one_is_moved_back() -> None:
    assert USUAL.before(date(2027, 4, 5), DaySpan(7)) == date(2027, 3, 25)
    assert USUAL.after(date(2026, 12, 11), DaySpan(14)) == date(2026, 12, 23)


def test_what_comes_after_is_never_before_what_it_comes_after() -> None:
    friday = date(2027, 3, 5)
    assert USUAL.after(friday, DaySpan(2)) == friday


@pytest.mark.parametrize("span", [DaySpan(3, working=True), DaySpan(9)])
def test_there_and_back_is_always_a_working_day(span: DaySpan) -> None:
    for offset in range(366):
        day = date(2027, 1, 1) + timedelta(days=offset)
        assert not USUAL.free(USUAL.before(day, span))
        assert USUAL.before(day, span) < day
