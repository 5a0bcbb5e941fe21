"""Who works in a folder: what a command writes down about itself beside its lock, for the message of
whoever comes next.
"""

from __future__ import annotations

import contextlib
import functools
import getpass
import json
import platform
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.disk.files import NotPlainError, read_bytes
from dialogcli.disk.programs import git_name

_LONGEST = 4096
_SOMEBODY = "Någon annan"


class Holder(NamedTuple):
    """A command at work: whose, which, where and since when. Each '' where it is not known."""

    name: str = ""
    command: str = ""
    machine: str = ""
    day: str = ""
    clock: str = ""

    @property
    def who(self) -> str:
        return self.name or _SOMEBODY

    @property
    def how(self) -> str:
        """`dialog fill, datorn SK-1042`."""
        machine = f"datorn {self.machine}" if self.machine else ""
        return ", ".join(filter(None, [self.command, machine]))

    def since(self, today: date) -> str:
        """`kl. 10.31`, of another day with that day; '' when it is not known."""
        if not self.clock or not self.day or self.day == today.isoformat():
            return f"kl. {self.clock}" if self.clock else ""
        return f"{Day.parse(self.day).in_words} kl. {self.clock}"


def ourselves(folder: Path, command: str, now: datetime) -> Holder:
    """This process, as others are to be told of it."""
    return Holder(person(folder), command, platform.node(), now.date().isoformat(), f"{now:%H.%M}")


@functools.cache
def person(folder: Path) -> str:
    """The name that git knows in a folder, else the one that somebody logs in with; '' for neither."""
    return (git_name(folder) or _login())[:80]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and no such module on Windows
        return ""


_KEYS = {
    "name": "namn",
    "command": "kommando",
    "machine": "dator",
    "day": "dag",
    "clock": "klockan",
}


def write_down(holder: Holder, file: Path) -> None:
    """Without it the message of whoever comes next is shorter, so nothing is said when it fails."""
    told = {word: getattr(holder, name) for name, word in _KEYS.items()}
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
        with file.open("x", encoding="utf-8") as opened:
            json.dump(told, opened, ensure_ascii=False)


def read_holder(file: Path) -> Holder:
    """What a holder wrote about itself; nothing where that cannot be read."""
    try:
        told = json.loads(read_bytes(file, _LONGEST))
    except (OSError, ValueError, NotPlainError):
        return Holder()
    if not isinstance(told, dict):
        return Holder()
    texts = {name: told.get(word) for name, word in _KEYS.items()}
    return Holder(**{name: text for name, text in texts.items() if isinstance(text, str)})
