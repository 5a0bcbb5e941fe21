"""Typer's complaints about a command line, in Swedish.

They are known by the names of their classes: the classes themselves belong to the Click that Typer carries with it.
"""

from __future__ import annotations

from typing import Any

from dialogcli.cli.help import usage_line
from dialogcli.cli.wishes import WISHES
from dialogcli.model.errors import UsageError
from dialogcli.model.layout import shown
from dialogcli.model.words import did_you_mean, listed


def is_slip(error: Exception) -> bool:
    """Whether Typer could not understand the command line."""
    return any(cls.__name__ in ("TyperException", "ClickException") for cls in type(error).__mro__)


def in_swedish(error: Any) -> UsageError:
    """The same complaint in our words."""
    ctx, name = getattr(error, "ctx", None), type(error).__name__
    hints = (usage_line(ctx),) if ctx else ()
    match name:
        case "NoSuchOption":
            return _unknown_option(error, ctx)
        case "BadOptionUsage":
            return UsageError(_misused_option(error, ctx), *hints)
        case "MissingParameter":
            return UsageError(f"{_name(error.param)} saknas.", *hints)
        case "BadParameter":
            return UsageError(_bad_value(error), *hints)
        case _:
            return UsageError("Kommandot går inte att förstå.", *hints)


def _unknown_option(error: Any, ctx: Any) -> UsageError:
    known = [*(opt for param in ctx.command.params for opt in param.opts if opt.startswith("--")), *WISHES, "--help"]
    meant = did_you_mean(error.option_name, known)
    hints = () if meant else (usage_line(ctx),)
    return UsageError(f"Tillvalet {shown(error.option_name)} finns inte i {ctx.command_path}.{meant}", *hints)


def _misused_option(error: Any, ctx: Any) -> str:
    option = next((param for param in ctx.command.params if error.option_name in param.opts), None)
    if option is not None and option.is_flag:
        return f"Tillvalet {shown(error.option_name)} tar inget värde."
    return f"Tillvalet {shown(error.option_name)} behöver ett värde."


def _bad_value(error: Any) -> str:
    choices = getattr(getattr(error.param, "type", None), "choices", ())
    if choices:
        return f"{_name(error.param)} kan vara {listed([str(choice) for choice in choices], 'eller')}."
    return f"Värdet för {_name(error.param)} går inte att använda."


def _name(param: Any) -> str:
    """`MAPP`, `--format`."""
    if param is None:
        return "Ett värde"
    return str(param.opts[0] if param.param_type_name == "option" else param.human_readable_name)
