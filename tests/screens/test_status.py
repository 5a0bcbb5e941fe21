"""`dialog status` is seen at once: on a screen of 24 lines, at every point of whole dialogues."""

import pytest
from helpers.screens import drawn
from helpers.walks import dossier_texts, sample_texts, texts_at
from walks import test_allman, test_hagfors, test_norrbotten, test_varmland

from dialogcli.checking.survey import Outlook, outlook
from dialogcli.dossier.build import build_dossier
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.status import status_screen
from dialogcli.usecases.next_step import next_step, sessions_entered

WALKS = {
    "varmland": (sample_texts(), test_varmland.STAGES),
    "hagfors": (dossier_texts("hagfors"), test_hagfors.STAGES),
    "allman": (dossier_texts("allman"), test_allman.STAGES),
    "norrbotten": (dossier_texts("norrbotten"), test_norrbotten.STAGES),
}
LINES = 24
WARNING = "Manusstopp till kollektivtrafiknämnden 5 mars 2025 var 21 februari 2025."


def seen(look: Outlook, columns: int = 80) -> list[str]:
    warnings = [WARNING, WARNING]
    shown = status_screen(look, next_step(look), sessions_entered(look), warnings)
    return drawn(shown, columns).splitlines()


def looks(rulebook: str) -> dict[str, Outlook]:
    texts, stages = WALKS[rulebook]
    book = load_rulebook(rulebook)
    return {
        stage.name: outlook(build_dossier(book, texts_at(texts, stages, stage.name)), stage.today)
        for stage in stages
    }


@pytest.mark.parametrize("rulebook", WALKS)
def test_it_is_one_screen(rulebook: str) -> None:
    lines = {name: len(seen(look)) for name, look in looks(rulebook).items()}
    assert {name: number for name, number in lines.items() if number > LINES} == {}


@pytest.mark.parametrize("rulebook", WALKS)
def test_it_ends_with_what_comes_next_and_never_says_that_nothing_is_missing_now(
    rulebook: str,
) -> None:
    for look in looks(rulebook).values():
        lines = seen(look)
        last = next(number for number, line in enumerate(lines) if line.startswith("Nästa: "))
        assert "" not in lines[last:]
        assert "Inget saknas nu." not in lines


def test_a_narrow_window_has_sentences() -> None:
    lines = seen(looks("hagfors")["beslutad"], 48)
    assert "PÅGÅR: Planering." in lines
    assert [line for line in lines if len(line) > 48 and "dialog " not in line] == []
