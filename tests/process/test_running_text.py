"""What a gate proposes: the rulebook's sentences with the dossier's answers; one in points is as
many sentences.
"""

from __future__ import annotations

import pytest

from dialogcli.dossier.build import build_dossier
from dialogcli.process.running_text import CitedAnswer, Sentence, proposal_sentences
from dialogcli.rulebook.loader import load_rulebook

PATH = "förslag.förslag_till_beslut"


def of(rulebook: str, gate: str, files: dict[str, str]) -> list[Sentence]:
    dossier = build_dossier(load_rulebook(rulebook), {"dossier.yaml": "", **files})
    return proposal_sentences(dossier, dossier.rulebook.gate(gate))


def proposed(*lines: str) -> list[tuple[str, ...]]:
    """The sentences, each with its pictures, of a gate at which an answer alone is proposed."""
    text = "".join(f"  {line}\n" for line in lines)
    found = of("norrbotten", "sakbeslut", {"forslag.yaml": f"förslag_till_beslut: |\n{text}"})
    assert {part.path for one in found for part in one.parts if isinstance(part, CitedAnswer)} == {
        PATH
    }
    return [
        tuple(part.text for part in (*one.parts, *one.pictures) if isinstance(part, CitedAnswer))
        for one in found
    ]


def test_words_of_the_rulebook_stand_beside_answers_and_gaps() -> None:
    first = of("varmland", "kommunikationsplan", {"dossier.yaml": "titel: badplatsen\n"})[0]
    assert first.parts == (
        "Kommunikationsplanen för medborgardialog om ",
        CitedAnswer("dossier.titel", "badplatsen"),
        ", daterad ",
        CitedAnswer("kommunikationsplan.datum", missing="Datum"),
        ", fastställs.",
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["planen", "antas."], [("Planen antas.",)]),
        (
            ["1. planen antas", "2. medel avsätts", "   ur årets budget"],
            [("Planen antas",), ("Medel avsätts ur årets budget",)],
        ),
        (
            ["- att anta planen", "- att avsätta medel"],
            [("Att anta planen",), ("Att avsätta medel",)],
        ),
        (["1) Planen antas."], [("Planen antas.",)]),
        (
            ["1. Planen antas.", "", "   ![Karta](k.png)", "", "2. Medel avsätts."],
            [("Planen antas.", "![Karta](k.png)"), ("Medel avsätts.",)],
        ),
        (["Nämnden beslutar:", "1. Planen antas."], [("Nämnden beslutar: 1. Planen antas.",)]),
        (
            ["1. Planen antas.", "", "Skälen står i underlaget."],
            [("1. Planen antas. Skälen står i underlaget.",)],
        ),
        (["2027 års plan antas."], [("2027 års plan antas.",)]),
    ],
    ids=[
        "running text",
        "numbered points",
        "dashes",
        "a single point",
        "a picture of a point",
        "after other words",
        "before other words",
        "a number that is none of a list",
    ],
)
def test_an_answer_in_points_is_as_many_sentences(
    lines: list[str], expected: list[tuple[str, ...]]
) -> None:
    assert proposed(*lines) == expected


def test_an_answer_inside_a_sentence_stays_in_it() -> None:
    second = of("allman", "dialogbeslut", {"initiativ.yaml": "syfte: |\n  - Lyssna\n  - Svara\n"})[
        1
    ]
    assert second.parts == (
        "Syftet med dialogen är detta: ",
        CitedAnswer("initiativ.syfte", "- Lyssna - Svara"),
    )
