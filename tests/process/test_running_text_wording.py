"""Answers as running text: alone, and inside a sentence."""

from __future__ import annotations

import pytest

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.select import select
from dialogcli.process.running_text import in_sentence, lowered, worded
from dialogcli.rulebook.loader import load_rulebook

N = "\u00a0"


PLAN = """\
datum: 2027-02-19
funktioner: [kansliavdelningen, Ekonomi]
metoder:
  - metod: e-panel
kostnad: 289425
första_tillfälle:
  ej_tillämpligt: Dialogen är ett enda möte.
"""


@pytest.mark.parametrize(
    ("path", "alone", "inside"),
    [
        ("datum", "19 februari 2027", "19 februari 2027"),
        ("funktioner", "kansliavdelningen och Ekonomi", "kansliavdelningen och Ekonomi"),
        ("metoder.*.metod", "E-panel", "e-panel"),
        ("kostnad", f"289{N}425{N}kr", "289 425 kr"),
        (
            "första_tillfälle",
            "Ej tillämpligt: Dialogen är ett enda möte.",
            "ej tillämpligt: Dialogen är ett enda möte.",
        ),
    ],
)
def test_an_answer_alone_and_inside_a_sentence(path: str, alone: str, inside: str) -> None:
    rulebook = load_rulebook("varmland")
    dossier = build_dossier(rulebook, {"handlingsplan.yaml": PLAN})
    [answer, *_] = select(dossier, f"handlingsplan.{path}")
    assert worded(answer, rulebook) == alone
    assert in_sentence(answer, rulebook) == inside


@pytest.mark.parametrize(
    ("shown", "inside"), [("Dialog", "dialog"), ("E-panel", "e-panel"), ("SMS", "SMS"), ("", "")]
)
def test_an_abbreviation_keeps_its_capitals(shown: str, inside: str) -> None:
    assert lowered(shown) == inside
