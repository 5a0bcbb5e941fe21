"""A whole answer in one line: how lists over many dossiers show it."""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.dossier.model import Answer, NotApplicable, Parts, Rows
from dialogcli.model.fieldtypes import Shape


def one_line(answer: Answer) -> str:
    """`nej. Frågan är avgjord i lag. (utredaren, 2027-02-01)`, `planer; program`; '' when nothing
    is given.
    """
    match answer.value:
        case NotApplicable(reason):
            return f"ej tillämpligt: {_joined(reason)}"
        case Rows(rows):
            return "; ".join(filter(None, map(one_line, rows)))
        case Parts(parts) if answer.field.type.shape is Shape.STATEMENT:
            return _statement(parts)
        case Parts(parts):
            return ", ".join(filter(None, map(one_line, parts.values())))
    return _joined(answer.field.type.cell(answer.text, answer.field))


def _statement(parts: Mapping[str, Answer]) -> str:
    texts = {name: one_line(part) for name, part in parts.items()}
    by = ", ".join(filter(None, [texts.get("av", ""), texts.get("datum", "")]))
    answer = f"{texts['svar']}." if texts.get("svar") else ""
    return " ".join(filter(None, [answer, texts.get("skäl", ""), f"({by})" if by else ""]))


def _joined(text: str) -> str:
    return " ".join(text.split())
