"""What can be asked of a person, whatever the console is able to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from dialogcli.model.screen import Item, Screen, screen


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

    def write(self, prompt: str, long: bool = False) -> str:
        """The text typed after `prompt`; with `long` it may have several lines."""
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
