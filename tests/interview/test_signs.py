"""What a typed line means."""

from __future__ import annotations

import pytest
from helpers.screens import drawn

from dialogcli.base.screen import line, screen
from dialogcli.interview.signs import DONE, GO_BACK, Sign, Typed, is_sign, read_line, told


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("", Typed("", Sign.LATER)),
        (" < ", Typed("<", Sign.BACK)),
        (">", Typed(">", Sign.AFTER)),
        ("?", Typed("?", Sign.HELP)),
        ("? 2", Typed("? 2", Sign.HELP, 2)),
        ("-", Typed("-", Sign.REMOVE)),
        ("-12", Typed("-12", Sign.REMOVE, 12)),
        ("!", Typed("!", Sign.EDITOR)),
        ("3", Typed("3", number=3)),
        ("3 eller 4", Typed("3 eller 4")),
        ("< 20 kronor", Typed("< 20 kronor")),
    ],
)
def test_a_sign_acts_only_as_the_whole_line(line: str, typed: Typed) -> None:
    assert read_line(line) == typed


def test_a_letter_is_a_sign_only_where_the_screen_says_so() -> None:
    assert read_line("n") == Typed("n")
    assert read_line("N", Sign.NEW_ROW) == Typed("N", Sign.NEW_ROW)
    assert read_line("g", Sign.NEW_ROW) == Typed("g")


@pytest.mark.parametrize(("line", "sign"), [("", True), ("!", True), ("s", False), ("?2", False)])
def test_nothing_more_is_waited_for_after_a_sign(line: str, sign: bool) -> None:
    assert is_sign(line) is sign


def test_signs_are_told_of_to_the_eye_and_to_the_ear() -> None:
    signs = screen(line("En rad i taget. ", told(DONE, GO_BACK, end=".")))
    assert drawn(signs) == "En rad i taget. Enter = klar, < = tillbaka."
    assert drawn(signs, linear=True) == "En rad i taget. Enter betyder klar. < betyder tillbaka."
