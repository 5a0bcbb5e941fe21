"""`required`: the fields are filled in; with `*`, at least one row or file and none lacks it."""

from __future__ import annotations

from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.left_out import left_out
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """A table without rows is one fault, not one for each column."""
    faults: list[Fault] = []
    judged = False
    for path in scene.rule.fields:
        found = _answers(scene, path)
        judged = judged or bool(found)
        faults += [
            Fault.missing(scene.name_of(answer), answer) for answer in found if not answer.filled
        ]
    return list(dict.fromkeys(faults)) if judged else None


def _answers(scene: RuleView, path: str) -> list[Answer]:
    """The answers wanted: of a table that is empty or does not apply, the table itself. A row that
    does not count lacks what it is about, whichever column is asked for.
    """
    found = [one for answer in scene.select(path) for one in _cells(answer)]
    tables = scene.tables_through(path)
    if not tables:
        return found
    without_rows = [table for table in tables if table.excused or _is_empty(table)]
    lacking = [cell for table in tables if not table.excused for cell in _lacking(table)]
    return [*without_rows, *found, *lacking]


def _is_empty(table: Answer) -> bool:
    return not table.filled and not left_out(table)


def _cells(answer: Answer) -> list[Answer]:
    """Of a table in which no row counts what its rows lack, else the answer itself."""
    return [answer] if answer.filled else _lacking(answer) or [answer]


def _lacking(table: Answer) -> list[Answer]:
    return [cell for _, row in left_out(table) for cell in row.lacking]
