"""Amounts out of number and price, and the three lines for elected representatives."""

from __future__ import annotations

from datetime import date

import pytest

from dialogcli.base.findings import remedy_text
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.money import Sessions, compensation
from dialogcli.rulebook.loader import load_rulebook

RATES = {"sammanträdesarvode": 950, "förlorad_arbetsinkomst": 300, "reseersättning": 25}


def budget(row: str) -> Dossier:
    return build_dossier(
        load_rulebook("varmland"), {"budget.yaml": f"poster:\n  - {{vad: Lokal, {row}}}\n"}
    )


def amount(dossier: Dossier) -> object:
    table = dossier.answer("budget.poster")
    assert table is not None
    part = table.rows[0].part("belopp")
    assert part is not None
    return part.value


@pytest.mark.parametrize(
    ("row", "worked_out"),
    [
        ("enheter: 5, à_pris: 2400", 12000),
        ("enheter: 5, à_pris: 2400, belopp: 11000", 11000),
        ("enheter: 5", None),
        ("enheter: 0, à_pris: 2400", 0),
        ("enheter: fem, à_pris: 2400", None),
    ],
)
def test_an_amount_that_is_left_empty_is_worked_out(row: str, worked_out: int | None) -> None:
    assert amount(budget(row)) == worked_out


def test_an_amount_that_contradicts_its_number_and_price_is_told() -> None:
    found = [
        (finding.message, str(finding.place), remedy_text(finding.remedy))
        for finding in check(
            budget("enheter: 5, à_pris: 2400, belopp: 11000"), date(2027, 2, 22)
        ).findings
        if finding.rule == "fel-produkt"
    ]
    assert found == [
        (
            "Beloppet är 11 000 kronor, men 5 à 2 400 kronor är 12 000 kronor.",
            "budget.yaml:2:52",
            "dialog set budget.poster.1.belopp 12000",
        )
    ]


@pytest.mark.parametrize(
    "row", ["enheter: 5, à_pris: 2400, belopp: 12000", "belopp: 11000", "enheter: 5, belopp: 7"]
)
def test_what_agrees_or_cannot_be_compared_is_not_told(row: str) -> None:
    report = check(budget(row), date(2027, 2, 22))
    assert [finding for finding in report.findings if finding.rule == "fel-produkt"] == []


def test_the_three_lines() -> None:
    lines = compensation(Sessions(elected=9, number=5, hours=4, miles=6), RATES)
    assert [(line.kind, line.number, line.price, line.amount) for line in lines] == [
        ("sammanträdesarvode", 45, 950, 42_750),
        ("förlorad_arbetsinkomst", 180, 300, 54_000),
        ("reseersättning", 270, 25, 6_750),
    ]


def test_without_the_organisations_rates_there_is_no_amount_but_for_nothing() -> None:
    lines = compensation(Sessions(elected=9, number=5, hours=4), {})
    assert [line.amount for line in lines] == [None, None, 0]
