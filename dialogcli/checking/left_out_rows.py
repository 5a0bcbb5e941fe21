"""Rows in which something is written, but not what they are about. They are no answer, and what
stands in them must not be passed over in silence: a varning, where no rule tells of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dialogcli.base.findings import Finding, Severity
from dialogcli.base.words import listed
from dialogcli.checking.remedies import remedy_at
from dialogcli.dossier.left_out import left_out
from dialogcli.dossier.model import Answer, Dossier

LEFT_OUT = "ofullständig-rad"


def left_out_rows(dossier: Dossier, told: Collection[Finding]) -> Iterator[Finding]:
    """One for each row, at the first cell that it lacks. `told` is what rules have found."""
    known = {(one.place.file, one.path) for one in told}
    for file in dossier.all_files():
        for table in file.answers.values():
            for number, row in left_out(table):
                paths = [table.path, *(cell.path for cell in row.lacking)]
                if not any((file.file, path) in known for path in paths):
                    yield _finding(dossier, table, number, row)


def _finding(dossier: Dossier, table: Answer, number: int, row: Answer) -> Finding:
    first = row.lacking[0]
    labels = listed(cell.field.label for cell in row.lacking)
    return Finding(
        LEFT_OUT,
        Severity.VARNING,
        f"{table.field.name}: rad {number} räknas inte, för där saknas {labels}.",
        first.place,
        first.path,
        remedy=remedy_at(dossier, first),
    )
