"""Help and slips of the keyboard: every word is ours, whatever Typer would have said."""

from pathlib import Path

import pytest
from helpers.terminal import run

from dialogcli.cli.app import COMMANDS

PATHS = [(name,) for name in COMMANDS] + [
    (name, below) for name, one in COMMANDS.items() for below in one.below
]
ENGLISH = (
    "Usage",
    "Options",
    "Arguments",
    "Commands",
    "Error",
    "Invalid",
    "Missing",
    "No such",
    "Try ",
    "default",
    "required",
    "Show this message",
    "TEXT",
    "OPTIONS",
)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_in_swedish(path: tuple[str, ...], tmp_path: Path) -> None:
    ran = run([*path, "--help"], tmp_path)
    assert (ran.exit_code, ran.err) == (0, "")
    assert f"Så här skriver du: dialog {' '.join(path)}" in ran.out
    assert [word for word in ENGLISH if word in ran.out] == []


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_argument_and_option_is_explained(path: tuple[str, ...], tmp_path: Path) -> None:
    rows = [
        line for line in run([*path, "--help"], tmp_path).out.splitlines() if line.startswith("  -")
    ]
    assert [row for row in rows if len(row.split("  ")) < 3] == []


@pytest.mark.parametrize("path", [(), *PATHS], ids=" ".join)
def test_help_fits_a_narrow_window(path: tuple[str, ...], tmp_path: Path) -> None:
    lines = run([*path, "--help"], tmp_path, columns=50).out.splitlines()
    assert [line for line in lines if len(line) > 50] == []


@pytest.mark.parametrize(
    "words",
    [
        ["nix"],
        ["check", "--nix"],
        ["check", "-x"],
        ["check", "--for"],
        ["check", "--upcoming=ja"],
        ["check", "a", "b"],
        ["check", "--format", "pdf"],
        ["rules"],
        ["rules", "nix"],
        ["rules", "show"],
        ["set"],
        ["--nix"],
        ["-x"],
        ["--"],
        ["render", "--final=ja"],
        ["check", ""],
        ["", "check"],
        ["check", "\x1b[2J"],
        ["\x1b[2J"],
    ],
)
def test_a_slip_is_told_in_swedish_with_exit_code_2(words: list[str], tmp_path: Path) -> None:
    ran = run(words, tmp_path)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith("Stopp: ")
    assert [word for word in ENGLISH if word in ran.err] == []
    assert "\x1b" not in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("rendr", "render"), ("rule", "rules")]
)
def test_the_nearest_word_is_offered(typed: str, meant: str, tmp_path: Path) -> None:
    assert (
        run([typed], tmp_path).err == f"Stopp: Kommandot {typed} finns inte. Menade du {meant}?\n"
    )


def test_nothing_near_leads_to_the_list(tmp_path: Path) -> None:
    assert (
        run(["xyzzy"], tmp_path).err
        == "Stopp: Kommandot xyzzy finns inte.\nAlla kommandon: dialog --help\n"
    )
