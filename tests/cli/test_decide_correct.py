"""`dialog decide BESLUT --correct`: what a decision said before stays, with why and which day."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import without
from helpers.terminal import run
from helpers.walks import DOSSIERS

from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain

NOW = datetime(2027, 3, 4, 9, 30)
NAME = "beslut/2027-02-22-kommunfullmaktiges-beslut.yaml"
WHY = ["--reason", "Skrivfel, enligt nämndsekreteraren"]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Hagfors, as it was when the fullmäktige had decided."""
    folder = tmp_path / "dossier"
    shutil.copytree(DOSSIERS / "hagfors", folder)
    for path in (*folder.glob("beslut/2027-11*"), folder / "resultat.yaml"):
        path.unlink()
    return folder


def correct(dossier: Path, *words: str) -> tuple[int, str]:
    ran = run(["decide", "kommunfullmäktiges-beslut", "--correct", *words], dossier, NOW)
    return ran.exit_code, ran.screen


def answers(dossier: Path) -> dict[str, object]:
    [file] = read_dossier(dossier).files["beslut"]
    return {name: as_plain(answer) for name, answer in file.answers.items() if answer.filled}


def test_a_paragraph_is_put_right_and_the_earlier_one_stays(dossier: Path) -> None:
    before = answers(dossier)
    code, said = correct(dossier, "--paragraph", "18", *WHY)
    assert code == 0
    assert said.startswith(
        f"Klart: § 18 gäller. § {before['paragraf']} står kvar som tidigare lydelse, med skäl och dag.\n"
    )
    assert answers(dossier) == {
        **before,
        "paragraf": "18",
        "rättelser": [
            {
                "fält": "paragraf",
                "tidigare": before["paragraf"],
                "skäl": "Skrivfel, enligt nämndsekreteraren",
                "datum": "2027-03-04",
            }
        ],
    }


def test_a_second_correction_stands_below_the_first(dossier: Path) -> None:
    correct(dossier, "--paragraph", "18", *WHY)
    correct(dossier, "--date", "2027-02-21", *WHY)
    rows = answers(dossier)["rättelser"]
    assert isinstance(rows, list)
    assert [(row["fält"], row["tidigare"]) for row in rows] == [
        ("paragraf", "14"),
        ("datum", "2027-02-22"),
    ]


def test_another_outcome_adopts_nothing_any_more(dossier: Path) -> None:
    assert "antaget" in answers(dossier)
    code, _ = correct(dossier, "--outcome", "avslag", "--motivation", "Frågan är avgjord.", *WHY)
    assert code == 0
    now = answers(dossier)
    assert now["utfall"] == "avslag"
    assert "antaget" not in now


def test_what_is_only_added_needs_no_reason(dossier: Path) -> None:
    without(dossier, NAME, "motivering")
    code, said = correct(dossier, "--motivation", "Frågan berör många.")
    assert code == 0
    assert said.startswith("Klart: Motivering: infört.\n")
    assert answers(dossier)["motivering"] == "Frågan berör många."
    assert "rättelser" not in answers(dossier)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Frågorna går inte att ställa här"),
        (["--paragraph", "18"], "Skälet saknas. Inget är ändrat."),
        (["--date", "2028-01-01", *WHY], "1 januari 2028 har inte varit än."),
        (["--outcome", "vilande", *WHY], "Utfallet vilande finns inte"),
    ],
)
def test_what_cannot_be_changes_nothing(dossier: Path, words: list[str], said: str) -> None:
    before = (dossier / NAME).read_bytes()
    code, told = correct(dossier, *words)
    assert code == 2
    assert said in told
    assert (dossier / NAME).read_bytes() == before


def test_the_same_again_changes_nothing(dossier: Path) -> None:
    before = (dossier / NAME).read_bytes()
    now = str(answers(dossier)["paragraf"])
    assert correct(dossier, "--paragraph", now) == (0, "Inget är ändrat.\n")
    assert (dossier / NAME).read_bytes() == before


def test_a_decision_that_is_not_there_is_entered_first(dossier: Path) -> None:
    ran = run(["decide", "beslut-i-sakfrågan", "--correct", "--paragraph", "1"], dossier, NOW)
    assert ran.exit_code == 2
    assert "är inte infört, så det finns inget att rätta." in ran.err
    assert "dialog decide beslut-i-sakfrågan" in ran.err
