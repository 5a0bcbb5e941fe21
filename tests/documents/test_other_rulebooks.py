"""The shipped templates serve an organisation that they were not written for."""

from __future__ import annotations

import pytest
from helpers import small_rulebook
from helpers.documents import DAY, DOSSIER, ROOT, SHIPPED, lines, of_sample

from dialogcli.documents.choose import Document
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.rulebook.model import DocumentSpec

PLAN = """
datum: 2027-03-01
syfte: |
  Att lyssna

  # Egen rubrik

  1. först
     1. inuti
risker:
  - {risk: Få kommer, åtgärd: Fler affischer, slag: intern}
budskap:
  - {slag: intern, fas: före}
  - {fas: efter}
"""


def of(template: str, *shows: str, layout: str = "") -> Rendered:
    files = {"dossier.yaml": DOSSIER, **small_rulebook.DECIDED, "plan.yaml": PLAN}
    spec = DocumentSpec(
        "plan", "Plan för samtal", template, before="dialogbeslut", shows=shows, layout=layout
    )
    return render(
        Document(spec, "plan"), small_rulebook.dossier(files), SHIPPED, draft=True, day=DAY
    )


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("handlingsplan", ["Plan för samtal", "Plan", "Syfte", "Egen rubrik"]),
        (
            "kommunikationsplan",
            [
                "Plan för samtal",
                "Syfte",
                "Egen rubrik",
                "Utmaningar och risker",
                "Övriga budskap",
                "Före mötena",
                "Efter mötena",
            ],
        ),
        (
            "tjansteskrivelse",
            [
                "Plan för samtal",
                "Förslag till beslut",
                "Medborgardialog",
                "Sammanfattning",
                "Beslutsunderlag",
                "Ärendet",
                "Syfte",
                "Egen rubrik",
                "Underskrifter",
            ],
        ),
    ],
)
def test_the_headings_are_those_of_its_own_forms(template: str, expected: list[str]) -> None:
    found = lines(of(template, "idé.syfte", "plan.syfte", "plan.risker").data)
    assert [text for style, text in found if style.startswith("Heading")] == expected


def test_a_rulebook_may_want_the_summary_and_the_basis_before_the_proposal() -> None:
    found = lines(
        of("tjansteskrivelse", "idé.syfte", "plan.syfte", layout="sammanfattning-först").data
    )
    assert [text for style, text in found if style.startswith("Heading")] == [
        "Plan för samtal",
        "Sammanfattning",
        "Beslutsunderlag",
        "Förslag till beslut",
        "Medborgardialog",
        "Ärendet",
        "Syfte",
        "Egen rubrik",
        "Underskrifter",
    ]


def test_a_gate_without_proposed_sentences_shows_that_they_are_missing() -> None:
    assert [str(gap) for gap in of("tjansteskrivelse", "idé.syfte").gaps] == [
        "[SAKNAS: förslag till beslut]"
    ]


def test_messages_that_are_not_grouped_stand_in_one_table() -> None:
    found = lines(of_sample("kommunikationsplan", ROOT / "tests" / "dossiers" / "allman").data)
    assert [text for style, text in found if style.startswith("Heading")] == [
        "Kommunikationsplan för medborgardialog",
        "Budskap",
        "Planerad återkoppling",
    ]
