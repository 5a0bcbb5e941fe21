"""Pictures that are tables: a time line, bars, a matrix of risks. Filters that turn the data of a
table into another.

Each says in text what it shows, so that it can be read aloud, and without colour. Where the data
for a picture are not there, the filter gives the table back as it is, or one without rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dialogcli.base.dates import MONTHS, Day
from dialogcli.base.words import listed
from dialogcli.documents.markup.marks import bar_mark, tone_mark
from dialogcli.documents.templating.answer_data import Data

ChartTable = dict[str, Data]
ChartRow = Mapping[str, Data]

_FEWEST = 3
"""The fewest rows that a picture says more about than the table."""

_LEVELS = (("liten", "låg"), ("måttlig", "medel"), ("stor", "hög"))
_RISKS = ("låg risk", "medelhög risk", "hög risk")
_DAY = 14
"""How wide a single day is drawn at least, in thousandths of the time line."""


def timeline(table: ChartTable) -> ChartTable:
    """The table with a column more, in which each row has a mark where its date lies and the name
    of the month.
    """
    days = [_day(row) for row in _rows(table)]
    known = [day for day in days if day]
    if len(known) < _FEWEST:
        return table
    start = min(day.first for day in known).replace(day=1)
    last = max(day.last for day in known)
    whole = (Day(last.year, last.month).last - start).days + 1
    head = f"Tidslinje, {_month(start, start.year != last.year)} till {_month(last, True)}"
    cells = [_moment(day, start, whole) if day else "" for day in days]
    rows: list[Data] = [
        {**row, "tidslinje": _cell(cell)} for row, cell in zip(_rows(table), cells, strict=True)
    ]
    return {**table, "columns": [*_columns(table), _head("tidslinje", head)], "rows": rows}


def bars(table: ChartTable, label: str, number: str) -> ChartTable:
    """A table of two columns: what is counted, and a bar with the figure. Without rows where too
    little is counted.
    """
    counted = [row for row in _rows(table) if label in row and _value(row, number)]
    most = max((int(_value(row, number)) for row in counted), default=0)
    if len(counted) < _FEWEST or most <= 0:
        return {**table, "rows": []}
    rows: list[Data] = [
        {label: row[label], number: _cell(_bar(int(_value(row, number)), most, _mark(row, number)))}
        for row in counted
    ]
    columns = [
        {**column, "figures": False}
        for column in _columns(table)
        if column["id"] in (label, number)
    ]
    return {**table, "columns": list(columns), "rows": rows, "sums": {}}


def numbered_rows(table: ChartTable) -> ChartTable:
    """The table with a first column that counts its rows."""
    rows: list[Data] = [
        {"nr": _cell(str(index)), **row} for index, row in enumerate(_rows(table), 1)
    ]
    return {**table, "columns": [_head("nr", "Nr"), *_columns(table)], "rows": rows}


def risk_matrix(table: ChartTable) -> ChartTable:
    """Which of the numbered risks are how likely and how grave; without rows where fewer than three
    are judged.
    """
    places = [(_level(row, "sannolikhet"), _level(row, "konsekvens")) for row in _rows(table)]
    judged = [place for place in places if min(place) >= 0]
    if len(judged) < _FEWEST:
        return {**table, "rows": []}
    columns: list[Data] = [
        _head("sannolikhet", "Sannolikhet"),
        *(_head(grave, f"{grave.capitalize()} konsekvens") for grave, _ in _LEVELS),
    ]
    rows: list[Data] = []
    for likely in (2, 1, 0):
        cells = {_LEVELS[grave][0]: _cell(_risk(likely, grave, places)) for grave in range(3)}
        rows.append({"sannolikhet": _cell(f"**{_LEVELS[likely][1].capitalize()}**"), **cells})
    return {**table, "columns": columns, "rows": rows, "sums": {}}


def _risk(likely: int, grave: int, places: Sequence[tuple[int, int]]) -> str:
    """`hög risk: nr 1 och 4`, on a ground that is the darker the graver it is."""
    weight = max(0, min(likely + grave - 1, 2))
    here = [str(number) for number, place in enumerate(places, 1) if place == (likely, grave)]
    numbers = f"**nr {listed(here)}**" if here else "ingen"
    return f"{tone_mark(weight + 1)}{_RISKS[weight].capitalize()}: {numbers}"


def _level(row: ChartRow, column: str) -> int:
    value = _value(row, column)
    return next((index for index, words in enumerate(_LEVELS) if value in words), -1)


def _moment(day: Day, start: date, whole: int) -> str:
    """A mark from the first to the last day that is meant, and beside it the month, on the side
    with more room.
    """
    first = 1000 * (day.first - start).days // whole
    last = max(1000 * ((day.last - start).days + 1) // whole, first + _DAY)
    name = MONTHS[day.month - 1]
    mark = bar_mark(min(first, 1000 - _DAY), min(last, 1000))
    return f"{mark} {name}" if first < 500 else f"{name} {mark}"


def _bar(number: int, most: int, mark: str) -> str:
    """The bar leaves room for the figure after it."""
    return f"{bar_mark(0, 820 * max(number, 0) // most)} {mark}"


def _month(day: date, year: bool) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}" if year else MONTHS[day.month - 1]


def _day(row: ChartRow) -> Day | None:
    value = _value(row, "datum")
    return Day(*map(int, value.split("-"))) if value else None


def _head(id_: str, label: str) -> Data:
    return {"id": id_, "label": label, "type": "text", "figures": False, "choices": []}


def _cell(markdown: str) -> Data:
    return {"mark": markdown, "type": "text", "filled": True, "value": ""}


def _rows(table: ChartTable) -> list[dict[str, Data]]:
    rows = table["rows"]
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _columns(table: ChartTable) -> list[dict[str, Data]]:
    columns = table["columns"]
    return (
        [column for column in columns if isinstance(column, dict)]
        if isinstance(columns, list)
        else []
    )


def _value(row: ChartRow, column: str) -> str:
    cell = row.get(column)
    return str(cell.get("value", "")) if isinstance(cell, dict) else ""


def _mark(row: ChartRow, column: str) -> str:
    cell = row.get(column)
    return str(cell["mark"]) if isinstance(cell, dict) else ""
