"""The command that mends a fault names one thing only."""

from __future__ import annotations

import pytest

from dialogcli.base.commands import fill
from dialogcli.checking.remedies import remedy
from dialogcli.rulebook.loader import load_rulebook

VARMLAND = load_rulebook("varmland")


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("handlingsplan.risker.2.åtgärd", "risker"),
        ("handlingsplan.kostnad", "kostnader"),
        ("initiativ.inkom", "inkom"),
        ("handlingsplan.datum", "handlingsplan.datum"),
        ("kommunikationsplan.datum", "kommunikationsplan.datum"),
        ("initiativ.syfte", "initiativ.syfte"),
        ("handlingsplan.syfte", "syfte"),
        ("budget.poster.1.belopp", "budget"),
    ],
)
def test_a_name_that_two_forms_share_is_told_with_its_form(path: str, section: str) -> None:
    assert remedy(VARMLAND, path) == fill(section)
