"""An interview on other terminals than the one it was recorded at, and without any."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from helpers.sessions import EncodedScreen, play
from helpers.terminal import run
from screens.states.interviews import NEW, RECORDED, STATES


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "cp850"])
@pytest.mark.parametrize("name", [name for name in STATES if name.startswith(("2.", "3.", "10."))])
@pytest.mark.skipif(
    sys.platform == "win32", reason="the editor of the sessions is a script with a first line"
)
def test_the_same_is_seen_in_every_code_page_and_colour_only_repeats_it(
    name: str, encoding: str, colour: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = RECORDED.agreed(name)
    screen = EncodedScreen(encoding)
    play(expected, STATES[name](tmp_path, monkeypatch), monkeypatch, screen, colour)
    seen = screen.shown()
    assert ("\x1b[1m" in seen) is (colour and "--plain" not in expected)
    assert colour or "\x1b" not in seen
    assert re.sub(r"\x1b\[[0-9;]*m", "", seen) == expected.partition("\n")[2].rpartition("[exit")[0]


def test_2_4_without_a_terminal_nothing_is_asked_and_nothing_created(tmp_path: Path) -> None:
    ran = run(["new", "--rulebook", "varmland"], tmp_path, NEW)
    assert (ran.exit_code, ran.out) == (2, "")
    assert (
        ran.err
        == """\
Stopp: Frågorna går inte att ställa här, för det finns ingen terminal.
Inget är skapat. Det här saknas: --title (ärendets titel)
Du kan också svara i en fil:
  dialog new --rulebook varmland --export-questions svar.yaml
  dialog new --answers svar.yaml
"""
    )
    assert list(tmp_path.iterdir()) == []
