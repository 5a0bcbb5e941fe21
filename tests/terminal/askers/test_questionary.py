"""Asking on a terminal that can move its cursor: lists, and lines with an editor.

Whatever is pressed, the same is left on the screen as where answers are typed line by line.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from helpers.screens import drawn
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from dialogcli.base.screen import line
from dialogcli.terminal.askers import Choices
from dialogcli.terminal.askers.questionary import ScreenAsker, by_letters
from dialogcli.terminal.console import Console

PASTE = "\x1b[200~{}\x1b[201~"
ENTER, UP, DOWN, CTRL_C, CTRL_D = "\r", "\x1b[A", "\x1b[B", "\x03", "\x04"

WHO = Choices(
    ["En nämnd", "En enskild medborgare", "Ett råd"],
    [line("1 En nämnd, 2 En enskild medborgare, 3 Ett råd", indent=2)],
    [line("Källa: V-11", indent=2)],
    "svara senare",
)


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


class Asked:
    """An asker with some keys pressed already, and what is left on its screen."""

    def __init__(self, keys: PipeInput, pressed: str, encoding: str = "utf-8") -> None:
        keys.send_text(pressed)
        self.screen = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
        console = Console(io.StringIO(), self.screen, io.StringIO())
        self.asker = ScreenAsker(console, keys, DummyOutput())

    @property
    def left(self) -> str:
        assert isinstance(self.screen.buffer, io.BytesIO)
        return self.screen.buffer.getvalue().decode(self.screen.encoding)


def test_a_line_ends_with_enter_and_stays_on_the_screen(keys: PipeInput) -> None:
    asked = Asked(keys, "Äldre" + ENTER)
    assert asked.asker.write("Svar: ") == "Äldre"
    assert asked.left == "Svar: Äldre\n"


def test_a_pasted_text_arrives_whole_where_it_may_be_long(keys: PipeInput) -> None:
    pasted = PASTE.format("Ett.\r\rTvå.") + ENTER
    assert Asked(keys, pasted).asker.write("Svar: ", long=True) == "Ett.\n\nTvå."


def test_a_pasted_text_becomes_one_line_where_it_may_not(keys: PipeInput) -> None:
    assert Asked(keys, PASTE.format("Ett.\rTvå.") + ENTER).asker.write("Svar: ") == "Ett. Två."


@pytest.mark.parametrize(
    "pressed", ["2", DOWN * 2, UP * 2, "12", "1" + DOWN, "medb", "2 "], ids=repr
)
def test_arrows_numbers_and_letters_leave_the_same(keys: PipeInput, pressed: str) -> None:
    asked = Asked(keys, pressed + ENTER)
    assert asked.asker.choose("Svar (1-3): ", WHO).strip() == "2"
    assert asked.left.rstrip(" \n") == (
        "  1 En nämnd, 2 En enskild medborgare, 3 Ett råd\n  Källa: V-11\nSvar (1-3): 2"
    )


@pytest.mark.parametrize("pressed", ["", "0", UP + DOWN])
def test_enter_alone_means_what_the_last_row_says(keys: PipeInput, pressed: str) -> None:
    assert Asked(keys, pressed + ENTER).asker.choose("Svar (1-3): ", WHO) == ""


@pytest.mark.parametrize(
    "typed",
    ["<", "?", "?2", "-", "!", "4", "2, för att det rör alla", "ej tillämpligt: sent", "en"],
)
def test_what_is_no_row_is_gone_on_with_on_a_line(keys: PipeInput, typed: str) -> None:
    asked = Asked(keys, typed + ENTER)
    assert asked.asker.choose("Svar (1-3): ", WHO) == typed
    assert asked.left.endswith(f"\nSvar (1-3): {typed}\n")


def test_a_text_that_is_pasted_at_a_list_is_a_line(keys: PipeInput) -> None:
    assert Asked(keys, PASTE.format("ett\rråd") + ENTER).asker.choose("Svar: ", WHO) == "ett råd"


@pytest.mark.parametrize(
    "pressed", ["1 3", "13", "1, 3", f"{DOWN * 2} {UP * 2} ", f"12{DOWN} 2", f"1 {DOWN}3", "31  1"]
)
def test_several_are_ticked_with_numbers_or_blanks(keys: PipeInput, pressed: str) -> None:
    asked = Asked(keys, pressed + ENTER)
    assert asked.asker.choose_many("Svar, ett eller flera nummer: ", WHO) == "1 3"
    assert asked.left.endswith("\nSvar, ett eller flera nummer: 1 3\n")


def test_ticks_that_were_there_and_stay_are_no_new_answer(keys: PipeInput) -> None:
    ticked = WHO._replace(ticked=(2,))
    assert Asked(keys, ENTER).asker.choose_many("Svar: ", ticked) == ""
    assert Asked(keys, "3" + ENTER).asker.choose_many("Svar: ", ticked) == "2 3"


@pytest.mark.parametrize("typed", ["<", "?", "alla", "inga", "7"])
def test_ticks_give_way_to_a_line(keys: PipeInput, typed: str) -> None:
    assert Asked(keys, typed + ENTER).asker.choose_many("Svar: ", WHO) == typed


def test_a_code_page_without_ticks_gets_a_line(keys: PipeInput) -> None:
    asked = Asked(keys, "1 2" + ENTER, "cp850")
    assert asked.asker.choose_many("Svar: ", WHO) == "1 2"
    assert asked.left == f"{drawn(WHO.told)}\nSvar: 1 2\n"


@pytest.mark.parametrize("typed", ["11", "1", "metod 7"])
def test_more_choices_than_figures_are_a_line_to_search_on(keys: PipeInput, typed: str) -> None:
    many = Choices([f"Metod {number}" for number in range(1, 24)], enter="svara senare")
    assert Asked(keys, typed + ENTER).asker.choose("Svar (1-23): ", many) == typed


def test_a_choice_is_found_by_its_letters_and_its_number_is_left() -> None:
    found = [*by_letters(WHO.labels).get_completions(Document("medb"), CompleteEvent())]
    assert [(one.text, one.start_position) for one in found] == [("2", -4)]
    assert found[0].display_text == "2  En enskild medborgare"


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [("j", True), ("J", True), ("n", False), ("ja", True), ("nej", False), ("yn", False)],
)
def test_j_and_n_confirm(keys: PipeInput, pressed: str, answer: bool) -> None:
    asked = Asked(keys, ENTER + pressed + ENTER)
    assert asked.asker.confirm("Behåll datumet? (j/n): ") is answer
    assert asked.left == f"Behåll datumet? (j/n): {'j' if answer else 'n'}\n"


def test_what_confirms_can_be_taken_back(keys: PipeInput) -> None:
    assert Asked(keys, "j\x7fn" + ENTER).asker.confirm("Behåll? (j/n): ") is False


@pytest.mark.parametrize(
    ("key", "end"), [(CTRL_C, KeyboardInterrupt), (CTRL_D, EOFError)], ids=["Ctrl-C", "Ctrl-D"]
)
def test_ctrl_c_and_ctrl_d_end_every_question(
    keys: PipeInput, key: str, end: type[BaseException]
) -> None:
    asked = Asked(keys, key * 4)
    with pytest.raises(end):
        asked.asker.write("Svar: ")
    with pytest.raises(end):
        asked.asker.choose("Svar (1-3): ", WHO)
    with pytest.raises(end):
        asked.asker.choose_many("Svar: ", WHO)
    with pytest.raises(end):
        asked.asker.confirm("Behåll? (j/n): ")
    assert asked.left == "Svar: \nSvar (1-3): \nSvar: \nBehåll? (j/n): \n"
