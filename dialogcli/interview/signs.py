"""The few signs that stand for something in an interview: how they are read, and how they are told
of, to be seen or to be heard.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from dialogcli.base.screen import Kept, Spoken


class Sign(Enum):
    """What somebody wants who does not answer. A sign acts only when it is the whole line."""

    LATER = ""
    BACK = "<"
    HELP = "?"
    EDITOR = "!"
    REMOVE = "-"
    SEARCH = "s"
    NEW_ROW = "n"
    ELSEWHERE = "g"
    AFTER = ">"
    ANYWAY = "b"


class Typed(NamedTuple):
    """A line that was typed: as it is, the sign that it is, and the number that stands there, alone
    (`2`) or after its sign (`?2`, `-2`); 0 for none.
    """

    text: str
    sign: Sign | None = None
    number: int = 0


_NUMBERED = re.compile(r"([?-]?)\s*([0-9]{1,4})")
_EVERYWHERE = (Sign.LATER, Sign.BACK, Sign.AFTER, Sign.HELP, Sign.EDITOR, Sign.REMOVE)
_AT_ONCE = tuple(sign.value for sign in _EVERYWHERE)


def read_line(line: str, *letters: Sign) -> Typed:
    """What a line means. `letters` are those signs that look like an answer, and act only where the
    screen tells of them.
    """
    text = line.strip()
    if numbered := _NUMBERED.fullmatch(text):
        return Typed(text, Sign(numbered[1]) if numbered[1] else None, int(numbered[2]))
    for sign in (*_EVERYWHERE, *letters):
        if text.lower() == sign.value:
            return Typed(text, sign)
    return Typed(text)


def is_sign(line: str) -> bool:
    """Whether a line is a sign everywhere, so that nothing more is to be waited for."""
    return line.strip() in _AT_ONCE


KEEP = ("Enter", "behåll")
KEEP_ANYWAY = (Sign.ANYWAY.value, "behåll ändå")
DONE = ("Enter", "klar")
TAKE_AWAY = (Sign.REMOVE.value, "ta bort")
LATER = ("Enter", "svara senare")
PASS_BY = (Sign.AFTER.value, "svara senare")
STOP = ("Ctrl-C", "sluta")
GO_BACK = (Sign.BACK.value, "tillbaka")
UNDO = (Sign.BACK.value, "ångra")
ASK_HELP = (Sign.HELP.value, "hjälp")
OPEN_EDITOR = (Sign.EDITOR.value, "textredigerare")


def told(*meanings: tuple[str, str], end: str = "") -> Spoken:
    """`Enter = klar, < = tillbaka`; to be listened to `Enter betyder klar. < betyder tillbaka.`
    `end` is what the former ends with.
    """
    seen: list[str | Kept] = []
    heard: list[str | Kept] = []
    for sign, what in meanings:
        seen += [", ", Kept(f"{sign} = {what}")]
        heard += [" ", Kept(f"{sign} betyder {what}.")]
    return Spoken((*seen[1:], end), tuple(heard[1:]))
