"""Every command that a screen tells people to run is one that the command line understands."""

import inspect
import shlex
from collections.abc import Iterator

import pytest
import typer

from dialogcli.base import commands
from dialogcli.base.screen import Command, command_text, in_folder
from dialogcli.cli.app import root_command


def told() -> Iterator[Command]:
    """What each constructor makes: with nothing that can be left out, and with all of it."""
    for _, make in inspect.getmembers(commands, inspect.isfunction):
        if make.__module__ == commands.__name__:
            parameters = inspect.signature(make).parameters.values()
            yield make(**{one.name: "ord" for one in parameters if one.default is one.empty})
            yield make(**{one.name: one.default is False or "två ord" for one in parameters})


TOLD = list(dict.fromkeys(told()))


def understood(typed: str) -> typer.Context:
    """The context in which a command line would be carried out. Raises what Typer raises."""
    _, *words = shlex.split(typed)
    command, context = root_command(), None
    while isinstance(command, typer.core.TyperGroup):
        context = typer.Context(command, parent=context)
        _, command, words = command.resolve_command(context, words)
    return command.make_context("dialog", words, parent=context)


@pytest.mark.parametrize("command", TOLD, ids=command_text)
def test_the_command_line_understands_it(command: Command) -> None:
    understood(command_text(command))


@pytest.mark.parametrize("command", [one for one in TOLD if one.of_dossier], ids=command_text)
def test_one_about_the_dossier_takes_its_folder(command: Command) -> None:
    for typed in (command_text(command, "min mapp"), command_text(in_folder(command, "min mapp"))):
        assert understood(typed).params["folder"] == "min mapp"
