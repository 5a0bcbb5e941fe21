"""Screens of the commands that help with a plan, at 80 columns: methods, budget and deadlines.

Each text file in `planning` is one session. `python tests/screens/test_planning.py` writes them anew.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from helpers.dossiers import changed, planning
from helpers.terminal import played

HERE = Path(__file__).parent / "planning"


def nothing(folder: Path) -> Path:
    """A folder without a dossier."""
    return folder


def own_times(folder: Path) -> Path:
    """The organisation keeps bridge days free and wants papers earlier; a decision is planned too close to another."""
    dossier = planning(folder)
    (folder / "organisation.yaml").write_text(
        "dagar: {klämdagar: lediga}\ntider: {manusstopp: 8 arbetsdagar}\n", "utf-8")
    changed(dossier, "dossier.yaml", "organ: regionfullmäktige\n    datum: 2027-11-24",
            "organ: regionfullmäktige\n    datum: 2027-03-09")
    return dossier


def own_rates(folder: Path) -> Path:
    """The organisation has said what it pays."""
    dossier = planning(folder)
    (folder / "organisation.yaml").write_text(
        "arvoden: {sammanträdesarvode: 950, förlorad_arbetsinkomst: 300, reseersättning: 25}\n", "utf-8")
    return dossier


STATES: dict[str, Callable[[Path], Path]] = {
    "9.1 suggestions with reasons": planning,
    "9.1 suggestions without a dossier": nothing,
    "9.1 the methods": nothing,
    "9.1 groups to consider": nothing,
    "12.1 a budget": planning,
    "12.2 compensation of elected representatives": own_rates,
    "11.1 deadlines of a dialogue": planning,
    "11.2 own times and dates that cannot be met": own_times,
    "11.3 deadlines of a meeting": nothing,
}


@pytest.mark.parametrize("name", STATES)
def test_the_screen_is_as_agreed(name: str, tmp_path: Path) -> None:
    expected = (HERE / f"{name}.txt").read_text("utf-8")
    assert played(expected, STATES[name](tmp_path)) == expected


def test_every_screen_is_played() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(STATES)


@pytest.mark.parametrize("name", STATES)
def test_it_fits_the_terminal_and_both_code_pages(name: str) -> None:
    """But for a command: broken in two it could not be copied."""
    text = (HERE / f"{name}.txt").read_text("utf-8")
    assert [line for line in text.splitlines() if len(line) > 80 and not line.startswith("$ ")] == []
    assert text.encode("cp850").decode("cp850") == text.encode("cp1252").decode("cp1252") == text


if __name__ == "__main__":
    for title, state in STATES.items():
        session = HERE / f"{title}.txt"
        with tempfile.TemporaryDirectory() as where:
            session.write_text(played(session.read_text("utf-8"), state(Path(where))), "utf-8", newline="\n")
