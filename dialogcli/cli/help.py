"""What `dialog` says about itself: the start screen and the help, in our own layout. Reads no
dossier and waits for nothing, so it is instant and cannot fail.

The contexts and commands are Typer's, which has no public names for their types.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogcli.model.layout import block, command, joined, paragraphs, wrapped

FIRST_COMMANDS = {
    "new": "Påbörja en dialog",
    "fill": "Svara på frågorna som återstår",
    "check": "Se vad som saknas och vem som kräver det",
    "status": "Se läget och nästa beslut",
    "render": "Skapa Word-handlingar",
}
"""The commands to begin with; the others stand in the help."""

ALWAYS = "Alltid: --plain (rad för rad, för skärmläsare), --help, --version, --debug"

COMPLETION = "Tabbtangenten fyller i åt dig efter: dialog --install-completion"


def start_text() -> str:
    """What the program is for, and how one begins."""
    rows = [f"  {f'dialog {name}':<17}{does}" for name, does in FIRST_COMMANDS.items()]
    return paragraphs(
        joined(["dialog - planera, kontrollera och dokumentera medborgardialoger", *rows]),
        "Alla kommandon: dialog --help",
    )


def usage_line(ctx: Any) -> str:
    """`Så här skriver du: dialog check [MAPP] [TILLVAL]`."""
    words = [ctx.command_path]
    if is_group(ctx.command):
        words += ["KOMMANDO", "[TILLVAL]"]
    else:
        words += [_in_usage(param) for param in _arguments(ctx.command)]
        words += ["[TILLVAL]"] if _options(ctx.command) else []
    return f"Så här skriver du: {' '.join(words)}"


def command_help(ctx: Any) -> str:
    """What a command does, how to write it, its arguments and options, and how it answers."""
    told, width = ctx.command, ctx.obj.console.width
    arguments = [(named(param), param.help) for param in _arguments(told)]
    options = [(_with_value(param), param.help) for param in _options(told)]
    column = max([len(name) + 1 for name, _ in arguments + options], default=0)
    usage = [wrapped(usage_line(ctx), width)]
    if arguments:
        usage.append(_table(arguments, column, width))
    chosen = f"Tillval\n{_table(options, column, width)}" if options else ""
    closing = [wrapped(line, width, hang=2) for line in told.epilog.splitlines()]
    return paragraphs(wrapped(told.help, width), joined(usage), chosen, joined(closing))


def group_help(ctx: Any) -> str:
    """The commands of a group, under what one wants to do."""
    below, width = ctx.command.below, ctx.obj.console.width
    rows: dict[str, list[tuple[str, str]]] = {}
    for name, entry in below.items():
        rows.setdefault(entry.heading, []).append((name, entry.summary))
    column = max(len(name) for name in below) + 2
    blocks = [f"{heading}\n{_table(commands, column, width)}" for heading, commands in rows.items()]
    first = "check" if "check" in below else next(iter(below))
    closing = [f"Om ett kommando: {command(below_path(ctx, f'{first} --help'))}"]
    if not ctx.parent:
        closing = [wrapped(ALWAYS, width), wrapped(COMPLETION, width), *closing]
    return paragraphs(wrapped(usage_line(ctx), width), *blocks, joined(closing))


def named(param: Any) -> str:
    """`MAPP`, `--format`."""
    return str(param.opts[0] if _is_option(param) else param.metavar or param.name)


def below_path(ctx: Any, words: str) -> str:
    """The words after `dialog`, with the group they belong to."""
    return f"{ctx.command_path} {words}".removeprefix("dialog ")


def is_group(told: Any) -> bool:
    """Whether a command has commands below it."""
    return hasattr(told, "below")


def _table(rows: Sequence[tuple[str, str]], column: int, width: int) -> str:
    return block([(name.ljust(column), text) for name, text in rows], width)


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
