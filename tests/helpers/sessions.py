"""A whole session at a terminal, from its text: what stands after a prompt is typed, everything
else is expected.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from typing import TextIO

import pytest

from dialogcli.__main__ import main
from dialogcli.terminal.askers import LineAsker
from dialogcli.terminal.console import Console
from dialogcli.usecases import menu
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview import questions

OURS = (
    "Nu:|Deltagare:|Tid:|För:|Emot:|Exempel|Källa|Ditt svar|Ditt skäl|Hela|Fel"
    "|Beslutat av|Utfall|Underlag|Skickas till"
)
"""What begins a line with two blanks and a colon that is no column to fill in."""
PROMPT = re.compile(
    r"((?:Svar(?:, ett eller flera nummer)?|Ett till, eller bara Enter"
    r"|Stoppa dialogen\?|Ta tillbaka [^?]+\?|Vilket ska gälla\?|Behåll datumet\?|Sök|Ändra vad\? [^:]+"
    r"|Ta bort (?:rad|hela) [^?]+\?|Rad \d+(?:, [^:]+)?|Punkt \d+|  "
    rf"(?!{OURS})[A-ZÅÄÖ][^:]{{0,40}})(?: \([^)]*\))?: )(.*)"
)
KEYS: dict[str, type[BaseException]] = {"<Ctrl-C>": KeyboardInterrupt, "<Ctrl-D>": EOFError}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Script(LineAsker):
    """An asker that types what a session says, and leaves on the screen what every asker does."""

    def __init__(self, console: Console, meanwhile: Callable[[], None]) -> None:
        super().__init__(console, line_by_line=False)
        self.meanwhile = meanwhile

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        self.meanwhile()
        self.meanwhile = lambda: None
        return super().write(prompt, begun=begun)


class EncodedScreen(io.TextIOWrapper):
    """A terminal with a code page: what it cannot show becomes a question mark."""

    def __init__(self, encoding: str) -> None:
        super().__init__(
            io.BytesIO(), encoding=encoding, errors="replace", newline="\n", write_through=True
        )

    def isatty(self) -> bool:
        return True

    def shown(self) -> str:
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


class Keyboard(Terminal):
    """A terminal that shows what is typed on it, line by line: what a simple asker reads from."""

    def __init__(self, screen: TextIO, answers: Iterator[str]) -> None:
        super().__init__()
        self.screen, self.answers = screen, answers

    def readline(self, *_: object) -> str:
        typed = next(self.answers, "<Ctrl-C>")
        self.screen.write(typed + ("" if typed in KEYS else "\n"))
        if typed in KEYS:
            raise KEYS[typed]
        return "\n" if typed == "<Enter>" else f"{typed}\n"


def answers_of(session: str) -> list[str]:
    """What is typed in a session, in order: what stands after each prompt, and lines up to a lone
    full stop.
    """
    lines, typed = session.splitlines(), list[str]()
    for at, line in enumerate(lines):
        if match := PROMPT.match(line):
            typed.append(match[2])
            rest = list(takewhile(lambda below: not PROMPT.match(below), lines[at + 1 :]))
            typed += rest[: rest.index(".") + 1] if "." in rest else []
    return typed


@dataclass(frozen=True, slots=True)
class Play:
    """Where and when a session is played, and what somebody else does while the first question is
    on the screen.
    """

    folder: Path
    now: datetime
    meanwhile: Callable[[], None] = lambda: None


def play(
    session: str,
    where: Play,
    patch: pytest.MonkeyPatch,
    screen: TextIO | None = None,
    colour: bool = False,
) -> str:
    """What really happens when somebody types what the session says; ends with the exit code."""
    command, *_ = session.splitlines()
    screen = screen or Terminal()
    words = shlex.split(command.removeprefix("$ dialog"))
    answers = iter(answers_of(session))
    keyboard = Keyboard(screen, answers)
    if "--plain" not in words:
        for module in (questions, menu):
            patch.setattr(module, "asker_for", lambda console: Script(console, where.meanwhile))
    code = main(
        words, Context(where.folder, where.now, Console(keyboard, screen, screen, colour=colour))
    )
    assert next(answers, None) is None, "more is typed than was asked for"
    seen = screen.getvalue() if isinstance(screen, io.StringIO) else ""
    return f"{command}\n{seen}[exit {code}]\n"
