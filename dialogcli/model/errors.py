"""The ways a command can stop. Each knows its exit code; a bug is none of these and gets 70."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from dialogcli.model.discretion import discreet
from dialogcli.model.finding import FileFault
from dialogcli.model.screen import Line, discreet_parts, line

Hint: TypeAlias = str | Line
"""A further line of a stop: a plain sentence, or one with commands or an indent."""


class DialogError(Exception):
    """An expected stop: `message` says what and in which state things are, `hints` are further
    lines of the screen.

    Both may quote what somebody wrote, but for personal identity numbers.
    """

    exit_code = 1

    def __init__(self, message: str, *hints: Hint) -> None:
        self.message = discreet(message)
        self.hints = tuple(map(_discreet, hints))
        super().__init__(self.message)


def _discreet(hint: Hint) -> Hint:
    if isinstance(hint, str):
        return discreet(hint)
    return hint._replace(parts=discreet_parts(hint.parts))


def hint_line(hint: Hint) -> Line:
    """A plain sentence keeps the blanks that it begins with, on every line of it."""
    if isinstance(hint, Line):
        return hint
    return line(hint.strip(), indent=len(hint) - len(hint.lstrip(" ")))


class UsageError(DialogError):
    """The command was written in a way that cannot be carried out."""

    exit_code = 2


class UnreadableError(DialogError):
    """A dossier, rulebook or template cannot be read; `faults` say where and how to mend it."""

    exit_code = 3

    def __init__(self, message: str, *hints: Hint, faults: Sequence[FileFault] = ()) -> None:
        super().__init__(message, *hints)
        self.faults = tuple(fault.discreet() for fault in faults)


class ConflictError(DialogError):
    """Something was changed since it was read, edited by hand, or is locked by somebody else."""

    exit_code = 4


class InputOutputError(DialogError):
    """The disk, the network share or the permissions said no."""

    exit_code = 5
