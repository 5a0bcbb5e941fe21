"""A disk without room, for real: the system itself refuses to let a file grow while somebody
answers at a terminal.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from helpers.dossiers import planning, without
from helpers.person import Session
from helpers.terminal import MONDAY

ROOM = 200
SHORT, LONG = "Vi antecknar.", "Varje bord har en sekreterare. " * 10


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = planning(tmp_path)
    without(folder, "handlingsplan.yaml", "dokumentation", "användning_och_spridning")
    return folder


def answers(dossier: Path, *typed: str) -> tuple[str, int]:
    """What the screen says when each question is answered, and the exit code."""
    plan = dossier / "handlingsplan.yaml"
    session = Session(dossier, ("fill",), MONDAY, "dumb", largest=plan.stat().st_size + ROOM)
    for text in typed:
        assert session.heard()
        session.type(f"{text}\n.")
    while session.heard() is not None:
        session.type("")
    return session.seen, session.end()


def test_the_answer_that_has_no_room_is_printed_and_all_before_it_is_saved(dossier: Path) -> None:
    plan = dossier / "handlingsplan.yaml"
    before = plan.read_text("utf-8")
    seen, code = answers(dossier, SHORT, LONG)
    assert code == 5
    assert plan.read_text("utf-8") == before.replace(
        "\ndokumentation:\n", f"\ndokumentation: {SHORT}\n"
    )
    said = " ".join(seen.partition("Stopp: ")[2].split())
    assert said.startswith(
        "handlingsplan.yaml kunde inte sparas. Den skulle bli större än en fil får vara här. "
        "Ditt senaste svar kunde inte sparas. Alla tidigare svar är sparade. "
        f"Kopiera texten härifrån: {LONG.strip()}"
    )


def test_nothing_is_left_beside_the_files(dossier: Path) -> None:
    names = {path.name for path in dossier.iterdir()}
    answers(dossier, LONG)
    assert {path.name for path in dossier.iterdir()} - names == {".dialog.lock"}
