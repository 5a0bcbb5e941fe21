"""Asking on a terminal, clever or plain."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from dialogcli.terminal.console import Console
from dialogcli.terminal.prompts import LineAsker, ScreenAsker, asker_for, by_letters

PASTE = "\x1b[200~{}\x1b[201~"
ENTER, CTRL_C, CTRL_D = "\r", "\x03", "\x04"


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


def console(typed: str = "", plain: bool = False) -> Console:
    return Console(io.StringIO(typed), io.StringIO(), io.StringIO(), plain=plain)


def typed_on_screen(
    keys: PipeInput, text: str, choices: tuple[str, ...] = (), long: bool = False
) -> str:
    keys.send_text(text)
    return ScreenAsker(keys, DummyOutput()).ask("Svar: ", choices, long)


def test_a_line_ends_with_enter(keys: PipeInput) -> None:
    assert typed_on_screen(keys, "Äldre och gymnasieelever" + ENTER) == "Äldre och gymnasieelever"


def test_a_pasted_text_arrives_whole_where_it_may_be_long(keys: PipeInput) -> None:
    assert typed_on_screen(keys, PASTE.format("Ett.\r\rTvå.") + ENTER, long=True) == "Ett.\n\nTvå."


def test_a_pasted_text_becomes_one_line_where_it_may_not(keys: PipeInput) -> None:
    assert typed_on_screen(keys, PASTE.format("Ett.\rTvå.") + ENTER) == "Ett. Två."


def test_a_choice_is_found_by_its_letters_and_its_number_is_left() -> None:
    found = [
        *by_letters(("En nämnd", "En enskild medborgare")).get_completions(
            Document("medb"), CompleteEvent()
        )
    ]
    assert [(one.text, one.start_position) for one in found] == [("2", -4)]
    assert found[0].display_text == "2  En enskild medborgare"


def test_a_choice_is_answered_by_its_number(keys: PipeInput) -> None:
    assert typed_on_screen(keys, "1" + ENTER, ("En nämnd", "En enskild medborgare")) == "1"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("medb", "2"), ("en", "en"), ("ingen", "ingen"), ("m", "m"), ("<", "<"), ("2", "2")],
)
def test_enter_after_letters_that_only_one_choice_has_is_that_choice(
    keys: PipeInput, typed: str, answer: str
) -> None:
    assert typed_on_screen(keys, typed + ENTER, ("En nämnd", "En enskild medborgare")) == answer


def test_ctrl_c_stops(keys: PipeInput) -> None:
    with pytest.raises(KeyboardInterrupt):
        typed_on_screen(keys, "halvt" + CTRL_C)


def test_ctrl_d_on_an_empty_line_is_the_end(keys: PipeInput) -> None:
    with pytest.raises(EOFError):
        typed_on_screen(keys, CTRL_D)


def test_line_by_line_the_prompt_stands_before_the_answer() -> None:
    plain = console("Torget\n")
    assert LineAsker(plain).ask("Svar: ") == "Torget"
    assert plain.stdout.getvalue() == "Svar: "  # type: ignore[attr-defined]


def test_line_by_line_a_long_text_ends_with_a_full_stop_of_its_own() -> None:
    asker = LineAsker(
        console("Nämnden leder samtalen.\n\nHandläggaren antecknar.\n.\nnästa svar\n")
    )
    assert asker.ask("Svar: ", long=True) == "Nämnden leder samtalen.\n\nHandläggaren antecknar."
    assert asker.ask("Svar: ") == "nästa svar"


@pytest.mark.parametrize("sign", ["", "?", "<", "!", "-"])
def test_line_by_line_a_sign_acts_at_once(sign: str) -> None:
    assert LineAsker(console(f"{sign}\n")).ask("Svar: ", long=True) == sign


def test_a_closed_stdin_is_the_end() -> None:
    with pytest.raises(EOFError):
        LineAsker(console()).ask("Svar: ")


@pytest.mark.parametrize(
    ("plain", "term", "simple"),
    [
        (True, "xterm", True),
        (False, "dumb", True),
        (False, "xterm", False),
        (False, "", sys.platform != "win32"),
    ],
)
def test_plain_and_dumb_terminals_get_lines(plain: bool, term: str, simple: bool) -> None:
    assert asker_for(console(plain=plain), {"TERM": term}).line_by_line is simple
