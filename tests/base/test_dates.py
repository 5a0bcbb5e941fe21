from datetime import date

import pytest

from dialogcli.base.dates import Day, DayError

TODAY = date(2027, 2, 15)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3 mars", "2027-03-03"),
        ("den 3 mars", "2027-03-03"),
        ("3 MARS 2028", "2028-03-03"),
        ("24 nov", "2027-11-24"),
        ("14/4", "2027-04-14"),
        ("14/4 2028", "2028-04-14"),
        ("14.4", "2027-04-14"),
        ("2027-04-14", "2027-04-14"),
        ("2027-04", "2027-04"),
        ("3 januari", "2028-01-03"),
        ("15 februari", "2027-02-15"),
        ("29 februari", "2028-02-29"),
    ],
)
def test_dates_as_people_type_them(text: str, iso: str) -> None:
    assert str(Day.typed(text, TODAY)) == iso


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 april", "Datumet 31 april finns inte. April har 30 dagar."),
        ("31/4", "Datumet 31/4 finns inte. April har 30 dagar."),
        ("2027-02-29", "Datumet 2027-02-29 finns inte. Februari 2027 har 28 dagar."),
        ("2027-13-01", "Datumet 2027-13-01 finns inte. Månaderna har nummer 1-12."),
        ("i vår", "i vår går inte att läsa som ett datum."),
        ("3 m", "3 m går inte att läsa som ett datum."),
    ],
)
def test_what_is_no_date_says_why(text: str, why: str) -> None:
    with pytest.raises(DayError, match=f"^{why}$"):
        Day.typed(text, TODAY)


def test_in_words() -> None:
    assert Day(2027, 3, 3).in_words == "3 mars 2027"
    assert Day(2027, 3, 3).with_weekday == "onsdag 3 mars 2027"
    assert Day(2027, 3).in_words == "mars 2027"


def test_a_month_lasts_from_its_first_to_its_last_day() -> None:
    assert (Day(2028, 2).first, Day(2028, 2).last) == (date(2028, 2, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (Day(2027, 2, 15), "i dag"),
        (Day(2027, 2, 16), "i morgon"),
        (Day(2027, 2, 14), "i går"),
        (Day(2027, 2, 24), "om 9 dagar"),
        (Day(2027, 2, 12), "för 3 dagar sedan"),
        (Day(2027, 2), "den här månaden"),
        (Day(2027, 3), "om 14 dagar"),
        (Day(2027, 1), "för 15 dagar sedan"),
    ],
)
def test_as_seen_from_today(day: Day, words: str) -> None:
    assert day.seen_from(TODAY) == words
