"""`dialog` alone: the dialogues here with what each waits for, one of them with the next things to
do, or how one begins. Writes nothing itself; what is chosen is run as a command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.commands import check, new, render, status
from dialogcli.base.screen import Command, Item, Kept, Slot, command_words, heading, line, screen
from dialogcli.base.words import capital
from dialogcli.disk.folders import dossiers_below, nearest_holding, relative
from dialogcli.interview.signs import Sign
from dialogcli.screens.home import (
    ALL_COMMANDS,
    Choice,
    more_items,
    numbered,
    several_items,
    start_items,
)
from dialogcli.usecases.context import Context

Run = Callable[[Sequence[str]], int]
"""Carries out one command line; the exit code."""

NEW = Choice("Ny dialog", "")

_DOES = {
    "agenda": "Skapa föredragningslistan",
    "check": "Se vad som saknas",
    "decide": "För in beslutet",
    "fill": "Svara på frågorna",
    "render": "Skapa handlingarna",
    "status": "Se läget",
}
_ADDS = {"tillfälle": "För in tillfället", "återkoppling": "För in återkopplingen"}
"""What is done by the command that comes next."""


def home(context: Context, run: Run) -> int:
    """Carry out `dialog`; the exit code is that of what was chosen."""
    if nearest_holding(context.cwd):
        return _Home(context, run).of_dialogue("") or 0
    below = dossiers_below(context.cwd)
    if not below:
        return _Home(context, run).start()
    if len(below) > 1:
        return _Home(context, run).of_several()
    name = relative(below[0], context.cwd)
    return _Home(context, run).of_dialogue(name) or 0


@dataclass(frozen=True, slots=True)
class _Home:
    context: Context
    run: Run

    def start(self) -> int:
        """Where there is no dialogue yet."""
        choices = [
            Choice("Påbörja en dialog", new()),
            Choice("Se alla kommandon", Kept(ALL_COMMANDS)),
        ]
        self._say(start_items())
        if not self.context.console.interactive:
            self.context.console.show(screen([numbered(choices)]))
            return 0
        number = self._chosen(choices)
        words = {1: ["new"], 2: ["--help"]}
        return self.run(words[number]) if isinstance(number, int) and number else 0

    def of_several(self) -> int:
        """The list, until somebody chooses a command or nothing."""
        from dialogcli.usecases.dialogues import MOST, as_choices, dialogues_below

        found = dialogues_below(self.context, self.context.cwd)
        self._say(several_items(len(found)))
        some = as_choices(found[:MOST])
        hidden = more_items(len(found) - len(some))
        if not self.context.console.interactive:
            self.context.console.show(screen([numbered(some), *hidden]))
            return 0
        while True:
            number = self._chosen([*some, NEW], hidden)
            if isinstance(number, Sign) or not number:
                return 0
            if number > len(some):
                return self.run(["new"])
            code = self.of_dialogue(found[number - 1].folder)
            if code is not None:
                return code

    def of_dialogue(self, folder: str) -> int | None:
        """Where one dialogue stands, and the next things to do; None to go back from there.

        `folder`: as the commands carry it, '' where the user stands in it.
        """
        from dialogcli.base.findings import DialogError
        from dialogcli.checking.survey import outlook
        from dialogcli.dossier.reading import read_dossier
        from dialogcli.screens.findings import dialogue
        from dialogcli.screens.next_step import place
        from dialogcli.usecases.next_step import made_in, next_step

        context = self.context
        context.console.folder = folder
        path = Path(nearest_holding(context.cwd / folder) or context.cwd)
        try:
            look = outlook(read_dossier(path), context.today)
        except DialogError:
            return self.run(command_words(check(), folder))  # it tells what is wrong
        step = next_step(look, made_in(path, look, context.cwd))
        why = f" {capital(step.why)}." if step.why and step.command else ""
        self._say([heading(dialogue(look.dossier)), line(f"{place(look.standing)}{why}")])
        commands = _commands(step.command)
        choices = [Choice(_does(one), one) for one in commands]
        if not context.console.interactive:
            context.console.show(screen([numbered(choices)]))
            return 0
        number = self._chosen(choices, enter=1)
        if isinstance(number, Sign):
            return None
        return self.run(command_words(commands[number - 1], folder))

    def _chosen(
        self, choices: Sequence[Choice], below: Sequence[Item] = (), enter: int = 0
    ) -> int | Sign:
        from dialogcli.usecases.dialogues import labels
        from dialogcli.usecases.menu import chosen  # prompts: only where somebody is asked

        return chosen(self.context, [numbered(choices), *below], labels(choices), enter)

    def _say(self, items: Sequence[Item]) -> None:
        self.context.console.show(screen(items))


def _commands(first: Command | None) -> list[Command]:
    """The next one, if it can be run as it stands, and what can be done in any case."""
    usual = [status(), render()]
    if first is None:
        return usual
    if any(isinstance(arg, Slot) for arg in first.args):
        return [check(), *usual]
    return [first, *(one for one in usual if one.verb != first.verb)]


def _does(command: Command) -> str:
    if command.verb == "add":
        return _ADDS.get(str(command.args[0]), "För in det som har hänt")
    return _DOES.get(command.verb, "Gör det som kommer näst")
