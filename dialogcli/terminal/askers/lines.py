"""Asking a person: what every asker can do, and the one with whole lines in and out, for screen
readers and for consoles that can do no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from dialogcli.base.screen import Item, Screen, line, screen
from dialogcli.interview.signs import is_sign
from dialogcli.terminal.console import Console


class Choices(NamedTuple):
    """What is chosen from. `labels` are numbered from 1.

    `lines` are what stays on the screen above the answer: the labels with their numbers, and, in
    `beside`, what else there is to know. `enter` is what Enter alone means, and `ticked` the
    numbers that are chosen already. `heading` stands above a list that is drawn, where that is not
    the prompt itself.
    """

    labels: Sequence[str]
    lines: Sequence[Item] = ()
    beside: Sequence[Item] = ()
    enter: str = ""
    ticked: Sequence[int] = ()
    heading: str = ""

    @property
    def told(self) -> Screen:
        """What stays on the screen; () when that is nothing."""
        return screen([*self.lines, *self.beside])


class Asker(Protocol):
    """Something that can be asked. What was chosen comes back as it could have been typed, by its
    number, so that it is read, and seen afterwards, in one way only.

    Raises KeyboardInterrupt for Ctrl-C and EOFError for Ctrl-D or a closed stdin. Whether to ask at
    all is not its business: `Console.interactive` says.
    """

    @property
    def line_by_line(self) -> bool:
        """Whether a text of several lines must end with a full stop on a line of its own."""
        ...

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        """The text typed after `prompt`; with `long` it may have several lines. `begun` stands there
        already, to be changed; where lines are all there is, Enter alone gives it back.
        """
        ...

    def choose(self, prompt: str, choices: Choices) -> str:
        """The number of one of the choices, '' for Enter alone, or else what was typed."""
        ...

    def choose_many(self, prompt: str, choices: Choices) -> str:
        """The same with several numbers, `1 3`."""
        ...

    def confirm(self, prompt: str) -> bool:
        """Whether the answer is j; nothing but j and n is one."""
        ...


LAST_LINE = "."
"""Ends a text of several lines where lines are all that the console can do."""

_YES_AND_NO = {"j": True, "ja": True, "n": False, "nej": False}


@dataclass(slots=True)
class LineAsker:
    """Choices are numbered lines, and the answer is a line."""

    console: Console
    line_by_line: bool = True

    def write(self, prompt: str, long: bool = False, begun: str = "") -> str:
        self.console.stdout.write(prompt)
        self.console.stdout.flush()
        first = self._line()
        if not long or is_sign(first):
            return first or begun
        lines = [first]
        while (typed := self._line()).strip() != LAST_LINE:
            lines.append(typed)
        return "\n".join(lines)

    def choose(self, prompt: str, choices: Choices) -> str:
        if told := choices.told:
            self.console.show(told)
        return self.write(prompt)

    def choose_many(self, prompt: str, choices: Choices) -> str:
        return self.choose(prompt, choices)

    def confirm(self, prompt: str) -> bool:
        while (typed := self.write(prompt).strip().lower()) not in _YES_AND_NO:
            self.console.show(screen(line("Svara j eller n.")))
        return _YES_AND_NO[typed]

    def _line(self) -> str:
        typed = self.console.stdin.readline()
        if not typed:
            raise EOFError
        return typed.rstrip("\r\n")
