"""Rows of a spreadsheet that are pasted where a table is asked for: cells with tabs between them. All
of them are taken, or none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from dialogcli.base.findings import Place
from dialogcli.base.words import count, listed, same_word
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import readable
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import Question, question_about
from dialogcli.rulebook.model import Field
from dialogcli.yamltext.nodes import Plain

CELL_END = "\t"


class RowsPastedError(Exception):
    """What was typed for a cell is whole rows. `text` is all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Pasted(NamedTuple):
    """The rows, column -> value; or what is wrong with them, in sentences with row and column."""

    rows: tuple[dict[str, Plain], ...]
    wrong: tuple[str, ...]


def read_rows(dossier: Dossier, table: Question, text: str, today: date) -> Pasted:
    """The rows of a text, in the order of the table's columns; a first row with their names is left
    out.
    """
    columns = list(table.field.parts.values())
    lines = _cells(text)
    if lines and _is_heading(lines[0], columns):
        del lines[0]
    rows: list[dict[str, Plain]] = []
    wrong: list[str] = []
    for number, cells in enumerate(lines, 1):
        if len(cells) > len(columns):
            has = f"Rad {number} har {len(cells)} kolumner."
            wrong.append(f"{has} Tabellen har {len(columns)}: {listed(_labels(columns))}.")
            continue
        row: dict[str, Plain] = {}
        for column, cell in zip(columns, cells, strict=False):
            first = column is columns[0]
            value = _value(dossier, table, column, cell, today) if cell or first else ""
            if isinstance(value, Refusal):
                wrong.append(f"Rad {number}, {column.label}: {value.text}")
            elif value:
                row[column.id] = value
        rows.append(row)
    return Pasted(tuple(rows), tuple(wrong))


def about_rows(table: Question, rows: Sequence[dict[str, Plain]]) -> str:
    """`4 rader med 3 kolumner. Den första blir: Datum 2027-03-29, Vad Affischer i bussarna.`"""
    widest = max(map(len, rows))
    many = f"{count(len(rows), 'rad', 'rader')} med {count(widest, 'kolumn', 'kolumner')}."
    first = [
        f"{table.field.parts[name].label} {readable(value)}" for name, value in rows[0].items()
    ]
    which = "Den första blir" if len(rows) > 1 else "Den blir"
    return f"{many} {which}: {', '.join(first)}."


def _cells(text: str) -> list[list[str]]:
    """A cell with a line break in it has quotation marks around it."""
    read = csv.reader(io.StringIO(text, newline=""), delimiter=CELL_END)
    rows = [[cell.strip() for cell in row] for row in read]
    return [_without_empty_end(row) for row in rows if any(row)]


def _without_empty_end(row: list[str]) -> list[str]:
    while len(row) > 1 and not row[-1]:
        row = row[:-1]
    return row


def _is_heading(cells: list[str], columns: list[Field]) -> bool:
    return len(cells) == len(columns) and all(map(same_word, cells, _labels(columns)))


def _labels(columns: list[Field]) -> list[str]:
    return [column.label for column in columns]


def _value(
    dossier: Dossier, table: Question, column: Field, cell: str, today: date
) -> Plain | Refusal:
    if not cell:
        return Refusal("Svaret saknas.")
    answer = Answer(f"{table.path}.1.{column.id}", column, Place(""))
    return parse_answer(replace(question_about(dossier, answer), on_screen=False), cell, today)
