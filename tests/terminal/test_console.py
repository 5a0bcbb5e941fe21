"""The console: what it writes where, how wide it is, and that no code page stops it."""

import io
import os
from collections.abc import Iterator

import pytest

from dialogcli.base.screen import line, screen
from dialogcli.terminal.console import Console, system_console
from dialogcli.terminal.render import Medium


def console(colour: bool = False) -> Console:
    return Console(io.StringIO(), io.StringIO(), io.StringIO(), colour=colour)


def written(stream: object) -> str:
    assert isinstance(stream, io.StringIO)
    return stream.getvalue()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def window() -> Iterator[io.TextIOWrapper]:
    """One end of a pseudo-terminal, 44 columns wide."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    other, end = pty.openpty()
    with os.fdopen(end, "r+b", buffering=0) as raw:
        termios.tcsetwinsize(end, (24, 44))
        yield io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
    os.close(other)


def test_findings_and_messages_go_to_streams_of_their_own() -> None:
    terminal = console()
    terminal.show(screen(line("2 fel")))
    terminal.note(screen(line("Stopp: disken är full.")))
    assert (written(terminal.stdout), written(terminal.stderr)) == (
        "2 fel\n",
        "Stopp: disken är full.\n",
    )


def test_nothing_that_is_written_can_act_on_the_terminal() -> None:
    terminal = console()
    terminal.show(screen(line("titel: \x1b]0;ägd\x07")))
    assert written(terminal.stdout) == "titel: \\u001b]0;ägd\\u0007\n"


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii"])
def test_a_code_page_that_lacks_a_character_gets_a_question_mark(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    written = screen(line("målgrupp \u2013 \u2713 \u4f60"))
    system_console(None, stream, None, {}).show(written)
    assert isinstance(stream.buffer, io.BytesIO)
    assert stream.buffer.getvalue().decode(encoding).count("?") >= 2


def test_streams_that_are_closed_swallow_what_is_written() -> None:
    terminal = system_console(None, None, None, {})
    terminal.show(screen(line("ingen ser det")))
    assert not terminal.interactive


def test_only_two_terminals_make_a_conversation() -> None:
    assert Console(Terminal(), Terminal(), io.StringIO()).interactive
    assert not Console(io.StringIO(), Terminal(), io.StringIO()).interactive
    assert not Console(Terminal(), io.StringIO(), io.StringIO()).interactive


def test_text_is_as_wide_as_the_window_and_at_most_80() -> None:
    assert [Medium(columns).width for columns in (40, 80, 200)] == [40, 80, 80]


def test_the_width_is_that_of_the_window(window: io.TextIOWrapper) -> None:
    assert system_console(None, window, None, {}).columns == 44


def test_without_a_window_it_is_80() -> None:
    assert system_console(None, io.StringIO(), None, {}).columns == 80


@pytest.mark.parametrize(
    ("encoding", "unicode"), [("utf-8", True), ("cp1252", False), ("cp850", False)]
)
def test_it_knows_whether_every_character_can_be_written(encoding: str, unicode: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert Console(io.StringIO(), stream, io.StringIO()).unicode is unicode


def test_json_keeps_its_values() -> None:
    terminal = console()
    terminal.json({"antal": "12\u00a0500"})
    assert written(terminal.stdout) == '{\n  "antal": "12\u00a0500"\n}\n'
