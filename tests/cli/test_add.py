"""`dialog add` without questions; those are in the recorded screens."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.terminal import run
from helpers.walks import DOSSIERS

NOW = datetime(2027, 2, 4, 9, 30)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Sandviken, before anything was held."""
    folder = tmp_path / "dossier"
    shutil.copytree(DOSSIERS / "sandviken", folder)
    for name in ("tillfallen", "aterkoppling"):
        shutil.rmtree(folder / name)
    return folder


def files(dossier: Path) -> list[str]:
    found = [*dossier.glob("tillfallen/*"), *dossier.glob("aterkoppling/*")]
    return sorted(path.name for path in found)


def line_of(path: Path, key: str) -> str:
    return next(line for line in path.read_text("utf-8").splitlines() if line.startswith(key))


def test_a_session_of_words_is_a_file_with_its_day_and_place(dossier: Path) -> None:
    ran = run(
        ["add", "tillfälle", "datum=3/2", "plats=Skolan", "antal_medborgare=46"], dossier, NOW
    )
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == (
        "Klart: tillfallen/2027-02-03-skolan.yaml.\n"
        "Nästa: dialog add återkoppling (till de förtroendevalda som gav uppdraget)\n"
    )
    made = dossier / "tillfallen" / "2027-02-03-skolan.yaml"
    assert line_of(made, "datum") == "datum: 2027-02-03"
    assert line_of(made, "antal_medborgare") == "antal_medborgare: 46"


def test_two_of_one_day_and_place_are_two_files(dossier: Path) -> None:
    for _ in range(2):
        run(["add", "tillfälle", "datum=3/2", "plats=Skolan"], dossier, NOW)
    assert files(dossier) == ["2027-02-03-skolan-2.yaml", "2027-02-03-skolan.yaml"]


def test_several_come_out_of_a_file(dossier: Path) -> None:
    (dossier.parent / "svar.yaml").write_text(
        "tillfällen:\n  - datum: 2027-02-03\n    plats: Skolan\n  - datum: 11 februari 2027\n",
        "utf-8",
    )
    ran = run(["add", "tillfällen", "--answers", "../svar.yaml"], dossier, NOW)
    assert ran.exit_code == 0
    assert files(dossier) == ["2027-02-03-skolan.yaml", "2027-02-11.yaml"]


def test_fill_takes_the_same_and_changes_those_that_are_there(dossier: Path) -> None:
    run(["add", "tillfälle", "datum=2027-02-03", "plats=Skolan"], dossier, NOW)
    (dossier.parent / "svar.yaml").write_text(
        "tillfällen:\n  - datum: 2027-02-03\n    plats: Aulan\n  - datum: 2027-02-11\n    plats: Torget\n",
        "utf-8",
    )
    ran = run(["fill", "--answers", "../svar.yaml"], dossier, NOW)
    assert ran.exit_code == 0
    assert files(dossier) == ["2027-02-03-skolan.yaml", "2027-02-11.yaml"]
    assert line_of(dossier / "tillfallen/2027-02-03-skolan.yaml", "plats") == "plats: Aulan"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tillfälle"], "Frågorna går inte att ställa här"),
        (["tillfälle", "plats=Skolan"], "Datum saknas. Inget är ändrat."),
        (["tillfälle", "plast=Skolan"], "Fältet plast finns inte här. Menade du plats?"),
        (["tillfälle", "datum"], "datum går inte att läsa."),
        (["tillfälle", "datum=3/2", "metod=vet ej"], "Metod: "),
        (["beslut"], "Ett beslut förs in med ett eget kommando."),
        (["undantag"], "Ett undantag skrivs med ett eget kommando."),
        (["xyz"], "xyz går inte att lägga till. Inget är ändrat."),
    ],
)
def test_what_cannot_be_added_makes_no_file(dossier: Path, words: list[str], said: str) -> None:
    ran = run(["add", *words], dossier, NOW)
    assert ran.exit_code == 2
    assert said in ran.err
    assert files(dossier) == []


def test_what_can_be_added_is_listed(dossier: Path) -> None:
    assert run(["add"], dossier, NOW).out.splitlines()[:3] == [
        "Det här går att lägga till:",
        "  dialog add tillfällen",
        "  dialog add återkoppling",
    ]
