"""Asking line by line, and which consoles get that."""

from __future__ import annotations

import io
import sys

import pytest

from dialogcli.base.screen import line
from dialogcli.terminal.askers import Choices, LineAsker, asker_for
from dialogcli.terminal.console import Console


def console(typed: str = "", plain: bool = False) -> Console:
    return Console(io.StringIO(typed), io.StringIO(), io.StringIO(), plain=plain)


def seen(on: Console) -> str:
    assert isinstance(on.stdout, io.StringIO)
    return on.stdout.getvalue()


def test_the_prompt_stands_before_the_answer() -> None:
    plain = console("Torget\n")
    assert LineAsker(plain).write("Svar: ") == "Torget"
    assert seen(plain) == "Svar: "


def test_a_long_text_ends_with_a_full_stop_of_its_own() -> None:
    asker = LineAsker(
        console("Nämnden leder samtalen.\n\nHandläggaren antecknar.\n.\nnästa svar\n")
    )
    assert asker.write("Svar: ", long=True) == "Nämnden leder samtalen.\n\nHandläggaren antecknar."
    assert asker.write("Svar: ") == "nästa svar"


@pytest.mark.parametrize("sign", ["", "?", "<", "!", "-"])
def test_a_sign_acts_at_once(sign: str) -> None:
    assert LineAsker(console(f"{sign}\n")).write("Svar: ", long=True) == sign


def test_choices_are_numbered_lines_above_the_answer() -> None:
    plain = console("2\n")
    shown = [line("1 En nämnd, 2 Invånare", indent=2)]
    beside = [line("Källa: V-10", indent=2)]
    choices = Choices(["En nämnd", "Invånare"], shown, beside, "svara senare")
    assert LineAsker(plain).choose("Svar (1-2): ", choices) == "2"
    assert seen(plain) == "  1 En nämnd, 2 Invånare\n  Källa: V-10\nSvar (1-2): "


def test_only_j_and_n_confirm() -> None:
    plain = console("kanske\n\nJa\n")
    assert LineAsker(plain).confirm("Behåll datumet? (j/n): ") is True
    asked = "Behåll datumet? (j/n): "
    assert seen(plain) == f"{asked}Svara j eller n.\n{asked}Svara j eller n.\n{asked}"
    assert LineAsker(console("n\n")).confirm(asked) is False


def test_a_closed_stdin_is_the_end() -> None:
    with pytest.raises(EOFError):
        LineAsker(console()).write("Svar: ")


@pytest.mark.parametrize(
    ("plain", "term", "simple"),
    [
        (True, "xterm", True),
        (False, "dumb", True),
        (False, "xterm", False),
        (False, "", sys.platform != "win32"),
    ],
)
def test_plain_and_dumb_terminals_get_lines(plain: bool, term: str, simple: bool) -> None:
    assert asker_for(console(plain=plain), {"TERM": term}).line_by_line is simple
