from __future__ import annotations

from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.usecases.decisions.draft import proposal


def of(rulebook: str, gate: str, files: dict[str, str]) -> str:
    folder = build_dossier(load_rulebook(rulebook), {"dossier.yaml": "", **files})
    return proposal(folder, folder.rulebook.gate(gate))


def test_the_answers_stand_in_the_sentences_of_the_gate() -> None:
    assert (
        of(
            "varmland",
            "kommunikationsplan",
            {
                "dossier.yaml": "titel: badplatsen\n",
                "kommunikationsplan.yaml": "datum: 2027-02-19\n",
            },
        )
        == "Kommunikationsplanen för medborgardialog om badplatsen, daterad 19 februari 2027, fastställs."
    )


def test_several_sentences_are_numbered_and_a_gap_is_seen() -> None:
    first, second, *_ = of(
        "varmland", "dialogbeslut", {"dossier.yaml": "titel: badplatsen\n"}
    ).splitlines()
    assert first == "1. Medborgardialog om badplatsen ska genomföras."
    assert second.startswith("2. Uppdraget att genomföra dialogen ges till [SAKNAS: ")


def test_an_answer_that_is_the_whole_sentence_keeps_its_lines_together() -> None:
    assert of(
        "norrbotten", "sakbeslut", {"forslag.yaml": "förslag_till_beslut: |\n  planen\n  antas.\n"}
    ) == ("Planen antas.")


def test_the_pictures_of_an_answer_stand_after_the_sentence() -> None:
    text = of(
        "norrbotten",
        "sakbeslut",
        {"forslag.yaml": "förslag_till_beslut: |\n  ![Karta](karta.png)\n  planen antas.\n"},
    )
    assert text == "Planen antas. ![Karta](karta.png)"


def test_an_answer_brings_no_second_full_stop() -> None:
    text = of("allman", "dialogbeslut", {"initiativ.yaml": "kan_påverkas: Bryggans läge.\n"})
    assert "Deltagarna kan påverka detta: Bryggans läge.\n" in text
