"""Wrapping cuts nothing in two; data from a file cannot act on the terminal."""

import json

import pytest

from dialogcli.model.layout import block, command, glued, harmless, paragraphs, shown, wrapped


def test_text_wraps_with_a_hanging_indent() -> None:
    assert wrapped("Utbildningen är planerad till hösten.", width=24, indent=2, hang=4) == (
        "  Utbildningen är\n    planerad till\n    hösten."
    )


@pytest.mark.parametrize(
    "whole", ["3 mars 2027", "12 500 kronor", "§ 17", "§§ 17-18", "kl. 10.42", "24 november"]
)
def test_a_date_an_amount_or_a_paragraph_is_never_cut(whole: str) -> None:
    for width in range(20, 40):
        assert whole in wrapped(f"Det gäller från och med {whole} och inte förr.", width)


def test_what_is_glued_stands_on_one_line_even_where_it_is_too_long() -> None:
    place = "(tillfallen/2027-04-14 tjarnasa.yaml:22:9)"
    assert wrapped(f"Texten saknas. {glued(place)}", width=30).splitlines() == [
        "Texten saknas.",
        place,
    ]


def test_a_word_that_is_longer_than_the_line_is_left_whole() -> None:
    assert wrapped("kollektivtrafiknämndens-handlingsplan ja", width=20).splitlines() == [
        "kollektivtrafiknämndens-handlingsplan",
        "ja",
    ]


def test_labels_are_padded_so_that_values_align() -> None:
    assert block(
        [("Källa:", "direktivet"), ("Fastställt:", "av fullmäktige, gäller tills vidare")], width=34
    ) == (
        "  Källa:      direktivet\n  Fastställt: av fullmäktige,\n              gäller tills vidare"
    )


def test_one_blank_line_between_what_there_is() -> None:
    assert paragraphs("a", "", "b") == "a\n\nb"


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


@pytest.mark.parametrize(
    ("words", "folder", "expected"),
    [
        ("fill --section risker", "", "dialog fill --section risker"),
        ("fill --section risker", "en/mapp", "dialog fill en/mapp --section risker"),
        ("check", "min mapp", 'dialog check "min mapp"'),
        ("set dossier.titel SVAR", "en/mapp", "dialog set dossier.titel SVAR --folder en/mapp"),
    ],
)
def test_a_command_carries_the_folder_that_was_given(
    words: str, folder: str, expected: str
) -> None:
    assert wrapped(command(words, folder), width=20) == expected
