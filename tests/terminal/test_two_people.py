"""Two people at real pseudo-terminals, in one dossier."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

import pexpect
from helpers.dossiers import planning

FIELD = ("--section", "handlingsplan.dokumentation")
ENTER = "\r"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "config", "user.name", "Anna Berg"], check=True)
    return planning(tmp_path)


def dialog(dossier: Path, *words: str) -> pexpect.spawn[str]:
    environ = {**os.environ, "TERM": "dumb", "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "dialogcli", *words],
        cwd=str(dossier),
        env=environ,
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 100),
    )


def documented(dossier: Path, text: str) -> bool:
    return text in (dossier / "handlingsplan.yaml").read_text("utf-8")


@pytest.fixture
def first(dossier: Path) -> Iterator[pexpect.spawn[str]]:
    child = dialog(dossier, "fill", *FIELD)
    child.expect_exact("Svar")
    yield child
    child.close(force=True)


def test_others_write_while_a_question_is_open(dossier: Path, first: pexpect.spawn[str]) -> None:
    child = dialog(dossier, "set", "handlingsplan.kostnad", "123")
    child.expect_exact("Klart: Svaret är sparat")
    child.expect(pexpect.EOF)
    first.send(f"Vi för anteckningar.{ENTER}.{ENTER}")
    first.expect_exact("Sparat")
    first.expect(pexpect.EOF)
    assert documented(dossier, "kostnad: 123\n")
    assert documented(dossier, "Vi för anteckningar.")


def test_the_second_is_told_once_who_answers_too(dossier: Path, first: pexpect.spawn[str]) -> None:
    assert first.isalive()
    child = dialog(dossier, "fill", *FIELD)
    child.expect(r"Obs: Anna Berg svarar också på frågor här, sedan kl\. \d\d\.\d\d\.")
    child.expect_exact("Svar")
    child.close(force=True)


def test_of_two_answers_to_one_question_one_is_chosen(
    dossier: Path, first: pexpect.spawn[str]
) -> None:
    child = dialog(dossier, "set", "handlingsplan.dokumentation", "Nämnden leder samtalen.")
    child.expect_exact("Klart: Svaret är sparat")
    child.expect(pexpect.EOF)
    first.send(f"Presidiet leder samtalen.{ENTER}.{ENTER}")
    first.expect_exact("Någon annan har ändrat samma svar i handlingsplan.yaml.")
    first.expect_exact("Vilket ska gälla? (1-2): ")
    assert documented(dossier, "Nämnden leder samtalen.")
    first.send(f"2{ENTER}")
    first.expect_exact("Sparat")
    first.expect(pexpect.EOF)
    assert documented(dossier, "Presidiet leder samtalen.")
    assert not documented(dossier, "Nämnden leder samtalen.")
