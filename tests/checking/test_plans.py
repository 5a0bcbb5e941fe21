"""Planned days that are past: told until what was planned is there, or has another day."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.walks import Texts, blanked, dossier_texts, with_text

from dialogcli.base.findings import remedy_text
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.plans import PAST
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook

MATTER = "beslut/2027-09-20-beslut-i-sakfragan.yaml"
TO_HOLD_IT = "beslut/2027-02-08-beslut-om-dialogen.yaml"
LATER = ("tillfallen/", "resultat", "aterkoppling/", "sakforslag", "beslut/2027-09", "utvardering")


def told(texts: Texts, today: date, policy: str = "allman") -> list[str]:
    """The past plans, with what mends them."""
    found = check(build_dossier(load_rulebook(policy), texts), today).findings
    return [f"{case_line(one)} -> {remedy_text(one.remedy)}" for one in found if one.rule == PAST]


def planned() -> Texts:
    """Before the first session."""
    return {
        file: text for file, text in dossier_texts("allman").items() if not file.startswith(LATER)
    }


def without_the_matter() -> Texts:
    files = dossier_texts("allman")
    return {file: text for file, text in files.items() if file not in (MATTER, "utvardering.yaml")}


def test_a_decision_that_was_planned_is_told_once_from_the_day_after_on() -> None:
    assert told(without_the_matter(), date(2027, 9, 20)) == []
    assert told(without_the_matter(), date(2027, 9, 21)) == [
        "Varning passerad-dag: Beslut i sakfrågan skulle fattas 20 september 2027. Den dagen har "
        "passerat, och inget beslut är infört. För in beslutet, eller skriv den nya dagen. "
        "(dossier.yaml:19:12) -> dialog decide beslut-i-sakfrågan"
    ]


def test_the_row_and_the_matter_of_the_dossier_are_both_to_have_the_new_day() -> None:
    row = "organ: fritidsnämnden\n    datum: 2027-09-20"
    moved = with_text(
        without_the_matter(), "dossier.yaml", row, row.replace("2027-09-20", "2027-10-18")
    )
    [said] = told(moved, date(2027, 9, 21))
    assert "(dossier.yaml:11:10)" in said


def test_once_it_is_decided_nothing_is_told_whichever_day_it_was() -> None:
    assert told(dossier_texts("allman"), date(2028, 3, 1)) == []
    early = with_text(dossier_texts("allman"), MATTER, "datum: 2027-09-20", "datum: 2027-09-13")
    assert told(early, date(2028, 3, 1)) == []


def test_one_that_was_up_and_was_postponed_kept_its_plan_and_has_a_new_one() -> None:
    outcome = "utfall: bordläggning\nnytt_datum: 2027-10-18"
    postponed = with_text(
        without_the_matter() | {MATTER: dossier_texts("allman")[MATTER]},
        MATTER,
        "utfall: bifall",
        outcome,
    )
    assert told(postponed, date(2027, 10, 18)) == []
    [said] = told(postponed, date(2027, 10, 19))
    assert said.startswith(
        "Varning passerad-dag: Beslut i sakfrågan skulle tas upp igen 18 oktober 2027. "
    )


def test_a_decision_that_is_missing_is_told_as_that_alone() -> None:
    texts = dossier_texts("allman")
    assert told({file: texts[file] for file in texts if file != TO_HOLD_IT}, date(2028, 3, 1)) == []


def test_the_first_session_is_told_until_one_is_entered() -> None:
    texts = planned()
    assert told(texts, date(2027, 4, 14)) == []
    [said] = told(texts, date(2027, 4, 15))
    assert said.startswith(
        "Varning passerad-dag: Det första dialogtillfället skulle hållas 14 april 2027. Den dagen har "
        "passerat, och inget tillfälle är infört. (handlingsplan.yaml:"
    )
    assert said.endswith(" -> dialog add tillfällen")
    entered = texts | {"tillfallen/a.yaml": "datum: 2027-04-20\nstatus: planerat\n"}
    assert told(entered, date(2027, 4, 15)) == []


def test_feedback_that_a_rule_asks_for_is_told_by_the_rule_and_other_feedback_here() -> None:
    texts = dossier_texts("allman")
    own = "aterkoppling/deltagare.yaml"
    assert told(texts | {own: blanked(texts[own], "datum")}, date(2027, 10, 11)) == []
    other = "till: fortroendevalda\nplanerad: 2027-06-10\n".replace("fortro", "förtro")
    [said] = told(texts | {"aterkoppling/f.yaml": other}, date(2027, 10, 11))
    assert said.startswith("Varning passerad-dag: Återkoppling till ")
    assert "planerat till 10 juni 2027. Den dagen har passerat." in said


@pytest.mark.parametrize("reported", [False, True])
def test_a_follow_up_lapses_when_it_is_reported(reported: bool) -> None:
    texts = dossier_texts("sandviken")
    if reported:
        row = "uppföljs: 2027-12-14"
        texts = with_text(texts, "atgardsplan.yaml", row, f"{row}\n    anmäld: 2027-12-14")
    found = told(texts, date(2027, 12, 15), "sandviken")
    assert [one.partition(" (")[0] for one in found] == (
        []
        if reported
        else [
            "Varning passerad-dag: Följs upp: planerat till 14 december 2027. Den dagen har passerat. "
            "Skriv när det blev gjort, eller en ny dag."
        ]
    )


def test_after_a_no_nothing_is_planned_any_more() -> None:
    texts = with_text(planned(), TO_HOLD_IT, "utfall: bifall", "utfall: avslag")
    assert told(texts, date(2028, 3, 1)) == []
