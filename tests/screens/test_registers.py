import pytest
from helpers.small_rulebook import dossier

from dialogcli.screens.registers import answer_in_one_line


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (
            "idé.syfte",
            "syfte: |\n  Att få veta\n  vad torget är till för\n",
            "Att få veta vad torget är till för",
        ),
        ("idé.nivå", "nivå: samtal\n", "samtal"),
        (
            "idé.barn",
            "barn: {svar: nej, skäl: Frågan rör bara vuxna., av: utredaren, datum: 2025-02-03}\n",
            "nej. Frågan rör bara vuxna. (utredaren, 2025-02-03)",
        ),
        ("idé.barn", "barn: {skäl: Frågan rör bara vuxna.}\n", "Frågan rör bara vuxna."),
        (
            "idé.syfte",
            "syfte: {ej_tillämpligt: Det står i uppdraget.}\n",
            "ej tillämpligt: Det står i uppdraget.",
        ),
        ("idé.syfte", "", ""),
    ],
)
def test_an_answer_in_one_line(path: str, text: str, line: str) -> None:
    answer = dossier({"ide.yaml": text}).answer(path)
    assert answer is not None
    assert answer_in_one_line(answer) == line


def test_the_rows_of_a_table_follow_each_other_with_the_words_that_are_shown() -> None:
    rows = (
        "risker:\n  - {risk: regn, slag: extern}\n  - {risk: strömavbrott, åtgärd: reservkraft}\n"
    )
    answer = dossier({"plan.yaml": rows}).answer("plan.risker")
    assert answer is not None
    assert answer_in_one_line(answer) == "regn, Extern risk; strömavbrott, reservkraft"
