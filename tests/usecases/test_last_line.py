"""The last line of a command, on disk as it is."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from helpers.documents import SAMPLE
from helpers.terminal import run

AFTERWARDS = datetime(2026, 11, 30, 9, 30)


def test_a_check_never_sends_to_itself(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    shutil.copytree(SAMPLE, dossier)
    assert run(["set", "dokumentation", "Vi för anteckningar."], dossier, AFTERWARDS).exit_code == 0
    ran = run(["check"], dossier, AFTERWARDS)
    assert ran.out.splitlines()[-1] == "Nästa: dialog fill --section dokumentation (Varning V-27c)"


def test_a_dialogue_that_is_stopped_has_not_all_its_steps_done(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    shutil.copytree(SAMPLE, dossier)
    for name in ("resultat.yaml", "utvardering.yaml"):
        (dossier / name).unlink()
    said = ["--reason", "Bidraget drogs in.", "--organ", "presidiet", "--date", "2025-12-30"]
    assert run(["stop", "--how", "avbruten", *said], dossier, AFTERWARDS).exit_code == 0
    assert "steg är klara" not in run(["status"], dossier, AFTERWARDS).out
