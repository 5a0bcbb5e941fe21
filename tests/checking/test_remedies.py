"""The command that mends a fault names one thing only."""

from __future__ import annotations

import pytest
from helpers.long_rulebook import changed

from dialogcli.base.commands import fill, set_
from dialogcli.checking.remedies import remedy, remedy_in
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


def test_a_file_without_its_key_goes_by_its_own_name() -> None:
    file = "tillfallen/3-oppet-hus.yaml"
    dossier = changed({file: "datum: {ej_tillämpligt: Det var öppet hela veckan}\n"})
    mend = remedy_in(dossier, "tillfällen..datum", file)
    assert mend == set_("tillfällen.3-oppet-hus.datum", "ÅÅÅÅ-MM-DD")
