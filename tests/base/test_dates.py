from datetime import date

import pytest

from dialogcli.base.dates import Day

TODAY = date(2027, 2, 15)


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
