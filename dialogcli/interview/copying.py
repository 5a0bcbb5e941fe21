"""Answers that come from another dossier: a mark says that nobody has looked at them yet."""

from __future__ import annotations

from dialogcli.dossier.model import Dossier

MARKED = "dossier.granska"
"""The list of the fields that were copied and wait for a review."""


def copied(dossier: Dossier) -> list[str]:
    """The paths of fields (`handlingsplan.syfte`) that were copied and that nobody has confirmed."""
    answer = dossier.answer(MARKED)
    return [row.text for row in answer.rows] if answer else []


def is_copied(dossier: Dossier, path: str) -> bool:
    """Whether an answer belongs to a field that waits for a review."""
    return field_of(path) in copied(dossier)


def field_of(path: str) -> str:
    """The field that a part or a row belongs to."""
    return ".".join(path.split(".")[:2])
