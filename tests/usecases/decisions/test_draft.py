from __future__ import annotations

from datetime import date

from helpers.small_rulebook import DECIDED, dossier

from dialogcli.base.dates import Day
from dialogcli.usecases.decisions.draft import odd, only_a_month

TODAY = date(2027, 3, 4)
IDEA = {"ide.yaml": "syfte: Att få veta\n"}


def test_a_decision_is_taken_on_a_day_not_in_a_month() -> None:
    assert (
        only_a_month(Day.parse("2027-03"))
        == "Beslutet behöver en dag, inte bara en månad: mars 2027."
    )
    assert only_a_month(Day.parse("2027-03-04")) == ""


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
