"""Colour repeats what a word says: without it the text is the same."""

import io
import re

import pytest
from helpers.questions import question
from helpers.screens import drawn
from helpers.small_rulebook import SOURCE, rulebook

from dialogcli.base.fieldtypes import TYPES
from dialogcli.base.findings import Severity
from dialogcli.base.screen import Kept, Tone, heading, line, screen
from dialogcli.interview.progress import review_table
from dialogcli.rulebook.model import Modality
from dialogcli.terminal import colour
from dialogcli.terminal.console import Console

RULES = f"""
E-01:
  says: Idén har ett syfte.
  kind: required
  fields: idé.syfte
  before: dialogbeslut
  {SOURCE}
"""
FOUND = [
    heading("Handlingsplan: 1 fel"),
    line(Kept("Fel V-47:", Tone.FAULT, 3), ' "Utmaningar och risker" saknas.', indent=2),
]
STOP = [line(Kept("Stopp", Tone.STOP), ": Inget är infört.")]
SCREEN = screen(FOUND, STOP)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_without_its_sequences_the_text_is_unchanged() -> None:
    painted = drawn(SCREEN, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == drawn(SCREEN)


def test_severities_and_headings_stand_out() -> None:
    painted = drawn(SCREEN, colour=True)
    assert "\x1b[1mHandlingsplan: 1 fel\x1b[0m" in painted
    assert "  \x1b[31mFel\x1b[0m V-47: " in painted
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
    Console(io.StringIO(), out, terminal, colour=True).show(SCREEN)
    Console(io.StringIO(), out, terminal, colour=True).note(SCREEN)
    assert "\x1b" not in out.getvalue()
    assert "\x1b[31m" in terminal.getvalue()


def test_a_heading_is_bold_on_each_of_its_lines() -> None:
    asked = heading("Fråga 1 av 6. Vilka invånare behöver ni höra?")
    assert drawn(screen(asked), 30, colour=True) == (
        "\x1b[1mFråga 1 av 6. Vilka invånare\x1b[0m\n\x1b[1mbehöver ni höra?\x1b[0m"
    )


@pytest.mark.parametrize(
    ("severity", "said"),
    [
        (Severity.FEL, "\x1b[31mSAKNAS\x1b[0m, ska finnas (E-01)"),
        (Severity.VARNING, "\x1b[33mSAKNAS\x1b[0m, bör finnas (E-01)"),
    ],
)
def test_what_is_missing_in_a_review_has_the_colour_of_what_it_would_be(
    severity: Severity, said: str
) -> None:
    [rule] = [rule for rule in rulebook(RULES).rules.values() if rule.id == "E-01"]
    unmet = rule._replace(severity=severity, modality=Modality.BÖR)
    asked = question(TYPES["prose"])
    shown = review_table([asked], {asked.path: unmet})
    assert drawn(screen(shown), colour=True) == f"  1  {asked.field.label}  {said}"
