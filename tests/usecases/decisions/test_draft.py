from __future__ import annotations

from datetime import date

import pytest
from helpers.small_rulebook import DECIDED, dossier
from hypothesis import given
from hypothesis import strategies as st

from dialogcli.base.dates import Day
from dialogcli.usecases.decisions.draft import a_year_ago, impossible, odd

TODAY = date(2027, 3, 4)
IDEA = {"ide.yaml": "syfte: Att få veta\n"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/3", "2027-03-03"),
        ("4 mars", "2027-03-04"),
        ("5 mars", "2026-03-05"),
        ("24 nov", "2026-11-24"),
        ("2025-11-24", "2025-11-24"),
    ],
)
def test_without_a_year_it_is_the_latest_that_has_been(typed: str, day: str) -> None:
    assert str(Day.typed(typed, a_year_ago(TODAY))) == day


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_such_a_day_is_never_in_the_future(today: date, other: date) -> None:
    if (other.month, other.day) != (2, 29):
        assert Day.typed(f"{other.day}/{other.month}", a_year_ago(today)).first <= today


def test_a_decision_is_taken_on_a_day_that_has_come() -> None:
    assert impossible(Day.parse("2027-03-05"), TODAY) == (
        "Beslutet kan inte vara fattat 5 mars 2027. Det är i framtiden."
    )
    assert (
        impossible(Day.parse("2027-03"), TODAY)
        == "Beslutet behöver en dag, inte bara en månad: mars 2027."
    )
    assert impossible(Day.parse("2027-03-04"), TODAY) == ""


def said(files: dict[str, str], day: str = "2027-03-03") -> list[str]:
    folder = dossier(files)
    return list(
        odd(folder, folder.rulebook.gate("dialogbeslut"), Day.parse(day), "kommunfullmäktige", "")
    )


def test_in_its_turn_there_is_nothing_to_say() -> None:
    assert said(IDEA) == []


def test_before_its_turn() -> None:
    assert said({}) == ["Fullmäktiges beslut har inte tur än. Det här är inte klart: Idé."]


def test_after_it_was_sent_back_its_turn_comes_again() -> None:
    back = DECIDED["beslut/a.yaml"].replace("bifall", "återremiss")
    assert said({**IDEA, "beslut/a.yaml": back}) == []


def test_a_later_decision_counts() -> None:
    assert said(DECIDED, "2027-02-01") == [
        "Fullmäktiges beslut har ett senare beslut, 8 februari 2027. Det är det som gäller."
    ]


def test_after_the_end() -> None:
    assert said({"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"}) == [
        "Dialogen är avslutad vid Idé."
    ]


def test_by_another_where_no_rule_says_who() -> None:
    folder = dossier(IDEA)
    gate = folder.rulebook.gate("dialogbeslut")
    assert list(odd(folder, gate, Day.parse("2027-03-03"), "KD", "")) == [
        "Fullmäktiges beslut: beslutat av KD. Enligt dossiern är det kommunfullmäktige som beslutar."
    ]
