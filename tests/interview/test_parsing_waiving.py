"""A rule is waived only in writing."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.small_rulebook import rule, rulebook

from dialogcli.base.commands import set_waiver
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import line
from dialogcli.interview.parsing import waiver

RULES = rule("kind: required\nfields: plan.syfte\nbefore: möten")
TODAY = date(2027, 2, 19)


def test_a_waiver_has_a_reason_somebody_and_a_day() -> None:
    assert waiver(rulebook(RULES), "E-01", "Ryms i budgeten.", "kanslichefen", TODAY) == {
        "av": "kanslichefen",
        "datum": "2027-02-19",
        "skäl": "Ryms i budgeten.",
    }


def test_without_somebody_who_answers_for_it_there_is_none() -> None:
    with pytest.raises(UsageError) as stop:
        waiver(rulebook(RULES), "E-01", "Ryms i budgeten.", " ", TODAY)
    assert stop.value.hints == (line("Skriv så: ", set_waiver("E-01")),)


def test_a_rule_that_may_not_be_waived() -> None:
    strict = rulebook(rule("kind: forbidden\nfields: idé.nivå\nvalues: information"))
    with pytest.raises(UsageError, match="går det inte att göra undantag"):
        waiver(strict, "E-01", "Skäl", "Roll", TODAY)


def test_an_unknown_rule() -> None:
    with pytest.raises(UsageError) as stop:
        waiver(rulebook(RULES), "E-10", "Skäl", "Roll", TODAY)
    assert stop.value.message == "Regeln E-10 finns inte i regelverket. Menade du E-01?"
