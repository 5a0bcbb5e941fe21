"""The page for contributors is true: what it names exists, what it tells to type can be typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
IGNORED = (ROOT / ".git-blame-ignore-revs").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS = re.findall(r"`(\.venv/bin/\w+ [^`]+)`", PAGE)
TRIED = re.compile("at_most|klockslag")
"""What the two trials added, which were thrown away."""
PATHS = {
    word
    for word in re.findall(r"[\w./-]+", PAGE)
    if re.match(r"(?:dialogcli|tests|docs|templates)/", word) and not TRIED.search(word)
}


@pytest.mark.parametrize("path", sorted(path.rstrip("/.,:") for path in PATHS))
def test_every_path_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)#]+)\)", PAGE))
def test_every_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)", PAGE))))
def test_every_target_exists(target: str) -> None:
    assert f"\n{target}:" in MAKEFILE


def test_the_table_has_every_target_that_is_for_changing_the_code() -> None:
    told = re.findall(r"^\| `make (\w+)` \|", PAGE, re.MULTILINE)
    there = re.findall(r"^(\w+):.*## ", MAKEFILE, re.MULTILINE)
    assert set(there) - set(told) == {"help", "letterhead", "clean"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_a_program_with_files_that_there_are(command: str) -> None:
    program, *words = command.removeprefix(".venv/bin/").split()
    assert program in ("pytest", "python")
    files = [word for word in words if "/" in word]
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


@pytest.mark.parametrize("name", re.findall(r"`(\d\.\d+ [\w ]+\.txt)`", PAGE))
def test_every_screen_exists(name: str) -> None:
    assert (ROOT / "tests" / "screens" / name).exists()


def test_blame_ignores_whole_hashes_each_with_its_reason() -> None:
    """Git passes over a comment, and stops at anything else that is not a whole hash."""
    _, *commits = IGNORED.strip().split("\n\n")
    assert commits
    assert [one for one in commits if not re.fullmatch(r"# .+\n[0-9a-f]{40}", one)] == []


def test_the_worked_changes_are_five() -> None:
    assert len(re.findall(r"^### ", PAGE, re.MULTILINE)) == 5
