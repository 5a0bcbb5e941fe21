"""Answers as they would be written, without types and places."""

from __future__ import annotations

from dialogcli.dossier.model import Answer, NotApplicable, Parts, Rows
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.storage.nodes import Plain


def as_plain(answer: Answer | None) -> Plain:
    """An answer as it would be written: text, a list or a mapping; '' when nothing is given."""
    if answer is None or not answer.filled:
        return ""
    match answer.value:
        case NotApplicable(reason):
            return {NOT_APPLICABLE: reason}
        case Parts(parts):
            return {name: as_plain(part) for name, part in parts.items() if part.filled}
        case Rows(rows):
            return [as_plain(row) for row in rows]
    return answer.text


def readable(value: Plain) -> str:
    """A value in one line, to be compared by eye."""
    match value:
        case dict():
            return ", ".join(filter(None, map(readable, value.values())))
        case list():
            return "; ".join(map(readable, value))
    return " ".join(value.split())
