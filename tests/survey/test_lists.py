"""The lists of what passes unnoticed: their form, their reasons, and how they are written anew."""

from __future__ import annotations

import pytest
from helpers.survey import FIXTURES, UNREVIEWED, Reviewed, read_list, renewed

from dialogcli.checking.named_fields import Named
from dialogcli.checking.survivors import Silent, Survivors

TWO = [
    Reviewed("plan.mål", ("borta", "tom"), (), "Målet får vänta."),
    Reviewed("plan.mål", ("x",), ("rad-borta",), "Ett x är ett svar."),
]


def found(*fields: Silent) -> Survivors:
    return Survivors(9, {}, {}, fields)


def test_reasons_stay_with_what_still_passes() -> None:
    now = found(Silent("plan.mål", Named.RULE, ("tom", "x", "streck"), ("rad-borta",)))
    assert renewed(TWO, now) == [
        Reviewed("plan.mål", ("tom",), (), "Målet får vänta."),
        Reviewed("plan.mål", ("x",), ("rad-borta",), "Ett x är ett svar."),
        Reviewed("plan.mål", ("streck",), (), UNREVIEWED),
    ]


def test_a_field_has_one_line_for_each_reason_with_its_changes_in_the_order_in_which_they_are_made() -> (
    None
):
    lines = [
        Reviewed("plan.mål", ("=ja", "x"), (), "Målet får vänta."),
        Reviewed("plan.mål", ("tom",), ("borta",), "Målet får vänta."),
    ]
    now = found(Silent("plan.mål", Named.RULE, ("=ja", "x", "tom"), ("borta",)))
    assert renewed(lines, now) == [
        Reviewed("plan.mål", ("tom", "x", "=ja"), ("borta",), "Målet får vänta.")
    ]


def test_what_passed_in_some_rows_and_now_passes_in_all_has_to_be_looked_at_again() -> None:
    now = found(Silent("plan.mål", Named.RULE, ("rad-borta",), ()))
    assert renewed(TWO, now) == [Reviewed("plan.mål", ("rad-borta",), (), UNREVIEWED)]


def test_optional_fields_need_no_line() -> None:
    assert renewed([], found(Silent("plan.bild", Named.NOBODY, ("borta",), ()))) == []


@pytest.mark.parametrize("rulebook", FIXTURES)
def test_a_list_is_in_order_and_says_each_thing_once(rulebook: str) -> None:
    lines = read_list(rulebook)
    said = [change for line in lines for change in line.changes]
    assert [line.field for line in lines] == sorted(line.field for line in lines)
    assert len(said) == len(set(said))
    assert all(line.reason for line in lines)


@pytest.mark.parametrize("rulebook", FIXTURES)
def test_every_line_has_been_reviewed(rulebook: str) -> None:
    assert [line.field for line in read_list(rulebook) if line.reason == UNREVIEWED] == []
