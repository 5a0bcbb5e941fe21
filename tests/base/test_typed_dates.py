"""Days as people type them, on Sunday 20 June 2027."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogcli.base.dates import Day, DayError
from dialogcli.base.typed_dates import Direction, Reckoning, typed_day

SUNDAY = date(2027, 6, 20)
BEHIND, AHEAD, NEAREST = Direction.BEHIND, Direction.AHEAD, Direction.NEAREST


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 mars 2028", "2028-03-03"),
        ("den 3 MARS 2028", "2028-03-03"),
        ("3:e mars 2028", "2028-03-03"),
        ("3 mars -28", "2028-03-03"),
        ("3 mars '28", "2028-03-03"),
        ("24 nov 2027", "2027-11-24"),
        ("24 nov. 2027", "2027-11-24"),
        ("14/4 2028", "2028-04-14"),
        ("5/11-26", "2026-11-05"),
        ("5/11 26", "2026-11-05"),
        ("05-11-2026", "2026-11-05"),
        ("5.11.2026", "2026-11-05"),
        ("20261105", "2026-11-05"),
        ("261105", "2026-11-05"),
        ("2026-11-05", "2026-11-05"),
        ("2026-11-5", "2026-11-05"),
        ("2026/11/05", "2026-11-05"),
        ("torsdag 5 november 2026", "2026-11-05"),
        ("torsdagen den 5 november 2026", "2026-11-05"),
        ("tors 5/11-26", "2026-11-05"),
        ("i dag", "2027-06-20"),
        ("idag", "2027-06-20"),
        ("i går", "2027-06-19"),
        ("Igår", "2027-06-19"),
        ("i förrgår", "2027-06-18"),
        ("imorgon", "2027-06-21"),
        ("i övermorgon", "2027-06-22"),
        ("på lördag", "2027-06-26"),
        ("i lördags", "2027-06-19"),
        ("måndag v. 27 2027", "2027-07-05"),
        ("v 27 2027 ons", "2027-07-07"),
        ("måndag vecka 53 2026", "2026-12-28"),
        ("2026-11", "2026-11"),
        ("december 2027", "2027-12"),
        ("dec 2027", "2027-12"),
        ("dec. -27", "2027-12"),
    ],
)
@pytest.mark.parametrize("direction", Direction)
def test_a_day_with_its_year_is_that_day(text: str, iso: str, direction: Direction) -> None:
    assert str(typed_day(text, Reckoning(SUNDAY, direction))) == iso


@pytest.mark.parametrize(
    ("text", "behind", "ahead", "nearest"),
    [
        ("28 maj", "2027-05-28", "2028-05-28", "2027-05-28"),
        ("28/5", "2027-05-28", "2028-05-28", "2027-05-28"),
        ("28.5", "2027-05-28", "2028-05-28", "2027-05-28"),
        ("1 juli", "2026-07-01", "2027-07-01", "2027-07-01"),
        ("20 juni", "2027-06-20", "2027-06-20", "2027-06-20"),
        ("29 februari", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("juni", "2027-06", "2027-06", "2027-06"),
        ("december", "2026-12", "2027-12", "2027-12"),
        ("torsdag", "2027-06-17", "2027-06-24", "2027-06-24"),
        ("måndag v. 27", "2026-06-29", "2027-07-05", "2027-07-05"),
        ("måndag v. 25", "2026-06-15", "2027-06-21", "2027-06-21"),
    ],
)
def test_a_missing_year_is_the_nearest_in_the_direction_that_is_meant(
    text: str, behind: str, ahead: str, nearest: str
) -> None:
    found = [str(typed_day(text, Reckoning(SUNDAY, one))) for one in (BEHIND, AHEAD, NEAREST)]
    assert found == [behind, ahead, nearest]


def test_nothing_has_happened_before_the_dialogue_began() -> None:
    """On 20 February 3/3 is not the 3rd of March a year ago, when nobody thought of the dialogue."""
    began = Reckoning(date(2027, 2, 20), BEHIND, since=date(2027, 1, 10))
    assert str(typed_day("3/3", began)) == "2027-03-03"
    assert str(typed_day("3/2", began)) == "2027-02-03"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 april", "Datumet 31 april finns inte. April har 30 dagar."),
        ("31/4", "Datumet 31/4 finns inte. April har 30 dagar."),
        ("2027-02-29", "Datumet 2027-02-29 finns inte. Februari 2027 har 28 dagar."),
        ("2027-13-01", "Datumet 2027-13-01 finns inte. Månaderna har nummer 1-12."),
        ("i vår", "i vår går inte att läsa som ett datum."),
        ("imorrn", "imorrn går inte att läsa som ett datum."),
        ("3 m", "3 m går inte att läsa som ett datum."),
        ("", " går inte att läsa som ett datum."),
        (
            "fredag 5 november 2026",
            "5 november 2026 är en torsdag. "
            "Skriv torsdag 5 november 2026 eller fredag 6 november 2026.",
        ),
        (
            "onsdag 5 november 2026",
            "5 november 2026 är en torsdag. "
            "Skriv torsdag 5 november 2026 eller onsdag 4 november 2026.",
        ),
        (
            "v. 27",
            "Vecka 27 är 5 juli 2027 till 9 juli 2027. "
            "Skriv också vilken dag: måndag v. 27 eller 5/7.",
        ),
        ("v. 53 2027", "Vecka 53 finns inte 2027."),
        ("v. 99", "Vecka 99 finns inte."),
    ],
)
def test_what_is_no_day_says_why(text: str, why: str) -> None:
    with pytest.raises(DayError) as caught:
        typed_day(text, Reckoning(SUNDAY))
    assert str(caught.value) == why


DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@given(DAYS, DAYS, st.sampled_from(Direction))
def test_what_is_said_back_can_be_typed(day: date, today: date, direction: Direction) -> None:
    one = Day.of(day)
    for text in (str(one), one.in_words, one.with_weekday, f"{day:%Y%m%d}"):
        assert typed_day(text, Reckoning(today, direction)) == one


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_within_a_year_or_the_nearest_leap_day(
    day: date, today: date
) -> None:
    text = f"{day.day}/{day.month}"
    behind = typed_day(text, Reckoning(today, BEHIND)).first
    ahead = typed_day(text, Reckoning(today, AHEAD)).first
    assert behind <= today <= ahead
    assert (day.day, day.month) == (behind.day, behind.month) == (ahead.day, ahead.month)
    nearest = typed_day(text, Reckoning(today, NEAREST)).first
    assert abs(nearest - today) == min(today - behind, ahead - today)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_says_why(text: str) -> None:
    with suppress(DayError):
        assert isinstance(typed_day(text, Reckoning(SUNDAY)), Day)
