"""`dialog budget --write`: the three lines stand in the budget, once each, and nothing else is
changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import changed, planning, without
from helpers.terminal import run

WORDS = [
    "budget",
    "--elected",
    "9",
    "--sessions",
    "5",
    "--hours",
    "4",
    "--distance",
    "6",
    "--write",
]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "organisation.yaml").write_text(
        "arvoden: {sammanträdesarvode: 950, förlorad_arbetsinkomst: 300, reseersättning: 25}\n",
        "utf-8",
    )
    return planning(tmp_path)


def written(dossier: Path) -> list[str]:
    return [
        line.strip()
        for line in (dossier / "budget.yaml").read_text("utf-8").splitlines()
        if line[:1] == " "
    ]


def test_into_an_empty_budget(dossier: Path) -> None:
    without(dossier, "budget.yaml", "poster")
    ran = run(WORDS, dossier)
    assert ran.exit_code == 0
    assert written(dossier)[:6] == [
        "- vad: Arvode till 9 förtroendevalda vid 5 tillfällen",
        "kostnadsslag: sammanträdesarvode",
        "enheter: 45",
        "à_pris: 950",
        "belopp: 42750",
        "- vad: Förlorad arbetsinkomst för 9 förtroendevalda vid 5 tillfällen, högst",
    ]


def test_in_place_of_the_rows_of_the_same_kind_and_twice_is_once(dossier: Path) -> None:
    before = written(dossier)
    run(WORDS, dossier)
    once = written(dossier)
    run(WORDS, dossier)
    assert written(dossier) == once
    assert [line for line in before if line.startswith("- vad")][3:] == [
        line for line in once if line.startswith("- vad")
    ][3:]


def test_of_several_rows_of_a_kind_none_is_chosen(dossier: Path) -> None:
    changed(
        dossier,
        "budget.yaml",
        "poster:\n",
        "poster:\n  - vad: Arvode till ordföranden\n"
        "    kostnadsslag: sammanträdesarvode\n    belopp: 1000\n",
    )
    ran = run(WORDS, dossier)
    assert "2 rader är skrivna" in ran.out
    assert "Ändra dem själv: Arvode till 9" in " ".join(ran.out.split())
    assert "belopp: 61750" in written(dossier)


def test_without_rates_nothing_is_written(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    before = (dossier / "budget.yaml").read_bytes()
    ran = run(WORDS, dossier)
    assert (ran.exit_code, "Inget är skrivet." in " ".join(ran.err.split())) == (2, True)
    assert (dossier / "budget.yaml").read_bytes() == before


def test_a_rulebook_without_a_budget_says_so(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(
        "format: 1\ntitel: Badplatsen\nregelverk: hagfors\n", "utf-8"
    )
    ran = run(["budget"], tmp_path)
    assert (ran.exit_code, ran.err) == (
        2,
        "Stopp: Regelverket för Hagfors kommun har ingen budget i dossiern.\n",
    )
