"""When a reason is one: that of a statement, and that of an answer which does not apply."""

from __future__ import annotations

from dialogcli.dossier.model import Answer


def thin(answer: Answer, reason: str, length: int) -> str:
    """Why the reason that an answer holds is none: a mark, the form's own help text, or too short;
    '' when it is one.
    """
    if answer.instead:
        return f"här står bara {answer.instead}."
    return "skälet är för kort." if len(" ".join(reason.split())) < length else ""
