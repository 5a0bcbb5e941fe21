"""`dialog render --pdf`: the PDF beside the Word file, and what is said where there is no
LibreOffice.
"""

import os
import shutil
from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import run

from dialogcli.usecases import documents as cli_pdf

MINE = "handlingar/handlingsplan.pdf"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that answers at once."""
    monkeypatch.setattr(cli_pdf, "office", lambda: "soffice")
    monkeypatch.setattr(cli_pdf, "to_pdf", lambda _, word: b"%PDF of " + str(len(word)).encode())


def names(dossier: Path) -> list[str]:
    return sorted(file.name for file in (dossier / "handlingar").iterdir())


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
@pytest.mark.libreoffice
def test_libreoffice_makes_it(dossier: Path) -> None:
    ran = run(["render", "handlingsplan", "--final", "--pdf"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == (
        "Klart: handlingar/handlingsplan.docx är skapad.\n"
        "Klart: handlingar/handlingsplan.pdf är skapad.\n"
        "Nästa: dialog render (handlingarna till 5 mars)\n"
    )
    assert (dossier / MINE).read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("office")
def test_it_lies_beside_the_word_file_and_is_replaced_by_the_next(dossier: Path) -> None:
    for _ in range(2):
        assert run(["render", "handlingsplan", "--pdf"], dossier).exit_code == 0
    assert names(dossier) == ["handlingsplan.docx", "handlingsplan.pdf", "manifest.json"]


@pytest.mark.usefixtures("office")
def test_a_pdf_that_we_did_not_make_is_left_alone(dossier: Path) -> None:
    (dossier / "handlingar").mkdir()
    (dossier / MINE).write_bytes(b"somebody's own")
    ran = run(["render", "handlingsplan", "--pdf"], dossier)
    assert (ran.exit_code, (dossier / MINE).read_bytes()) == (4, b"somebody's own")
    assert ran.err == (
        f"Obs: {MINE} är ändrad eller öppen i ett annat program. Den\när orörd.\n"
        "Den nya versionen ligger bredvid: handlingar/handlingsplan (2).pdf\n"
    )


@pytest.mark.usefixtures("office")
def test_it_goes_with_the_word_file_that_had_to_go_beside(dossier: Path) -> None:
    (dossier / "handlingar").mkdir()
    (dossier / "handlingar" / "handlingsplan.docx").write_bytes(b"edited")
    assert run(["render", "handlingsplan", "--pdf"], dossier).exit_code == 4
    assert "handlingsplan (2).pdf" in names(dossier)
    assert "handlingsplan.pdf" not in names(dossier)


def test_without_libreoffice_the_word_file_is_made(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_pdf, "office", lambda: "")
    ran = run(["render", "handlingsplan", "kommunikationsplan", "--pdf"], dossier)
    assert (ran.exit_code, ran.out) == (
        5,
        "Klart: 2 handlingar är skapade som UTKAST i mappen handlingar:\n"
        "  handlingsplan.docx\n"
        "  kommunikationsplan.docx\n",
    )
    assert ran.err == (
        "Stopp: LibreOffice finns inte på den här datorn. Word-filerna är skapade, men\ningen PDF.\n"
        "Installera LibreOffice och skriv samma kommando igen.\n"
        "Eller öppna Word-filen i Word och välj Spara som, PDF.\n"
    )
    assert names(dossier) == ["handlingsplan.docx", "kommunikationsplan.docx", "manifest.json"]


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_when_libreoffice_fails_the_word_file_is_made(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(cli_pdf, "office", lambda: str(broken))
    ran = run(["render", "handlingsplan", "--pdf"], dossier)
    assert ran.exit_code == 5
    assert "Stopp: LibreOffice gjorde ingen PDF." in ran.err
    assert "handlingar/handlingsplan.docx är skapad." in " ".join(ran.err.split())
    assert names(dossier) == ["handlingsplan.docx", "manifest.json"]


@pytest.mark.parametrize("other", ["--markdown", "--status", "--stale"])
def test_it_is_for_making_documents_only(dossier: Path, other: str) -> None:
    ran = run(["render", "--pdf", other], dossier)
    assert (ran.exit_code, (dossier / "handlingar").exists()) == (2, False)
