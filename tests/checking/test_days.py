"""Sessions whose day and status do not go together."""

from datetime import date

import pytest
from helpers.long_rulebook import changed

from dialogcli.base.findings import remedy_text
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check


def told(session: str, today: date) -> list[str]:
    """What is said of one more session, and what mends it."""
    found = check(changed({"tillfallen/3.yaml": session}), today).findings
    return [f"{case_line(finding)} -> {remedy_text(finding.remedy)}" for finding in found]


@pytest.mark.parametrize("status", ["status: planerat\n", ""])
def test_a_session_that_is_past_says_whether_it_was_held(status: str) -> None:
    session = f"datum: 2027-04-28\n{status}"
    assert told(session, date(2027, 4, 28)) == []
    [said] = told(session, date(2027, 4, 29))
    assert said.startswith(
        "Varning tillfällets-status: Dialogtillfälle 28 april 2027 har passerat. Skriv om det hölls. "
    )
    assert said.endswith(" -> dialog fill --section tillfällen.3")


def test_a_cancelled_session_counts_nobody() -> None:
    session = "datum: 2027-04-28\nstatus: inställt\nantal: 38\n"
    assert told(session, date(2028, 3, 1)) == [
        "Varning tillfällets-status: Dialogtillfälle 28 april 2027 är inställt men räknar dem som var "
        "där. Vilket stämmer? (tillfallen/3.yaml:2:9) -> "
        "dialog fill --section tillfällen.3"
    ]


def test_an_ordinary_one_and_a_cancelled_one_draw_nothing() -> None:
    assert told("datum: 2027-04-28\nstatus: genomfört\nantal: 3\n", date(2028, 3, 1)) == []
    assert told("datum: 2027-04-28\nstatus: inställt\n", date(2028, 3, 1)) == []
