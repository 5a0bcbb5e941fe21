"""The few keys that stand for something in an interview, and how they are told of: to be seen, or
to be heard.
"""

from __future__ import annotations

from dialogcli.model.layout import glued

BACK, HELP, EDITOR, REMOVE = SIGNS = "<", "?", "!", "-"
"""They act only when they are the whole line."""

KEEP = ("Enter", "behåll")
DONE = ("Enter", "klar")
TAKE_AWAY = (REMOVE, "ta bort")
LATER = ("Enter", "svara senare")
STOP = ("Ctrl-C", "sluta")
GO_BACK = (BACK, "tillbaka")
ASK_HELP = (HELP, "hjälp")
OPEN_EDITOR = (EDITOR, "textredigerare")


def told(*meanings: tuple[str, str], linear: bool) -> str:
    """`Enter = klar, < = tillbaka`; to be listened to `Enter betyder klar. < betyder tillbaka.` To
    be wrapped.
    """
    if linear:
        return " ".join(glued(f"{sign} betyder {what}.") for sign, what in meanings)
    return ", ".join(glued(f"{sign} = {what}") for sign, what in meanings)
