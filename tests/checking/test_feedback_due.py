from datetime import date

import pytest
from helpers.small_rulebook import DECIDED, TODAY, report

from dialogcli.base.dates import Day
from dialogcli.checking.feedback_due import Tally, owed, tally
from dialogcli.process.days import Ahead, DayKind

RULE = """
E-01:
  says: Deltagarna får veta vad det ledde till.
  kind: feedback
  to: deltagare
  after: resultat.datum
  from: svar
  source: {document: riktlinje, heading: Svar}
"""
MET = {
    **DECIDED,
    "plan.yaml": "datum: 2027-01-01\n",
    "tillfallen/a.yaml": "datum: 2027-01-14\nstatus: genomfört\n",
}


def event(planned: str = "", held: str = "") -> dict[str, str]:
    return {"aterkoppling/a.yaml": f"till: deltagare\nplanerad: {planned}\ndatum: {held}\n"}


def figures(files: dict[str, str]) -> Tally:
    return tally(owed(report(files, RULE)), TODAY)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, Tally(done=0, of=1, late=0, come=False)),
        (MET, Tally(done=0, of=1, late=0, come=True)),
        ({**MET, **event("2027-03-01")}, Tally(done=0, of=1, late=0, come=True)),
        ({**MET, **event("2027-01-29")}, Tally(done=0, of=1, late=24, come=True)),
        ({**MET, **event("2027-01-29", "2027-02-20")}, Tally(done=1, of=1, late=0, come=True)),
    ],
    ids=["later", "due, not planned", "planned", "late", "given"],
)
def test_the_figures_of_one_dialogue(files: dict[str, str], expected: Tally) -> None:
    assert figures(files) == expected


RESULT = {**MET, "resultat.yaml": "datum: 2027-02-15\n"}


@pytest.mark.parametrize(
    ("files", "late"),
    [
        (RESULT, 7),
        ({**RESULT, "aterkoppling/a.yaml": "till: deltagare\nkanal: brev\n"}, 7),
        ({**RESULT, **event("2027-03-01")}, 0),
        ({**RESULT, **event("", "2027-02-20")}, 0),
        ({**MET, "resultat.yaml": "datum: 2027-02-22\n"}, 0),
    ],
    ids=["no file", "a file without a day", "planned", "given", "the result is of today"],
)
def test_what_nobody_has_planned_is_late_from_the_result_on(
    files: dict[str, str], late: int
) -> None:
    assert figures(files).late == late


def test_its_day_is_among_those_ahead_and_says_that_nobody_planned_it() -> None:
    (one,) = owed(report(RESULT, RULE))
    assert one.ahead(TODAY) == Ahead(
        Day(2027, 2, 15), DayKind.FEEDBACK, "De som deltog (inte planerad)"
    )
    assert one.ahead(date(2027, 2, 15)) is None


def test_an_audience_has_got_its_feedback_when_all_its_events_are_held() -> None:
    two = {
        **MET,
        **event("2027-01-29", "2027-01-29"),
        "aterkoppling/b.yaml": "till: deltagare\nplanerad: 2027-03-01\n",
    }
    assert figures(two) == Tally(done=0, of=1, late=0, come=True)


def test_what_is_missing_altogether_has_a_name_and_no_file() -> None:
    (one,) = owed(report(MET, RULE))
    assert (one.name, one.due, one.planned, one.file) == ("De som deltog", True, None, "")


def test_what_nobody_asks_for_is_owed_once_it_is_planned() -> None:
    (one,) = owed(report({**MET, **event("2027-01-29")}, ""))
    assert (one.planned, one.late(TODAY), one.late(date(2027, 1, 29))) == (Day(2027, 1, 29), 24, 0)


def test_what_is_waived_in_writing_is_not_owed() -> None:
    waiver = {
        "undantag/E-01.yaml": "regel: E-01\nskäl: Alla deltagare satt i rummet när det beslutades.\n"
        "av: kanslichefen\ndatum: 2027-02-01\n"
    }
    assert owed(report({**MET, **waiver}, RULE)) == ()


def test_after_a_no_nothing_is_owed() -> None:
    assert (
        owed(report({"beslut/a.yaml": DECIDED["beslut/a.yaml"].replace("bifall", "avslag")}, RULE))
        == ()
    )
