"""Colour repeats what a word says: without it the text is the same."""

import io
import re

import pytest

from dialogcli.terminal import colour
from dialogcli.terminal.console import Console

SCREEN = """\
Handlingsplan: 2 fel
  Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:88:1)
    Åtgärd: dialog fill --section risker
  Varning V-54: Regional spridning saknas. (malgruppsanalys.yaml:34:1)

Stopp: Inget är infört.
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_its_sequences_the_text_is_unchanged() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour.painted(SCREEN)) == SCREEN


def test_severities_and_headings_stand_out() -> None:
    painted = colour.painted(SCREEN)
    assert "\x1b[1mHandlingsplan: 2 fel\x1b[0m" in painted
    assert "  \x1b[31mFel\x1b[0m V-47: " in painted
    assert "  \x1b[33mVarning\x1b[0m V-54: " in painted
    assert "\x1b[1;31mStopp\x1b[0m: " in painted


@pytest.mark.parametrize(
    ("environ", "plain", "wanted"),
    [
        ({"TERM": "xterm"}, False, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        (
            {"TERM": "xterm", "NO_COLOR": ""},
            False,
            True,
        ),  # as no-color.org has it: set and not empty
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "xterm"}, True, False),
    ],
)
def test_who_asks_for_text_without_colour_gets_it(
    environ: dict[str, str], plain: bool, wanted: bool
) -> None:
    assert colour.wanted(environ, plain) is wanted


def test_a_file_gets_no_colour() -> None:
    out, terminal = io.StringIO(), Terminal()
    Console(io.StringIO(), out, terminal, colour=True).out(SCREEN)
    Console(io.StringIO(), out, terminal, colour=True).err(SCREEN)
    assert "\x1b" not in out.getvalue()
    assert "\x1b[31m" in terminal.getvalue()


def test_a_heading_is_bold_on_each_of_its_lines() -> None:
    terminal = Terminal()
    Console(io.StringIO(), terminal, io.StringIO(), colour=True).out(
        "Fråga 1 av 6. Vilka invånare\nbehöver ni höra?", heading=True
    )
    assert terminal.getvalue() == (
        "\x1b[1mFråga 1 av 6. Vilka invånare\x1b[0m\n\x1b[1mbehöver ni höra?\x1b[0m\n"
    )


def test_what_is_missing_in_a_review_has_the_colour_of_what_it_would_be() -> None:
    assert colour.painted("  1  Syfte  SAKNAS, ska finnas (V-36)") == (
        "  1  Syfte  \x1b[31mSAKNAS\x1b[0m, ska finnas (V-36)"
    )
    assert colour.painted("  5  Spridning  SAKNAS, bör finnas (V-54)") == (
        "  5  Spridning  \x1b[33mSAKNAS\x1b[0m, bör finnas (V-54)"
    )
