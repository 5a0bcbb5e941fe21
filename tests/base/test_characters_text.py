"""Data from a file cannot act on the terminal."""

import json

import pytest

from dialogcli.base.characters import cut, harmless, shown, without_unwanted


@pytest.mark.parametrize(
    ("acting", "written"),
    [
        ("\x1b]52;c;aGVq\x07", "\\u001b]52;c;aGVq\\u0007"),  # writes to the clipboard
        ("ja\rnej", "ja nej"),  # overwrites what stands before it
        ("\x9b31m", "\\u009b31m"),  # C1: the same as ESC [
        ("a\u202eb", "a\\u202eb"),  # turns the direction of reading
        ("a\u200bb", "a\\u200bb"),  # a blank without a width
        ("a\U000e0041", "a\\udb40\\udc41"),  # an invisible tag
        ("bort\x7f", "bort\\u007f"),
        ("två\nrader", "två rader"),
    ],
)
def test_characters_that_act_on_a_terminal_are_written_out(acting: str, written: str) -> None:
    assert shown(acting) == written


def test_a_whole_screen_keeps_its_lines() -> None:
    assert harmless("en\nrad\x1b[2J") == "en\nrad\\u001b[2J"


def test_in_a_json_text_the_written_out_character_is_the_same_value() -> None:
    value = "å\x1b[31m\u202e\x9b"
    assert json.loads(harmless(json.dumps(value, ensure_ascii=False))) == value


def test_a_text_that_is_not_too_long_is_not_cut() -> None:
    assert [cut("Torget", 6), cut("Torgets", 6)] == ["Torget", "To ..."]


@pytest.mark.parametrize(
    ("typed", "kept", "line"),
    [
        ("Ett.\nTvå\x07 ord.", "Ett.\nTvå ord.", 2),
        ("Ett.\x0bTvå.", "Ett.\nTvå.", 0),
        ("\ud800", "", 1),
    ],
)
def test_what_cannot_be_saved_is_taken_out_and_its_line_known(
    typed: str, kept: str, line: int
) -> None:
    assert without_unwanted(typed) == (kept, line)
