"""Rows that say nothing of what they are about."""

from __future__ import annotations

from helpers.small_rulebook import DECIDED, rule, said

RISKS = "risker:\n  - risk: Regn\n  - åtgärd: Ring\n"


def test_a_row_that_does_not_count_is_told_though_nobody_asks_for_the_table() -> None:
    assert said({"plan.yaml": RISKS}, "") == [
        'Varning ofullständig-rad: "Utmaningar och risker": rad 2 räknas inte, för där saknas Risk. '
        "(plan.yaml:3:5)"
    ]


def test_a_rule_that_tells_of_it_is_enough() -> None:
    wanted = rule("kind: required\nfields: plan.risker.*.åtgärd\nbefore: möten")

    assert said({**DECIDED, "plan.yaml": RISKS}, wanted) == [
        'Fel E-01: Rad 1: "Åtgärd" saknas. (plan.yaml:2:5)',
        'Fel E-01: Rad 2: "Risk" saknas. (plan.yaml:3:5)',
    ]


def test_an_empty_row_is_nothing() -> None:
    assert said({"plan.yaml": "risker:\n  - risk: Regn\n  - {}\n"}, "") == []
