"""`count`: the number of rows or files, or of different values in a column, is within bounds."""

from __future__ import annotations

import sys

from dialogcli.base.words import count as counted
from dialogcli.base.words import listed
from dialogcli.checking.view import Fault, RuleView, matching
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import Answer

NO_LIMIT = sys.maxsize


def judge(scene: RuleView) -> list[Fault] | None:
    """Rows are those that meet `where`; with `distinct`, its different values are counted. A table
    in each of several files is judged in each of them.
    """
    tables = scene.tables_at(scene.rule.fields[0])
    judged = [table for table in tables if table.filled or scene.has_moment]
    if not judged:
        return None
    return [fault for table in judged for fault in _faults(scene, table)]


def _faults(scene: RuleView, table: Answer) -> list[Fault]:
    number = _number(scene, table)
    least, most = scene.rule.number("min"), scene.rule.number("max", NO_LIMIT)
    if table.excused or least <= number <= most:
        return []
    bound = f"Minst {least} behövs." if number < least else f"Högst {most} får finnas."
    told = f"{table.field.name}: {_counted(scene, table, number)}. {bound} {why_not(table)}"
    return [Fault(told.rstrip(), table.path, table.place)]


def _number(scene: RuleView, table: Answer) -> int:
    rows = matching(scene.rows(table, scene.rule.fields[0]), scene.rule.pairs("where"))
    if distinct := scene.rule.text("distinct"):
        return len(_different(rows, distinct))
    return len(rows)


def _different(rows: list[Answer], column: str) -> set[str]:
    """The different values in a column; a cell can hold several."""
    cells = [cell for row in rows if (cell := row.part(column))]
    return {one.text for cell in cells for one in cell.rows or (cell,) if one.filled}


def _counted(scene: RuleView, table: Answer, number: int) -> str:
    """`1 rad`, `2 rader med "Hörs sällan": ja`, `0 filer`, `1 olika i kolumnen "Metod"`."""
    columns, of_files = table.field.parts, "." not in table.path
    if distinct := scene.rule.text("distinct"):
        where_it_stands = "fältet" if of_files else "kolumnen"
        return f'{number} olika i {where_it_stands} "{columns[distinct].label}"'
    rows = counted(number, "fil", "filer") if of_files else counted(number, "rad", "rader")
    if where := scene.rule.pairs("where"):
        wanted = [
            f'"{columns[column].label}": {listed(values, "eller")}'
            for column, values in where.items()
        ]
        return f"{rows} med {listed(wanted)}"
    return rows
