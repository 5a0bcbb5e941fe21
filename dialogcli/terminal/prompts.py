"""Asking a person: one line of text at a time, with whatever help the console can give, and the
same words left on it.

An asker raises KeyboardInterrupt for Ctrl-C and EOFError for Ctrl-D or a closed stdin. Whether to
ask at all is not its business: `Console.interactive` says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dialogcli.interview.signs import SIGNS
from dialogcli.terminal.colour import simple
from dialogcli.terminal.console import Console

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.output import Output

MENU_LINES = 6
"""The most lines that are kept free below a choice for those that match the letters typed."""

LAST_LINE = "."
"""Ends a text of several lines where lines are all that the console can do."""


class Asker(Protocol):
    """Something that can be asked."""

    @property
    def line_by_line(self) -> bool:
        """Whether a text of several lines must end with a full stop on a line of its own."""
        ...

    def ask(self, prompt: str, choices: Sequence[str] = (), long: bool = False) -> str:
        """The text typed after `prompt`. `choices` can be found by their letters; the answer is
        then their number.

        `long`: the text may have several lines.
        """
        ...


def asker_for(console: Console, environ: Mapping[str, str] = os.environ) -> Asker:
    """The best asker that the console can do; `--plain` and a terminal that only knows lines choose
    the simple one.
    """
    if console.plain or simple(environ):
        return LineAsker(console)
    if sys.platform == "win32" and not _has_screen_buffer():
        return LineAsker(console)
    return ScreenAsker(bold=console.paints)


@dataclass(frozen=True, slots=True)
class LineAsker:
    """Whole lines in and out: for screen readers and for consoles that can do no more."""

    console: Console
    line_by_line: bool = True

    def ask(self, prompt: str, choices: Sequence[str] = (), long: bool = False) -> str:  # noqa: ARG002
        self.console.stdout.write(prompt)
        self.console.stdout.flush()
        first = self._line()
        if not long or first.strip() in ("", *SIGNS):
            return first
        lines = [first]
        while (line := self._line()).strip() != LAST_LINE:
            lines.append(line)
        return "\n".join(lines)

    def _line(self) -> str:
        line = self.console.stdin.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class ScreenAsker:
    """A line editor with history keys, pasted texts that arrive whole, and choices found by their
    letters.
    """

    input: Input | None = None
    output: Output | None = None
    line_by_line: bool = False
    bold: bool = False

    def ask(self, prompt: str, choices: Sequence[str] = (), long: bool = False) -> str:
        from prompt_toolkit import PromptSession
        from questionary import Question

        # questionary's ready-made prompts put a blank before every question, so the line is laid
        # out here.
        session: PromptSession[str] = PromptSession(
            [("bold" if self.bold else "", prompt)],
            input=self.input,
            output=self.output,
            complete_while_typing=True,
            completer=by_letters(choices) if choices else None,
            key_bindings=picking(choices) if choices else None,
            reserve_space_for_menu=min(len(choices), MENU_LINES),
        )
        typed = str(Question(session.app).unsafe_ask())
        return typed if long else " ".join(typed.splitlines())


def by_letters(choices: Sequence[str]) -> Completer:
    """Finds a choice by the letters in it and leaves its number on the line."""
    from prompt_toolkit.completion import Completer, Completion

    class ByLetters(Completer):
        def get_completions(
            self,
            document: Document,
            complete_event: CompleteEvent,  # noqa: ARG002
        ) -> Iterator[Completion]:
            typed = document.text.lower()
            for number, label in enumerate(choices, 1):
                if typed in label.lower() and not typed.isdigit():
                    yield Completion(str(number), -len(document.text), display=f"{number}  {label}")

    return ByLetters()


def picking(choices: Sequence[str]) -> KeyBindings:
    """Enter after letters that only one choice has puts its number on the line, as if it had been
    typed.
    """
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        typed = buffer.text.strip().lower()
        found = [number for number, label in enumerate(choices, 1) if typed in label.lower()]
        if len(typed) > 1 and typed.isalpha() and len(found) == 1:
            buffer.text = str(found[0])
        buffer.validate_and_handle()

    return bindings


if sys.platform == "win32":

    def _has_screen_buffer() -> bool:
        """Git Bash and the consoles of some editors look like a terminal but have no Windows screen
        buffer.
        """
        from prompt_toolkit.output import create_output
        from prompt_toolkit.output.win32 import NoConsoleScreenBufferError

        try:
            create_output()
        except NoConsoleScreenBufferError:
            return False
        return True
else:

    def _has_screen_buffer() -> bool:
        return True
