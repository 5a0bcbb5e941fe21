"""The organs that a dossier names."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.dossier.model import Answer, Dossier, Parts
from dialogcli.model.fieldtypes import Trait


def named_organs(dossier: Dossier) -> Iterator[Answer]:
    """Every answer that names an organ, wherever it stands."""
    for file in dossier.all_files():
        for answer in file.answers.values():
            yield from _organs_in(answer)


def _organs_in(answer: Answer) -> Iterator[Answer]:
    if isinstance(answer.value, Parts):
        for part in answer.value.answers.values():
            yield from _organs_in(part)
    for row in answer.rows:
        yield from _organs_in(row)
    if Trait.ORGAN in answer.field.type.traits and answer.text:
        yield answer
