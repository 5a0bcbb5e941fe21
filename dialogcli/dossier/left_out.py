"""Why something that is written does not count, in words for the one who wrote it."""

from __future__ import annotations

from dialogcli.base.words import listed
from dialogcli.dossier.model import Answer, NotApplicable, TableRows


def why_not(answer: Answer) -> str:
    """Sentences that go after `Risker saknas.`: `Här står bara frågan igen.`; '' when nothing is
    written, or all of it counts. Of a table they tell of its rows, also when others count.
    """
    if answer.instead:
        how = "Skälet är" if isinstance(answer.value, NotApplicable) else "Här står"
        return f"{how} bara {answer.instead}."
    if isinstance(answer.value, TableRows) and answer.field.key:
        return _of_rows(answer)
    if answer.filled:
        return ""
    return next(filter(None, map(why_not, answer.rows or answer.parts.values())), "")


def left_out(table: Answer) -> list[tuple[int, Answer]]:
    """The rows of a table in which something is written, but that do not count; from 1."""
    if not table.field.key or not isinstance(table.value, TableRows):
        return []
    rows = enumerate(table.rows, 1)
    return [(number, row) for number, row in rows if row.given and not row.filled]


def _of_rows(table: Answer) -> str:
    """`Rad 1 och 3 räknas inte, för där saknas Risk.`, a sentence for each that is lacking."""
    by_lack: dict[str, list[str]] = {}
    for number, row in left_out(table):
        labels = listed(cell.field.label for cell in row.lacking)
        by_lack.setdefault(labels, []).append(str(number))
    return " ".join(
        f"Rad {listed(numbers)} räknas inte, för där saknas {labels}."
        for labels, numbers in by_lack.items()
    )
