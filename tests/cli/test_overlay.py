"""A dossier with the law overlay: its questions are asked, answered and shown like the rulebook's
own.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import changed, planning
from helpers.terminal import run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = planning(tmp_path)
    changed(
        folder, "dossier.yaml", "\nregelverk: varmland\n", "\nregelverk: varmland\ntillägg: [lag]\n"
    )
    return folder


def test_answers_go_to_the_overlays_form(dossier: Path) -> None:
    (dossier.parent / "svar.yaml").write_text(
        "lagprövning:\n  samer_berörs:\n    svar: nej\n    skäl: Linjerna rör ingen samebys marker.\n"
        "    av: handläggaren\n    datum: 2025-01-22\n",
        "utf-8",
    )

    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)

    assert (ran.exit_code, ran.err) == (0, "")
    written = (dossier / "lagprovning.yaml").read_text("utf-8")
    assert "samer_berörs:\n  svar: nej\n" in written
    assert written.splitlines()[1] == "# Lagar som rör en dialog, tillägg lag 1.0"
    assert "I dossiern: uppfyllt" in run(["rules", "show", "L-11"], dossier).out


def test_one_of_its_requirements(dossier: Path) -> None:
    ran = run(["rules", "show", "L-03"], dossier)

    assert ran.exit_code == 0
    assert "Källa:      Dataskyddslagen (2018:218), 3 kap. 10 §\n  Fastställt: lag\n" in ran.out


def test_a_number_that_there_is_not_names_both_series(dossier: Path) -> None:
    ran = run(["rules", "show", "L-99"], dossier)

    assert ran.exit_code == 2
    assert "Kraven har nummer V-01 till V-66 och L-01 till L-19." in ran.err


def test_it_stands_in_the_head_and_warns_without_stopping(dossier: Path) -> None:
    ran = run(["check"], dossier)

    assert ran.exit_code == 0
    assert "med tillägget Lagar som rör en\ndialog 1.0" in ran.out
    assert "0 fel, 3 varningar, 1 upplysning.\n" in ran.out


def test_an_overlay_that_there_is_not(dossier: Path) -> None:
    changed(dossier, "dossier.yaml", "[lag]", "[lagar]")

    ran = run(["check"], dossier)

    assert (ran.exit_code, ran.out) == (3, "")
    assert ran.err == (
        "Stopp: Tillägget lagar finns inte. Menade du lag?\n"
        "Tilläggen står under tillägg: i dossier.yaml.\n"
    )
