"""Typer's complaints about a command line, in Swedish.

They are known by the names of their classes: the classes themselves belong to the Click that Typer
carries with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperArgument, TyperGroup, TyperOption

from dialogcli.cli.wishes import WISHES
from dialogcli.model.errors import UsageError
from dialogcli.model.layout import shown
from dialogcli.model.words import did_you_mean, listed


@contextmanager
def told_in_swedish(ctx: Any) -> Iterator[None]:
    """Raises UsageError in place of whatever Typer has to say about a command line."""
    try:
        yield
    except Exception as error:
        if any(cls.__name__ in _TYPERS_OWN for cls in type(error).__mro__):
            raise _in_swedish(error, ctx) from error
        raise


_TYPERS_OWN = ("TyperException", "ClickException")


def usage_line(ctx: Any) -> str:
    """`Så här skriver du: dialog check [MAPP] [TILLVAL]`."""
    params, is_group = ctx.command.params, isinstance(ctx.command, TyperGroup)
    words = [
        ctx.command_path,
        *(["KOMMANDO"] if is_group else []),
        *(_argument(param) for param in params if isinstance(param, TyperArgument)),
        *(
            ["[TILLVAL]"]
            if is_group or any(isinstance(param, TyperOption) for param in params)
            else []
        ),
    ]
    return f"Så här skriver du: {' '.join(words)}"


def _argument(param: TyperArgument) -> str:
    name = param.human_readable_name + (" ..." if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _in_swedish(error: Any, ctx: Any) -> UsageError:
    match type(error).__name__:
        case "NoSuchOption":
            return _unknown_option(error, ctx)
        case "BadOptionUsage":
            said = _misused_option(error, ctx)
        case "MissingParameter":
            said = f"{_name(error.param)} saknas."
        case "BadParameter":
            said = _bad_value(error)
        case _:
            said = "Kommandot går inte att förstå."
    return UsageError(said, usage_line(ctx))


def _unknown_option(error: Any, ctx: Any) -> UsageError:
    known = [
        *(opt for param in ctx.command.params for opt in param.opts if opt.startswith("--")),
        *WISHES,
        "--help",
    ]
    meant = did_you_mean(error.option_name, known)
    hints = () if meant else (usage_line(ctx),)
    if not re.match(
        r"--?[a-zA-Z]", error.option_name
    ):  # `- en punkt`, `-5`: an answer that looks like an option
        hints = (*hints, "Börjar svaret med -? Skriv -- före det.")
    return UsageError(
        f"Tillvalet {shown(error.option_name)} finns inte i {ctx.command_path}.{meant}", *hints
    )


def _misused_option(error: Any, ctx: Any) -> str:
    option = next((param for param in ctx.command.params if error.option_name in param.opts), None)
    if option is not None and option.is_flag:
        return f"Tillvalet {shown(error.option_name)} tar inget värde."
    return f"Tillvalet {shown(error.option_name)} behöver ett värde."


def _bad_value(error: Any) -> str:
    choices = getattr(getattr(error.param, "type", None), "choices", ())
    if choices:
        return (
            f"{_name(error.param)} kan vara {listed([str(choice) for choice in choices], 'eller')}."
        )
    return f"Värdet för {_name(error.param)} går inte att använda."


def _name(param: Any) -> str:
    """`MAPP`, `--format`."""
    if param is None:
        return "Ett värde"
    return str(param.opts[0] if param.param_type_name == "option" else param.human_readable_name)
