"""A real pseudo-terminal: what has been answered is on the disk before the next question is asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

import pexpect

FOLDER = "2027-kollektivtrafik"
ENTER = "\r"


def dialog(folder: Path, *words: str, term: str = "xterm") -> pexpect.spawn[str]:
    """`dialog WORDS` on a terminal of its own."""
    environ = {**os.environ, "TERM": term, "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "dialogcli", *words],
        cwd=str(folder),
        env=environ,
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 100),
    )


def asked(child: pexpect.spawn[str], question: str, prompt: str) -> None:
    child.expect_exact(question)
    child.expect_exact(prompt)


def ended(child: pexpect.spawn[str]) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def begin(folder: Path, term: str = "xterm") -> pexpect.spawn[str]:
    return dialog(
        folder,
        "new",
        "--rulebook",
        "varmland",
        "--title",
        "Kollektivtrafik",
        "--folder",
        FOLDER,
        term=term,
    )


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_three_answers_then_ctrl_c_and_the_interview_goes_on_at_the_fourth(
    tmp_path: Path, term: str
) -> None:
    child = begin(tmp_path, term)
    asked(child, "Vad är dialogen främst till för?", "Svar (1-3):")
    child.send(f"1{ENTER}")
    asked(child, "Kan beslutet fortfarande påverkas?", "Svar (j/n):")
    child.send(f"j{ENTER}")
    asked(child, "Vilket beslut ska dialogen ge underlag till?", "Svar:")
    child.send(f"Trafikförsörjningsprogram{ENTER}")
    asked(child, "När fattas det?", "Svar:")
    child.sendintr()
    child.expect_exact(f"Avbrutet. 3 svar är sparade i {FOLDER}.")
    child.expect_exact(f"Fortsätt: dialog fill {FOLDER}")
    assert ended(child) == 130
    assert "\nfrämsta_syfte: politiskt_beslut\n" in (tmp_path / FOLDER / "provning.yaml").read_text(
        "utf-8"
    )
    assert "\n  ärende: Trafikförsörjningsprogram\n" in (
        tmp_path / FOLDER / "dossier.yaml"
    ).read_text("utf-8")

    child = dialog(tmp_path, "fill", FOLDER, term=term)
    asked(child, "När fattas det?", "Svar:")
    child.send(f"24 november 2027{ENTER}")
    child.expect_exact("onsdag 24 november 2027")
    child.expect_exact("Sparat.")
    asked(child, "Granska avsnittet", "Svar:")
    child.send(ENTER)
    child.expect_exact("Svar (1-3):")
    child.send("\x04")
    child.expect_exact("Avbrutet. 1 svar är sparat")
    assert ended(child) == 130
    assert "\n  datum: 2027-11-24\n" in (tmp_path / FOLDER / "dossier.yaml").read_text("utf-8")


def test_a_process_that_is_killed_leaves_whole_files_and_no_lock(tmp_path: Path) -> None:
    child = begin(tmp_path)
    asked(child, "Vad är dialogen främst till för?", "Svar (1-3):")
    child.send(f"1{ENTER}")
    asked(child, "Kan beslutet fortfarande påverkas?", "Svar (j/n):")
    child.kill(9)
    child.expect(pexpect.EOF)
    child = dialog(tmp_path, "fill", FOLDER)
    asked(child, "Kan beslutet fortfarande påverkas?", "Svar (j/n):")
    child.sendintr()
    assert ended(child) == 130


def test_a_pasted_text_of_several_lines_is_one_answer(tmp_path: Path) -> None:
    child = begin(tmp_path)
    child.expect_exact("Svar (1-3):")
    child.sendintr()
    assert ended(child) == 130
    child = dialog(tmp_path, "fill", FOLDER, "--section", "frågeställning")
    child.expect_exact("Svar:")
    child.send("\x1b[200~Hur reser ni?\r\rVad saknas?\x1b[201~" + ENTER)
    child.expect_exact("Sparat: 2 meningar.")
    assert ended(child) == 0
    text = (tmp_path / FOLDER / "initiativ.yaml").read_text("utf-8")
    assert "frågeställning: |-\n  Hur reser ni?\n\n  Vad saknas?\n" in text


def test_with_stdout_in_a_pipe_nothing_is_asked(tmp_path: Path) -> None:
    command = f"{sys.executable} -m dialogcli new --rulebook varmland | cat"
    child = pexpect.spawn(
        "/bin/sh",
        ["-c", command],
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=20,
        env={**os.environ, "NO_COLOR": "1"},
    )
    child.expect_exact("Stopp: Frågorna går inte att ställa här, för det finns ingen terminal.")
    assert ended(child) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_decision_is_asked_for_and_entered_whole(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "dossier.yaml").write_text("titel: Badplatsen\nregelverk: allman\n", "utf-8")
    (folder / "initiativ.yaml").write_text("syfte: Att veta var bryggan ska ligga\n", "utf-8")
    child = dialog(folder, "decide", "beslut-om-dialogen")
    asked(child, "Vad blev beslutet?", "Svar (1-5):")
    child.send(f"3{ENTER}")
    asked(child, "Vilken dag fattades beslutet?", "Svar:")
    child.send(f"2026-01-20{ENTER}")
    asked(child, "Vilket organ beslutade?", "Svar:")
    child.send(f"fritidsnämnden{ENTER}")
    asked(child, "Vilken paragraf fick ärendet?", "Svar:")
    assert not (folder / "beslut").exists()
    child.send(f"12{ENTER}")
    asked(child, "Återremiss: ärendet går tillbaka för mer beredning.", "Punkt 1:")
    child.send(f"Fråga de unga{ENTER}")
    child.expect_exact("Punkt 2:")
    child.send(ENTER)
    child.expect_exact("Nästa förslag ska svara på 1 punkt.")
    assert ended(child) == 0
    text = (folder / "beslut" / "2026-01-20-beslut-om-dialogen.yaml").read_text("utf-8")
    assert "\nutfall: återremiss\n" in text
    assert "\npunkter:\n  - Fråga de unga\n" in text


def test_a_decision_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    (folder / "dossier.yaml").write_text("titel: Badplatsen\nregelverk: allman\n", "utf-8")
    child = dialog(folder, "decide", "beslut-om-dialogen", "--outcome", "avslag")
    asked(child, "Vilken dag fattades beslutet?", "Svar:")
    child.sendintr()
    child.expect_exact("Avbrutet. Inget är infört.")
    assert ended(child) == 130
    assert [path.name for path in folder.iterdir() if path.suffix == ".yaml"] == ["dossier.yaml"]
