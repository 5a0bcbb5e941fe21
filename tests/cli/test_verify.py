"""`dialog verify`: a Word file tells what it was made of, wherever it has gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.documents import LETTERHEAD
from helpers.dossiers import changed, planning
from helpers.terminal import run

PLAN = "handlingar/handlingsplan.docx"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = planning(tmp_path)
    run(["render", "handlingsplan"], folder)
    return folder


def test_nothing_has_changed(dossier: Path) -> None:
    ran = run(["verify", PLAN], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        "Word-filen: så som den skapades\n  Dossiern:   säger samma sak\nInget har ändrats.\n"
        in ran.out
    )


def test_every_answer_that_has_changed_is_named_with_its_place(dossier: Path) -> None:
    changed(
        dossier, "handlingsplan.yaml", "delaktighetsform: dialog", "delaktighetsform: konsultation"
    )
    changed(dossier, "dossier.yaml", "titel: Kollektivtrafik i", "titel: Bussar i")
    out = run(["verify", PLAN], dossier).out
    assert '  Dossiern:   "Titel" har ändrats (dossier.yaml:15:8)\n' in out
    assert '              "Delaktighetsform" har ändrats (handlingsplan.yaml:131:19)\n' in out
    assert out.endswith("Nästa: dialog render handlingsplan (en ny version)\n")


def test_a_copy_with_another_name_is_known_by_what_it_holds(dossier: Path) -> None:
    shutil.copy(dossier / PLAN, dossier / "handlingar" / "till nämnden.docx")
    assert "så som den skapades" in run(["verify", "handlingar/till nämnden.docx"], dossier).out


def test_an_older_version_shows_something_else_than_the_dossier(dossier: Path) -> None:
    shutil.copy(dossier / PLAN, dossier / "handlingar" / "gammal.docx")
    changed(
        dossier, "handlingsplan.yaml", "delaktighetsform: dialog", "delaktighetsform: konsultation"
    )
    run(["render", "handlingsplan"], dossier)
    out = run(["verify", "handlingar/gammal.docx"], dossier).out
    assert "Word-filen: går inte att jämföra, för det är inte den senaste versionen" in out
    assert "Dossiern:   säger något annat nu" in out


def test_a_file_that_has_left_its_dossier_says_what_it_knows(dossier: Path, tmp_path: Path) -> None:
    away = tmp_path / "post"
    away.mkdir()
    shutil.copy(dossier / PLAN, away)
    out = run(["verify", "handlingsplan.docx"], away).out
    assert out.startswith("handlingsplan.docx är ett UTKAST, skapat ur Kollektivtrafik i glesbygd,")
    assert "Dossiern:   finns inte här. Skriv dess mapp efter --folder." in out
    assert (
        "säger samma sak"
        in run(["verify", "handlingsplan.docx", "--folder", "../dossier"], away).out
    )


def test_another_dossier_is_not_held_against_it(dossier: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(dossier, other, ignore=shutil.ignore_patterns("handlingar"))
    changed(other, "dossier.yaml", "  - RV 2025/118", "  - RV 2025/999")
    out = run(["verify", str(dossier / PLAN), "--folder", str(other)], tmp_path).out
    assert "Dossiern:   finns inte här." in out


def test_the_command_to_copy_leads_to_the_dossier(dossier: Path) -> None:
    (dossier / PLAN).write_bytes((dossier / PLAN).read_bytes() + b"x")
    out = run(["verify", f"dossier/{PLAN}"], dossier.parent).out
    assert out.endswith("Nästa: dialog render handlingsplan --folder dossier (en ny version)\n")


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (
            LETTERHEAD,
            1,
            "Stopp: fil.docx är inte skapad av dialog.\nFilen har inga uppgifter om vad den är gjord av.\n",
        ),
        (b"text", 3, "Stopp: fil.docx går inte att läsa: den är ingen Word-fil.\n"),
    ],
)
def test_a_file_that_is_not_ours(dossier: Path, content: bytes, code: int, said: str) -> None:
    (dossier / "fil.docx").write_bytes(content)
    ran = run(["verify", "fil.docx"], dossier)
    assert (ran.exit_code, ran.err) == (code, said)
