"""`count`: the number of rows, or of different values in a column, is within bounds."""

from __future__ import annotations

import sys

from dialogcli.base.words import count as counted
from dialogcli.base.words import listed
from dialogcli.checking.view import Fault, RuleView, matching
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import Answer

NO_LIMIT = sys.maxsize


def judge(scene: RuleView) -> list[Fault] | None:
    """Rows are those that meet `where`; with `distinct`, its different values are counted."""
    path = scene.rule.fields[0]
    tables = scene.select(path)
    if not tables:
        return None
    table = tables[0]
    if not scene.has_moment and not table.filled:
        return None
    number = _number(scene, table)
    least, most = scene.rule.number("min"), scene.rule.number("max", NO_LIMIT)
    if table.excused or least <= number <= most:
        return []
    bound = f"Minst {least} behövs." if number < least else f"Högst {most} får finnas."
    told = f"{table.field.name}: {_counted(scene, table, number)}. {bound} {why_not(table)}"
    return [Fault(told.rstrip(), table.path, table.place)]


def _number(scene: RuleView, table: Answer) -> int:
    rows = matching([row for row in table.rows if row.filled], scene.rule.pairs("where"))
    if distinct := scene.rule.text("distinct"):
        return len({cell.text for row in rows if (cell := row.part(distinct)) and cell.filled})
    return len(rows)


def _counted(scene: RuleView, table: Answer, number: int) -> str:
    """`1 rad`, `2 rader med "Hörs sällan": ja`, `1 olika i kolumnen "Metod"`."""
    columns = table.field.parts
    if distinct := scene.rule.text("distinct"):
        return f'{number} olika i kolumnen "{columns[distinct].label}"'
    if where := scene.rule.pairs("where"):
        wanted = [
            f'"{columns[column].label}": {listed(values, "eller")}'
            for column, values in where.items()
        ]
        return f"{counted(number, 'rad', 'rader')} med {listed(wanted)}"
    return counted(number, "rad", "rader")
