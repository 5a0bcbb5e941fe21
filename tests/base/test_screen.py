"""Screens as values: commands as they are typed, and the small words that make the rest."""

import shlex

import pytest

from dialogcli.base.commands import check, deadlines, fill, rules_show, set_, set_waiver
from dialogcli.base.screen import (
    Command,
    Kept,
    Line,
    Rows,
    Table,
    command_text,
    in_folder,
    line,
    plain_text,
    rows,
    screen,
    table,
)


@pytest.mark.parametrize(
    ("command", "folder", "expected"),
    [
        (fill("risker"), "", "dialog fill --section risker"),
        (fill("risker"), "en/mapp", "dialog fill en/mapp --section risker"),
        (check(), "min mapp", 'dialog check "min mapp"'),
        (
            set_("dossier.titel", "SVAR"),
            "en/mapp",
            "dialog set dossier.titel SVAR --folder en/mapp",
        ),
        (
            rules_show("V-47"),
            "C:\\ärenden\\buss",
            "dialog rules show V-47 --folder C:\\ärenden\\buss",
        ),
        (
            deadlines("24/11", "fullmäktige"),
            "en/mapp",
            "dialog deadlines --meeting 24/11 --organ fullmäktige",
        ),
    ],
)
def test_a_command_about_the_dossier_carries_the_folder_that_was_typed(
    command: Command, folder: str, expected: str
) -> None:
    assert command_text(command, folder) == expected


def test_a_word_with_a_blank_stands_in_quotation_marks() -> None:
    path = "register.områden.Nytt badhus.ort"
    assert command_text(set_(path, "SVAR")) == f'dialog set "{path}" SVAR'


@pytest.mark.parametrize(
    "folder",
    ["$(touch x)", "`touch x`", "$HOME", 'Buss "ny"', "Buss nu!", "~buss", "it's", "it's $HOME"],
)
def test_a_shell_reads_a_folder_as_it_is_named_and_runs_nothing_of_it(folder: str) -> None:
    assert shlex.split(command_text(check(), folder)) == ["dialog", "check", folder]


@pytest.mark.parametrize(
    ("folder", "typed"),
    [
        ("$(touch x)", "'$(touch x)'"),
        ("`touch x`", "'`touch x`'"),
        ('Buss "ny"', "'Buss \"ny\"'"),
        ("Buss nu!", "'Buss nu!'"),
        ("~buss", '"~buss"'),
        ("it's", '"it\'s"'),
    ],
)
def test_what_a_shell_would_act_on_stands_in_quotation_marks_that_it_leaves_alone(
    folder: str, typed: str
) -> None:
    assert command_text(check(), folder) == f"dialog check {typed}"


def test_what_the_reader_is_to_replace_always_stands_in_quotation_marks() -> None:
    assert command_text(set_waiver("V-47")) == (
        'dialog set undantag.V-47 --reason "SKÄL" --by "ROLL"'
    )


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (check(), "dialog check buss"),
        (fill("risker"), "dialog fill buss --section risker"),
        (set_("dossier.titel", "SVAR"), "dialog set dossier.titel SVAR --folder buss"),
    ],
)
def test_a_command_about_another_dossier_names_it_whatever_was_typed(
    command: Command, expected: str
) -> None:
    assert command_text(in_folder(command, "buss"), "en/mapp") == expected


def test_empty_parts_and_empty_paragraphs_are_left_out() -> None:
    assert line("", "a", "") == Line(("a",))
    assert screen([], line("a"), [line("b"), line("c")]) == (
        (line("a"),),
        (line("b"), line("c")),
    )


def test_parts_are_one_text_where_no_screen_is() -> None:
    assert plain_text(("Se ", Kept("(a.yaml:1:1)"), ": ", check()), "m") == (
        "Se (a.yaml:1:1): dialog check m"
    )


def test_a_row_takes_one_part_or_several() -> None:
    assert rows(("Källa:", "a"), (Kept("Av:"), ("b ", Kept("(c)")))) == Rows(
        ((("Källa:",), ("a",)), ((Kept("Av:"),), ("b ", Kept("(c)"))))
    )


def test_a_cell_takes_one_part_or_several_and_so_does_a_sentence() -> None:
    found = table([("Fel", ("b ", Kept("(c)")))], ["Fel: b."], shrink=((1, 20),), right=(0,))
    cells = ((("Fel",), ("b ", Kept("(c)"))),)
    assert found == Table(cells, (("Fel: b.",),), shrink=((1, 20),), right=(0,))
