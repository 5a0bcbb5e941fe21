"""The few keys that stand for something in an interview, and how they are told of: to be seen, or to be heard."""

from __future__ import annotations

BACK, HELP, EDITOR, REMOVE = "<", "?", "!", "-"

KEEP = ("Enter", "behåll")
DONE = ("Enter", "klar")
LATER = ("Enter", "svara senare")
STOP = ("Ctrl-C", "sluta")
GO_BACK = (BACK, "tillbaka")
ASK_HELP = (HELP, "hjälp")
OPEN_EDITOR = (EDITOR, "textredigerare")


def told(*meanings: tuple[str, str], linear: bool) -> str:
    """`Enter = klar, < = tillbaka`; to be listened to `Enter betyder klar. < betyder tillbaka.`"""
    if linear:
        return " ".join(f"{sign} betyder {what}." for sign, what in meanings)
    return ", ".join(f"{sign} = {what}" for sign, what in meanings)
