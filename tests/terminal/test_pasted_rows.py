"""Rows of a spreadsheet, pasted at a real pseudo-terminal where a table is asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

import pexpect
from helpers.dossiers import planning

from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain

ENTER = "\r"


def asked_for_a_row(folder: Path, term: str) -> pexpect.spawn[str]:
    environ = {**os.environ, "TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "dialogcli", "fill", "--section", "handlingsplan.tidsplan"],
        cwd=str(folder),
        env=environ,
        encoding="utf-8",
        timeout=20,
        dimensions=(60, 100),
    )
    child.expect_exact("Svar:")
    child.send(f"n{ENTER}")
    child.expect(r"Rad \d+, Datum[^:]*:")
    return child


def paste(child: pexpect.spawn[str], term: str, text: str) -> None:
    if term == "dumb":
        child.send(text.replace("\n", ENTER) + ENTER + ENTER)
    else:
        child.send(f"\x1b[200~{text}\x1b[201~{ENTER}")


@pytest.mark.parametrize("term", ["xterm", "dumb"])
@pytest.mark.parametrize(("answer", "taken"), [("j", 2), ("n", 0)])
def test_rows_are_shown_and_taken_in_or_not(
    tmp_path: Path, term: str, answer: str, taken: int
) -> None:
    dossier = planning(tmp_path)
    before = as_plain(read_dossier(dossier).answer("handlingsplan.tidsplan"))
    assert isinstance(before, list)
    child = asked_for_a_row(dossier, term)
    paste(child, term, "2027-03-29\tAffischer i bussarna\n2027-04-02\tDialogcafé")
    child.expect(r"Den första blir: Datum 2027-03-29, Vad Affischer i\s+bussarna\.")
    child.expect_exact("Ta in alla 2? (j/n):")
    child.send(f"{answer}{ENTER}")
    child.expect_exact("Sparat: 2 rader." if taken else "Inga rader är sparade.")
    child.expect_exact("Svar:")
    child.close(force=True)
    after = as_plain(read_dossier(dossier).answer("handlingsplan.tidsplan"))
    new = [
        {"datum": "2027-03-29", "vad": "Affischer i bussarna"},
        {"datum": "2027-04-02", "vad": "Dialogcafé"},
    ]
    assert after == [*before, *new[:taken]]


def test_of_rows_with_a_fault_none_is_taken(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    before = (dossier / "handlingsplan.yaml").read_bytes()
    child = asked_for_a_row(dossier, "xterm")
    paste(child, "xterm", "2027-03-29\tAffischer i bussarna\n31 april\tDialogcafé")
    child.expect_exact("Rad 2, Datum: Datumet 31 april finns inte.")
    child.expect_exact("Inga rader är sparade. Rätta dem och klistra in alla igen.")
    child.expect_exact("Svar:")
    child.close(force=True)
    assert (dossier / "handlingsplan.yaml").read_bytes() == before
