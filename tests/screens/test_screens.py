"""Every recorded screen is what its commands say now, word for word, and can be read on any
terminal.

Each text file is one session. The state that it begins in is built by the function that `states`
names for it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers.screens import Recorded
from screens.states import commands, interviews, meetings, planning

TABLES = {
    of.__name__.rpartition(".")[2]: of.RECORDED for of in (commands, interviews, meetings, planning)
}
SESSIONS = [
    pytest.param(table, name, id=f"{of}: {name}")
    for of, table in TABLES.items()
    for name in table.names
]


@pytest.mark.parametrize(("table", "name"), SESSIONS)
def test_the_screen_is_as_agreed(
    table: Recorded, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert table.seen(name, tmp_path, monkeypatch) == table.agreed(name)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_screen_is_played(table: Recorded) -> None:
    assert table.files() == set(table.names)


@pytest.mark.parametrize(("table", "name"), SESSIONS)
def test_no_line_is_longer_than_the_terminal_is_wide(table: Recorded, name: str) -> None:
    """But for a command: broken in two it could not be copied."""
    long = [line for line in table.agreed(name).splitlines() if len(line) > 80]
    assert [line for line in long if not re.match(r"\$ dialog |(\s*\w+:)?\s*dialog ", line)] == []


@pytest.mark.parametrize(("table", "name"), SESSIONS)
def test_our_own_words_have_only_characters_of_both_code_pages(table: Recorded, name: str) -> None:
    """cp850 is the console's, cp1252 that of everything else on Windows."""
    text = table.agreed(name)
    assert text.encode("cp850").decode("cp850") == text.encode("cp1252").decode("cp1252") == text
