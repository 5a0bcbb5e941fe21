"""`required`: the fields are filled in; with `*`, at least one row or file and none lacks it."""

from __future__ import annotations

from dialogcli.checking.view import Fault, RuleView
from dialogcli.dossier.model import Answer


def judge(scene: RuleView) -> list[Fault] | None:
    """A table without rows is one fault, not one for each column."""
    faults: list[Fault] = []
    judged = False
    for path in scene.rule.fields:
        found = _answers(scene, path)
        judged = judged or bool(found)
        faults += [
            Fault.missing(scene.name_of(answer), answer.path, answer.place)
            for answer in found
            if not answer.filled
        ]
    return list(dict.fromkeys(faults)) if judged else None


def _answers(scene: RuleView, path: str) -> list[Answer]:
    """The answers wanted: of a table that is empty or does not apply, the table itself."""
    tables = scene.tables_through(path)
    without_rows = [table for table in tables if not table.filled or table.excused]
    return without_rows + scene.select(path)
