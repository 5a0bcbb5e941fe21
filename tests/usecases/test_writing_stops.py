"""When an answer cannot be written: what happened, and what state the work is in (screens
10.1-10.3).
"""

from __future__ import annotations

import errno
import platform
from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import MONDAY, run

from dialogcli.disk import holders, lock
from dialogcli.disk.atomic import DiskFullError, stopped
from dialogcli.disk.lock import locked
from dialogcli.dossier import change
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.usecases.interview import recorder

ANSWER = "Nämnden leder samtalen. Handläggaren för anteckningar."


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_10_1_set_stops_with_both_texts(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = texts(dossier)

    def changed(*_: object) -> None:
        raise ChangedMeanwhileError(
            "handlingsplan.yaml", "Presidiet leder samtalen.", "Nämnden leder samtalen."
        )

    monkeypatch.setattr(recorder, "write_answer", changed)
    ran = run(["set", "dokumentation", "Nämnden leder samtalen."], dossier)
    assert ran.exit_code == 4
    assert (
        ran.err
        == """\
Stopp: Någon annan har ändrat samma svar i handlingsplan.yaml. Inget är ändrat.
  I filen nu:  Presidiet leder samtalen.
  Ditt svar:   Nämnden leder samtalen.
"""
    )
    assert texts(dossier) == before


def test_10_2_another_process_holds_the_dossier(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "node", lambda: "SK-1042")
    monkeypatch.setattr(holders, "person", lambda _: "Anna Berg")
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.02)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    before = texts(dossier)
    with locked(dossier, "dialog fill", MONDAY.replace(hour=10, minute=31)):
        ran = run(["set", "dokumentation", ANSWER], dossier)
    assert ran.exit_code == 4
    assert (
        ran.err
        == """\
Väntar: Anna Berg sparar just nu.
Stopp: Anna Berg använder mappen sedan kl. 10.31 (dialog fill, datorn SK-1042).
Inget är ändrat.
"""
    )
    assert texts(dossier) == before


def test_10_3_the_disk_is_full_and_the_answer_is_printed(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError(
            "Disken D: är full.", "handlingsplan.yaml kunde inte sparas. Den är som den var."
        )

    monkeypatch.setattr(change, "replace", full)
    ran = run(["set", "dokumentation", ANSWER], dossier)
    assert ran.exit_code == 5
    assert (
        ran.err
        == f"""\
Stopp: Disken D: är full. Ditt senaste svar kunde inte sparas.
Alla tidigare svar är sparade. Gör plats på disken och försök igen.
Kopiera texten härifrån:
  {ANSWER}
"""
    )


def test_of_a_consideration_only_what_was_typed_is_printed(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError("Disken är full.")

    monkeypatch.setattr(change, "replace", full)
    ran = run(["set", "barnrätt", "Barn åker buss till skolan varje dag."], dossier)
    assert ran.err.endswith("Kopiera texten härifrån:\n  Barn åker buss till skolan varje dag.\n")


def test_of_a_file_that_was_never_there_nothing_is_said_to_be_as_before(tmp_path: Path) -> None:
    full = stopped(OSError(errno.ENOSPC, ""), tmp_path / "ny.yaml", "sparas")
    assert full.hints == ("ny.yaml kunde inte sparas. Inget är skapat.",)
