"""Tables in an interview: the rows there are, and how a column is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.dossier.model import Answer, Parts
from dialogcli.interview.question import Question, shown
from dialogcli.interview.wording import choice_lines
from dialogcli.model.layout import wrapped


def row_lines(rows: Sequence[Answer], width: int) -> list[str]:
    """One line or more for each row: its number and what its columns hold."""
    return [line for number, row in enumerate(rows, 1)
            for line in wrapped(f"{number:>2}  {_in_words(row)}", width, 2, 6).split("\n")]


def column_lines(column: Question, width: int) -> list[str]:
    """What stands before a column is asked for: its choices, if it has any."""
    return choice_lines(column, width)


def column_prompt(column: Question, row: int, first: bool) -> str:
    """`Rad 2, Risk: ` at the start of a row, then `  Åtgärd: `; with how to answer a choice or a yes-or-no."""
    how = " (j/n)" if column.yes_or_no else f" (1-{len(column.choices)})" if column.choices else ""
    return f"Rad {row}, {column.field.label}{how}: " if first else f"  {column.field.label}{how}: "


def _in_words(row: Answer) -> str:
    return ", ".join(filter(None, map(shown, row.value.answers.values()))) if isinstance(row.value, Parts) else ""
