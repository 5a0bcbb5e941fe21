"""Typer's complaints about a command line, in Swedish.

Typer makes only two of its classes public, which are the bases of all: TyperException and, of what
is wrong with a value, BadParameter. Which complaint it is shows in what it carries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.base.words import did_you_mean, listed
from dialogcli.cli.global_options import GLOBAL_OPTIONS, HELP
from dialogcli.cli.help import named, usage_line


@contextmanager
def told_in_swedish(ctx: Any) -> Iterator[None]:
    """Raises UsageError in place of whatever Typer has to say about a command line."""
    try:
        yield
    except typer.TyperException as error:
        raise _in_swedish(error, ctx) from error


def _in_swedish(error: typer.TyperException, ctx: Any) -> UsageError:
    if isinstance(error, typer.BadParameter):
        return UsageError(_bad_value(error, ctx), usage_line(ctx))
    option = getattr(error, "option_name", "")
    if hasattr(error, "possibilities"):  # the names that Typer would have offered
        return _unknown_option(option, ctx)
    said = _misused_option(option, ctx) if option else "Kommandot går inte att förstå."
    return UsageError(said, usage_line(ctx))


def _unknown_option(option: str, ctx: Any) -> UsageError:
    known = [param.opts[0] for param in ctx.command.params if param.param_type_name == "option"]
    meant = did_you_mean(option, [*known, *GLOBAL_OPTIONS, *HELP])
    hints = () if meant else (usage_line(ctx),)
    if not option.startswith("--") and any(one.metavar == "SVAR" for one in ctx.command.params):
        hints = (*hints, "Börjar svaret med -? Skriv -- före det.")
    return UsageError(f"Tillvalet {shown(option)} finns inte i {ctx.command_path}.{meant}", *hints)


def _misused_option(option: str, ctx: Any) -> str:
    for param in ctx.command.params:
        if option in param.opts and param.is_flag:
            return f"Tillvalet {shown(option)} tar inget värde."
    return f"Tillvalet {shown(option)} behöver ett värde."


def _bad_value(error: typer.BadParameter, ctx: Any) -> str:
    param: Any = error.param
    name = named(param) if param else "Ett värde"
    if hasattr(error, "param_type"):  # which sort of parameter is missing
        return f"{name} saknas."
    choices = [item.value for item in param.shell_complete(ctx, "")] if param else []
    if choices:
        return f"{name} kan vara {listed(choices, 'eller')}."
    return f"Värdet för {name} går inte att använda."
