"""Whole lines in and out: for screen readers and for consoles that can do no more."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.interview.signs import is_sign
from dialogcli.model.screen import line, screen
from dialogcli.terminal.askers.asker import Choices
from dialogcli.terminal.console import Console

LAST_LINE = "."
"""Ends a text of several lines where lines are all that the console can do."""

_YES_AND_NO = {"j": True, "ja": True, "n": False, "nej": False}


@dataclass(slots=True)
class LineAsker:
    """Choices are numbered lines, and the answer is a line."""

    console: Console
    line_by_line: bool = True

    def write(self, prompt: str, long: bool = False) -> str:
        self.console.stdout.write(prompt)
        self.console.stdout.flush()
        first = self._line()
        if not long or is_sign(first):
            return first
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
