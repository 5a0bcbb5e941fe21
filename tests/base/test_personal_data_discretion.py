"""A message says what is wrong without saying whose number it was. The numbers are invented or
meant for tests.
"""

from __future__ import annotations

import pytest

from dialogcli.base.commands import set_
from dialogcli.base.findings import (
    FileFault,
    Finding,
    NoteKind,
    Place,
    Severity,
    UnreadableError,
    UsageError,
    Waiver,
)
from dialogcli.base.personal_data import discreet

NUMBER = "811218-9876"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("811218-9876", "xxxxxx-xxxx"),
        ("8112189876", "xxxxxxxxxx"),
        ("19811218-9876", "xxxxxxxx-xxxx"),
        ("198112189876", "xxxxxxxxxxxx"),
        ("151218+9877", "xxxxxx+xxxx"),
        ("811218 - 9876", "xxxxxx - xxxx"),
        ("811218\u22129876", "xxxxxx\u2212xxxx"),
        ("811218\u00a09876", "xxxxxx\u00a0xxxx"),
        ("811278-9873", "xxxxxx-xxxx"),
        ("811218-9875", "xxxxxx-xxxx"),
        ("811218-9876kr", "xxxxxx-xxxxkr"),
        ("nr811218-9876", "nrxxxxxx-xxxx"),
        ("811218-9876, 19811218-9876", "xxxxxx-xxxx, xxxxxxxx-xxxx"),
        ("811218-9876-1", "xxxxxx-xxxx-1"),
    ],
)
def test_a_number_however_it_is_written(number: str, said: str) -> None:
    assert (
        discreet(f"{number} går inte att läsa. Skriv ett heltal.")
        == f"{said} går inte att läsa. Skriv ett heltal."
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 500 kronor",
        "2027-04-14",
        "RV 2027/118",
        "KS2024/185",
        "212000-1850",
        "5050-1055",
        "1234567890",
        "811318-9876",
        "811232-9876",
        "811200-9876",
        "8112189876543210",
        "1 200 000 000",
        "tillfallen/2027-04-14-torget.yaml",
    ],
)
def test_what_is_nobodys_number_stays(text: str) -> None:
    assert discreet(text) == text


def test_every_part_of_a_finding_that_can_quote() -> None:
    finding = Finding(
        "V-1",
        Severity.FEL,
        f"{NUMBER} saknas.",
        Place("a.yaml"),
        f"plan.{NUMBER}",
        None,
        set_(f"plan.{NUMBER}", "SVAR"),
        Waiver(f"{NUMBER} vill det", NUMBER, "2027-02-22", Place("b.yaml")),
        NUMBER,
    )
    assert NUMBER not in repr(finding.discreet())
    assert finding.discreet().message == "xxxxxx-xxxx saknas."


def test_a_line_of_a_file_that_cannot_be_read() -> None:
    line = (NoteKind.LINE, f"av: {NUMBER}: x")
    fault = FileFault("kolon", Place("a.yaml"), f"Efter {NUMBER} saknas ett kolon.", (line,))
    stop = UnreadableError("Filen går inte att läsa.", faults=[fault])
    assert stop.faults == (
        FileFault(
            "kolon",
            Place("a.yaml"),
            "Efter xxxxxx-xxxx saknas ett kolon.",
            (("Raden är", "av: xxxxxx-xxxx: x"),),
        ),
    )


def test_a_stop_and_its_hints() -> None:
    stop = UsageError(f"{NUMBER} är ett för mycket.", f"  dialog set {NUMBER}")
    assert (stop.message, stop.hints, str(stop)) == (
        "xxxxxx-xxxx är ett för mycket.",
        ("  dialog set xxxxxx-xxxx",),
        "xxxxxx-xxxx är ett för mycket.",
    )
