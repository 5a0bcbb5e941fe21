"""What `dialog` alone says: all dialogues of a folder with what each waits for, one dialogue with the
next things to do, or how one begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dialogcli.base.commands import list_all
from dialogcli.base.screen import Command, Item, Kept, Line, Part, Row, Rows, heading, line, rows
from dialogcli.base.words import count

ABOUT = "dialog - planera, kontrollera och dokumentera medborgardialoger"
ALL_COMMANDS = "dialog --help"


class Choice(NamedTuple):
    """One thing to choose: what it is, and what stands beside it, such as its command."""

    what: str
    beside: Part


def numbered(choices: Sequence[Choice], gap: int = 3) -> Rows:
    """The choices with their numbers; to be listened to `1. Se läget: dialog status`."""
    pairs: list[Row] = []
    read_out = []
    for number, one in enumerate(choices, 1):
        pairs.append((f"{number}  {one.what}", one.beside))
        beside = (": ", one.beside) if one.beside else ()
        read_out.append((f"{number}. {one.what}", *beside))
    return rows(*pairs, indent=2, gap=gap)._replace(read_out=tuple(read_out))


def start_items() -> list[Item]:
    """Where there is no dialogue."""
    return [heading(ABOUT), line("Här finns ingen dialog ännu.")]


def all_commands() -> Line:
    return line("Alla kommandon: ", Kept(ALL_COMMANDS))


def several_items(number: int) -> list[Item]:
    """Above the list of several dialogues."""
    if number == 1:
        return [heading("1 dialog.")]
    return [heading(f"{number} dialoger. Den som har väntat längst står först.")]


def more_items(hidden: int) -> list[Item]:
    """Below a list that is too long to choose from."""
    return [line(f"{count(hidden, 'dialog', 'dialoger')} till: ", list_all())] if hidden else []


def command_choice(what: str, command: Command) -> Choice:
    return Choice(what, command)
