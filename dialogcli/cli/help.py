"""Help in Swedish and in our own layout: Typer parses the command line, and says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from dialogcli.cli.slips import told_in_swedish, usage_line
from dialogcli.desk.context import Context
from dialogcli.model.errors import UsageError
from dialogcli.model.layout import block, command, joined, paragraphs, shown, wrapped
from dialogcli.model.words import did_you_mean, listed

ALWAYS = "Alltid: --plain (rad för rad, för skärmläsare), --help, --version, --debug"


@dataclass(frozen=True, slots=True)
class Command:
    """What the help says of a command. `function` is `module:name` in this package, imported when
    the command is run: nobody waits for the others. A group of commands has none, but the commands
    `below` it, of which `alone` is the one that is meant when none is named ('' when one must be).
    """

    function: str = ""
    summary: str = ""
    description: str = ""
    closing: str = ""
    heading: str = "Kommandon"
    below: Mapping[str, Command] = field(default_factory=dict)
    alone: str = ""


class DialogCommand(TyperCommand):
    """A command whose `--help` and slips are ours. The contexts are Click's, whose types are
    Typer's own business.
    """

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises UsageError for a word too many."""
        if "--help" in _before_separator(args):
            _print_help(ctx, command_help(self, ctx))
        with told_in_swedish(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            raise UsageError(f"Ordet {shown(rest[0])} är ett för mycket.", usage_line(ctx))
        return rest


class DialogGroup(TyperGroup):
    """Commands under the headings of the help."""

    def __init__(self, name: str, below: Mapping[str, Command], alone: str = "") -> None:
        super().__init__(name=name, rich_markup_mode=None, add_help_option=False)
        self.below = below
        self.alone = alone

    def get_command(self, ctx: Any, cmd_name: str) -> DialogCommand | DialogGroup | None:  # noqa: ARG002
        one = self.below.get(cmd_name)
        return made(cmd_name, one) if one else None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises UsageError when no command is named."""
        if args[:1] == ["--help"]:
            _print_help(ctx, group_help(self, ctx))
        args = args or [self.alone] * bool(self.alone)
        if set(args) <= {"--"}:
            raise UsageError(
                f"{ctx.command_path} behöver ett kommando till: {listed(self.below, 'eller')}.",
                f"Läs mer: {command(_path(ctx, '--help'))}",
            )
        with told_in_swedish(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Raises UsageError for an unknown command: nothing is run on a guess."""
        name = args[0]
        if name not in self.below and not name.startswith("-"):
            where = f" i {ctx.command_path}" if ctx.parent else ""
            meant = did_you_mean(name, self.below)
            hints = () if meant else (f"Alla kommandon: {command(_path(ctx, '--help'))}",)
            raise UsageError(f"Kommandot {shown(name)} finns inte{where}.{meant}", *hints)
        with told_in_swedish(ctx):
            return super().resolve_command(ctx, args)


def command_help(self: DialogCommand, ctx: Any) -> str:
    """What a command does, how to write it, its arguments and options, and how it answers."""
    options = [
        (_option_name(param), param.help or "")
        for param in self.params
        if isinstance(param, TyperOption) and not param.hidden
    ]
    arguments = [
        (param.human_readable_name, param.help)
        for param in self.params
        if isinstance(param, TyperArgument) and param.help
    ]
    column = max((len(name) for name, _ in options + arguments), default=0)
    width = _width(ctx)
    tables = [
        block([(name.ljust(column + 1), text) for name, text in rows], width)
        for rows in (arguments, options)
    ]
    usage = joined(filter(None, [wrapped(usage_line(ctx), width), tables[0]]))
    return paragraphs(
        wrapped(self.help or "", width),
        usage,
        tables[1] and f"Tillval\n{tables[1]}",
        joined(wrapped(line, width, hang=2) for line in (self.epilog or "").splitlines()),
    )


def group_help(self: DialogGroup, ctx: Any) -> str:
    """The commands of a group, under what one wants to do."""
    column = max(len(name) for name in self.below) + 2
    rows: dict[str, list[tuple[str, str]]] = {}
    for name, one in self.below.items():
        rows.setdefault(one.heading, []).append((name.ljust(column), one.summary))
    width = _width(ctx)
    blocks = [f"{heading}\n{block(commands, width)}" for heading, commands in rows.items()]
    example = command(
        _path(ctx, f"{'check' if 'check' in self.below else next(iter(self.below))} --help")
    )
    closing = joined(
        filter(None, ["" if ctx.parent else wrapped(ALWAYS, width), f"Om ett kommando: {example}"])
    )
    return paragraphs(wrapped(usage_line(ctx), width), *blocks, closing)


def made(name: str, one: Command) -> DialogCommand | DialogGroup:
    """The object that parses the words after a command's name, from the annotations of its
    function.
    """
    if one.below:
        return DialogGroup(name, one.below, one.alone)
    module, _, function = one.function.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(
        name, cls=DialogCommand, add_help_option=False, help=one.description, epilog=one.closing
    )(getattr(import_module(f"dialogcli.cli.{module}"), function))
    return cast("DialogCommand", typer.main.get_command(app))


def _option_name(option: TyperOption) -> str:
    name = ", ".join(option.opts)
    return name if option.is_flag else f"{name} {option.metavar or (option.name or '').upper()}"


def _path(ctx: Any, words: str) -> str:
    """The words after `dialog`, with the group they belong to."""
    return f"{ctx.command_path} {words}".removeprefix("dialog ")


def _width(ctx: Any) -> int:
    context: Context = ctx.obj
    return context.console.width


def _print_help(ctx: Any, text: str) -> None:
    context: Context = ctx.obj
    context.console.out(text)
    raise typer.Exit


def _before_separator(args: list[str]) -> list[str]:
    return args[: args.index("--")] if "--" in args else args
