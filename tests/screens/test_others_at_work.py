"""What is seen when another program, or another person, has hold of a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import MONDAY, run

from dialogcli.disk import holders, lock
from dialogcli.disk.lock import locked


def test_10_2_locked_by_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = planning(tmp_path)
    monkeypatch.setattr("platform.node", lambda: "SK-1042")
    monkeypatch.setattr(holders, "person", lambda _: "Anna Berg")
    monkeypatch.setattr(lock, "TOLD_AFTER", 0.02)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with locked(dossier, "dialog fill", MONDAY.replace(hour=10, minute=31)):
        ran = run(["set", "handlingsplan.uppföljning", "Nämnden leder samtalen."], dossier)
    assert (ran.exit_code, ran.screen) == (
        4,
        "Väntar: Anna Berg sparar just nu.\n"
        "Stopp: Anna Berg använder mappen sedan kl. 10.31 (dialog fill, datorn SK-1042).\n"
        "Inget är ändrat.\n",
    )


def test_10_4_open_in_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows lets nobody replace a file that Word has open."""
    dossier = planning(tmp_path)
    run(["render", "handlingsplan"], dossier)
    replace = os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target).name == "handlingsplan.docx":
            raise PermissionError(13, "in use", str(target))
        replace(source, target)

    monkeypatch.setattr("os.replace", held)
    monkeypatch.setattr("time.sleep", lambda _: None)
    ran = run(["render", "handlingsplan"], dossier)
    assert (ran.exit_code, ran.screen) == (
        4,
        "Obs: handlingar/handlingsplan.docx är öppen i Word och går inte att ersätta.\n"
        "Den nya versionen ligger bredvid: handlingar/handlingsplan (2).docx\n"
        "Nästa: dialog render (handlingarna till 5 mars)\n",
    )
