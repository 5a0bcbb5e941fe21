"""What `dialog` says about itself: the help, in our own layout. Reads no dossier and waits for
nothing, so it is instant and cannot fail.

The contexts and commands are Typer's, which has no public names for their types.
"""

from __future__ import annotations

from typing import Any

from dialogcli.base.findings import hint_line
from dialogcli.base.screen import Item, Kept, Screen, heading, line, rows, screen

ALWAYS = "Alltid: --plain (rad för rad, för skärmläsare), --help, --version, --debug"

COMPLETION = "Tabbtangenten fyller i åt dig efter: dialog --install-completion"


def usage_line(ctx: Any) -> str:
    """`Så här skriver du: dialog check [MAPP] [TILLVAL]`."""
    words = [ctx.command_path]
    if is_group(ctx.command):
        words += ["KOMMANDO", "[TILLVAL]"]
    else:
        words += [_in_usage(param) for param in _arguments(ctx.command)]
        words += ["[TILLVAL]"] if _options(ctx.command) else []
    return f"Så här skriver du: {' '.join(words)}"


def command_help(ctx: Any) -> Screen:
    """What a command does, how to write it, its arguments and options, and how it answers."""
    told = ctx.command
    arguments = [(named(param), param.help) for param in _arguments(told)]
    options = [(_with_value(param), param.help) for param in _options(told)]
    column = max([len(name) for name, _ in arguments + options], default=0)
    usage: list[Item] = [line(usage_line(ctx))]
    if arguments:
        usage.append(rows(*arguments, gap=2, labels=column))
    chosen: list[Item] = []
    if options:
        chosen = [heading("Tillval"), rows(*options, gap=2, labels=column)]
    closing = [hint_line(one)._replace(hang=2) for one in told.epilog.splitlines()]
    return screen(line(told.help), usage, chosen, closing)


def group_help(ctx: Any) -> Screen:
    """The commands of a group, under what one wants to do."""
    below = ctx.command.below
    groups: dict[str, list[tuple[str, str]]] = {}
    for name, entry in below.items():
        groups.setdefault(entry.heading, []).append((name, entry.summary))
    column = max(map(len, below))
    listed: list[list[Item]] = [
        [heading(title), rows(*commands, gap=3, labels=column)]
        for title, commands in groups.items()
    ]
    first = "check" if "check" in below else next(iter(below))
    closing = [line("Om ett kommando: ", help_of(ctx, first))]
    if not ctx.parent:
        closing = [line(ALWAYS), line(COMPLETION), *closing]
    return screen(line(usage_line(ctx)), *listed, closing)


def named(param: Any) -> str:
    """`MAPP`, `--format`."""
    return str(param.opts[0] if _is_option(param) else param.metavar or param.name)


def help_of(ctx: Any, *words: str) -> Kept:
    """`dialog rules --help`, or that of a command below."""
    return Kept(" ".join([ctx.command_path, *words, "--help"]))


def is_group(told: Any) -> bool:
    """Whether a command has commands below it."""
    return hasattr(told, "below")


def _is_option(param: Any) -> bool:
    return bool(param.param_type_name == "option")


def _arguments(told: Any) -> list[Any]:
    return [param for param in told.params if not _is_option(param)]


def _options(told: Any) -> list[Any]:
    return [param for param in told.params if _is_option(param)]


def _in_usage(argument: Any) -> str:
    """`FÖRE`, `[MAPP]`, `[HANDLING ...]`."""
    name = named(argument) + (" ..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _with_value(option: Any) -> str:
    """`--final`, `--format FORMAT`."""
    return named(option) if option.is_flag else f"{named(option)} {option.metavar}"
