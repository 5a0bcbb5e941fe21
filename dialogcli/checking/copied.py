"""What was copied from another dossier: it is asked for until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.remedies import remedy
from dialogcli.dossier.model import Dossier
from dialogcli.model.finding import Finding, Severity

MARKED = "dossier.granska"
NAME = "granska"


def unreviewed(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each field in the list of those to review."""
    marks = dossier.answer(MARKED)
    for mark in marks.rows if marks else ():
        answer = dossier.answer(mark.text)
        if answer is None:
            yield Finding(
                NAME,
                Severity.VARNING,
                f"Fältet {mark.text} finns inte.",
                mark.place,
                mark.path,
                remedy="Ta bort raden.",
            )
        else:
            yield Finding(
                NAME,
                Severity.VARNING,
                f"{answer.field.name}: Svaret är kopierat från en annan dossier och inte granskat.",
                answer.place,
                answer.path,
                remedy=remedy(dossier.rulebook, answer.path),
            )
