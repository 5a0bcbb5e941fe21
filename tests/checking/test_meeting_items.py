from datetime import date

import pytest
from helpers import small_rulebook
from helpers.small_rulebook import SOURCE, TODAY

from dialogcli.base.dates import Day
from dialogcli.checking.meeting_items import (
    Business,
    LeftOut,
    Matter,
    Notice,
    business,
    pending_event,
)
from dialogcli.checking.survey import Dialogue, outlook

DAY = Day(2027, 3, 3)
NEEDS_RISKS = f"""
E-01:
  says: Idén säger vad den kostar.
  kind: required
  fields: idé.barn
  before: dialogbeslut
  {SOURCE}
"""
TOLD = f"""
E-02:
  says: Fullmäktige får veta vad det ledde till.
  kind: feedback
  to: deltagare
  after: resultat.datum
  from: svar
  {SOURCE}
"""
IDEA = {"ide.yaml": "syfte: Att få veta hur torget används\n"}
MET = {
    "beslut/a.yaml": "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: bifall\n",
    **IDEA,
    "plan.yaml": "datum: 2027-01-01\n",
    "tillfallen/a.yaml": "datum: 2027-01-14\nstatus: genomfört\n",
}


def planned(day: str) -> dict[str, str]:
    return {
        "dossier.yaml": "titel: Torget\nplanerade_beslut:\n"
        f"  - {{beslutspunkt: dialogbeslut, organ: KF, datum: {day}}}\n"
    }


def brought(
    files: dict[str, str],
    rules: str = "",
    organ: str = "kommunfullmäktige",
    day: Day = DAY,
    today: date = TODAY,
) -> list[Business]:
    dossier = small_rulebook.dossier(files, rules)
    dossier = dossier._replace(
        rulebook=dossier.rulebook._replace(audiences={"deltagare": "kommunfullmäktige"})
    )
    return list(business(Dialogue("torget", outlook(dossier, today)), organ, day))


def said(files: dict[str, str], rules: str = "", organ: str = "kommunfullmäktige") -> list[str]:
    return [
        f"inte: {one.why}"
        if isinstance(one, LeftOut)
        else f"beslut: {one.gate.id}"
        if isinstance(one, Matter)
        else f"anmälan: {one.gate.id if one.gate else one.audience}"
        for one in brought(files, rules, organ)
    ]


@pytest.mark.parametrize(
    ("files", "rules", "expected"),
    [
        ({**IDEA, **planned("2027-03-03")}, "", ["beslut: dialogbeslut"]),
        ({**IDEA, **planned("2027-03")}, "", ["beslut: dialogbeslut"]),
        (IDEA, "", ["beslut: dialogbeslut"]),
        ({**IDEA, **planned("2027-04-07")}, "", []),
        (
            {**IDEA, **planned("2027-02-03")},
            "",
            [
                "inte: Beslutet var planerat till 3 februari 2027, men är inte infört. "
                "För in det, eller planera en ny dag i dossier.yaml."
            ],
        ),
        ({**IDEA, **planned("2027-03-03")}, NEEDS_RISKS, ["inte: Underlaget har 1 fel."]),
        (planned("2027-03-03"), "", ["inte: Det här är inte klart: Idé."]),
        ({}, "", []),
        (MET, "", []),
    ],
    ids=[
        "of the day",
        "of the month",
        "ready, without a day",
        "of another day",
        "should have been",
        "a fel",
        "too early",
        "neither a day nor ready",
        "decided",
    ],
)
def test_a_decision_comes_when_its_day_or_its_basis_has(
    files: dict[str, str], rules: str, expected: list[str]
) -> None:
    assert said(files, rules) == expected


def test_another_organ_has_nothing_to_decide() -> None:
    assert said({**IDEA, **planned("2027-03-03")}, organ="byggnadsnämnden") == []


def test_what_was_sent_back_comes_again_when_its_points_are_answered() -> None:
    back = {
        **IDEA,
        "beslut/a.yaml": "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: återremiss\n"
        "punkter: [Visa kostnaden]\nmotivering: Kostnaden saknas\n",
    }
    answer = "svar_på_återremiss:\n  - {punkt: Visa kostnaden, svar: Den är noll kronor.}\n"
    assert said(back) == []
    assert said({**back, "aterremiss.yaml": answer}) == ["beslut: dialogbeslut"]


def event(planned: str = "", held: str = "", name: str = "a") -> dict[str, str]:
    return {f"aterkoppling/{name}.yaml": f"till: deltagare\nplanerad: {planned}\ndatum: {held}\n"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({**MET, **event("2027-03-03")}, ["anmälan: deltagare"]),
        ({**MET, **event("2027-02-12")}, ["anmälan: deltagare"]),
        (MET, ["anmälan: deltagare"]),
        ({**MET, **event("2027-04-07")}, []),
        ({**MET, **event("2027-03-03", "2027-02-20")}, []),
        (
            {**IDEA, **planned("2027-04-07"), **event("2027-03-03")},
            ["inte: Resultatet är inte sammanställt."],
        ),
    ],
    ids=["of the day", "late", "due, not planned", "of another day", "given", "too early"],
)
def test_a_result_is_reported_to_the_organ_that_is_the_audience(
    files: dict[str, str], expected: list[str]
) -> None:
    assert said(files, TOLD) == expected


def test_of_several_feedback_events_the_next_one_is_given() -> None:
    files = {
        **MET,
        **event("2027-02-01", "2027-02-02"),
        **event("2027-05-05", name="b"),
        **event("2027-04-04", name="c"),
    }
    dossier = small_rulebook.dossier(files, TOLD)
    found = pending_event(dossier, "deltagare")
    assert found
    assert found.file == "aterkoppling/c.yaml"
    assert pending_event(small_rulebook.dossier(MET), "deltagare") is None


def test_what_one_person_decided_for_the_organ_is_reported() -> None:
    alone = {
        **IDEA,
        "beslut/a.yaml": "beslutspunkt: dialogbeslut\norgan: KF\nroll: ordförande\ndatum: 2027-02-08\n"
        "utfall: bifall\n",
    }
    [one] = brought(alone)
    assert isinstance(one, Notice)
    assert one.gate
    assert one.gate.id == "dialogbeslut"
    assert brought(alone, day=Day(2027, 2, 1)) == []
    assert brought(alone, organ="byggnadsnämnden") == []
