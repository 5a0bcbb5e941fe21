"""How the words of a command line become a call: Typer parses them, and says nothing itself.

The contexts are Typer's, which has no public name for their type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple, cast

import typer
from typer.core import TyperCommand, TyperGroup

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Screen, line
from dialogcli.base.words import did_you_mean, listed
from dialogcli.cli.global_options import COMPLETION_OPTIONS, GLOBAL_OPTIONS, HELP, parted
from dialogcli.cli.help import command_help, group_help, help_of, usage_line
from dialogcli.cli.usage_errors import told_in_swedish


class CommandEntry(NamedTuple):
    """What the help says of a command. `function` is `module:name` in this package, imported when
    the command is run: nobody waits for the others. A group of commands has none, but the commands
    `below` it, of which `alone` is the one that is meant when none is named ('' when one must be).
    """

    function: str = ""
    summary: str = ""
    description: str = ""
    closing: str = ""
    heading: str = "Kommandon"
    below: Mapping[str, CommandEntry] = {}
    alone: str = ""


class Offered(NamedTuple):
    """What Tab can fill in, as the shells of Typer read it."""

    value: str
    help: str
    type: str = "plain"


class DialogCommand(TyperCommand):
    """A command whose `--help` and errors are ours."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises UsageError for a word too many."""
        if ctx.resilient_parsing:  # a shell asks; nothing is run, and nothing is wrong yet
            return super().parse_args(ctx, args)
        if "--help" in _before_separator(args):
            _print_help(ctx, command_help(ctx))
        with told_in_swedish(ctx):
            rest = super().parse_args(ctx, _answers_last(self.params, args))
        if rest:
            raise UsageError(f"Ordet {shown(rest[0])} är ett för mycket.", usage_line(ctx))
        return rest

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The options that begin so and are not given yet, by the names that the help has."""
        shown_names = {param.opts[0] for param in self.params}
        found = super().shell_complete(ctx, incomplete)
        own = [one for one in found if one.value in shown_names]
        return [*own, *_options_of_all(incomplete)]


class DialogGroup(TyperGroup):
    """Commands under the headings of the help."""

    def __init__(self, name: str, below: Mapping[str, CommandEntry], alone: str = "") -> None:
        super().__init__(name=name, rich_markup_mode=None, add_help_option=False)
        self.below = below
        self.alone = alone

    def get_command(self, ctx: Any, cmd_name: str) -> DialogCommand | DialogGroup | None:  # noqa: ARG002
        entry = self.below.get(cmd_name)
        return made(cmd_name, entry) if entry else None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises UsageError when no command is named."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, parted(args)[1])
        if args[:1] == ["--help"]:
            _print_help(ctx, group_help(ctx))
        args = args or [self.alone] * bool(self.alone)
        if set(args) <= {"--"}:
            raise UsageError(
                f"{ctx.command_path} behöver ett kommando till: {listed(self.below, 'eller')}.",
                line("Läs mer: ", help_of(ctx)),
            )
        with told_in_swedish(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Raises UsageError for an unknown command: nothing is run on a guess."""
        name = args[0]
        if name not in self.below and not name.startswith("-"):
            where = f" i {ctx.command_path}" if ctx.parent else ""
            meant = did_you_mean(name, self.below)
            hints = () if meant else (line("Alla kommandon: ", help_of(ctx)),)
            raise UsageError(f"Kommandot {shown(name)} finns inte{where}.{meant}", *hints)
        with told_in_swedish(ctx):
            return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The commands that begin so; their modules are not imported for it."""
        commands = {name: entry.summary for name, entry in self.below.items()}
        offered = commands if ctx.parent else commands | COMPLETION_OPTIONS
        return [*_beginning(incomplete, offered), *_options_of_all(incomplete)]


def made(name: str, entry: CommandEntry) -> DialogCommand | DialogGroup:
    """The object that parses the words after a command's name, from the annotations of its
    function.
    """
    if entry.below:
        return DialogGroup(name, entry.below, entry.alone)
    module, _, function = entry.function.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(
        name, cls=DialogCommand, add_help_option=False, help=entry.description, epilog=entry.closing
    )(getattr(import_module(f"dialogcli.cli.{module}"), function))
    return cast("DialogCommand", typer.main.get_command(app))


def _beginning(incomplete: str, offered: Mapping[str, str]) -> list[Offered]:
    """Options are offered when a hyphen is typed, and not before."""
    return [
        Offered(word, does)
        for word, does in offered.items()
        if word.startswith(incomplete) and word.startswith("-") == incomplete.startswith("-")
    ]


def _options_of_all(incomplete: str) -> list[Offered]:
    return _beginning(incomplete, HELP | GLOBAL_OPTIONS)


def _print_help(ctx: Any, told: Screen) -> None:
    ctx.obj.console.show(told)
    raise typer.Exit


_OPTION = re.compile(r"--?[A-Za-z][\w-]*(?:=.*)?", re.DOTALL)


def _answers_last(params: Iterable[Any], args: list[str]) -> list[str]:
    """The words with those after a `--` that begin with a hyphen and can be no option: `-5`,
    `- en punkt`. What an option takes stays beside it.
    """
    taking = _taking_a_value(params)
    before = _before_separator(args)
    kept: list[str] = []
    answers: list[str] = []
    for option, word in pairwise(["", *before]):
        (kept if option in taking or not _is_answer(word) else answers).append(word)
    after = args[len(before) + 1 :]
    return [*kept, "--", *answers, *after] if answers else args


def _is_answer(word: str) -> bool:
    return word.startswith("-") and word != "-" and not _OPTION.fullmatch(word)


def _taking_a_value(params: Iterable[Any]) -> set[str]:
    options = (param for param in params if param.param_type_name == "option")
    return {name for param in options if not param.is_flag for name in param.opts}


def _before_separator(args: list[str]) -> list[str]:
    return args[: args.index("--")] if "--" in args else args
