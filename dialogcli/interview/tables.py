"""Tables in an interview: the rows there are, the menu below them, and how a column is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.dossier.model import Answer
from dialogcli.interview.question import Question, shown
from dialogcli.interview.signs import DONE, GO_BACK, KEEP, TAKE_AWAY, told
from dialogcli.model.layout import cut, wrapped

MISSING = "saknas"

WHICH_COLUMN = "Ändra vad?"

_NAME = 40
"""The most characters of a row's name in a question about it."""


def cells(row: Answer) -> list[str]:
    """What the columns of a row hold, `saknas` where nothing is given."""
    return [shown(part) or MISSING for part in row.parts.values()]


def row_sentences(rows: Sequence[Answer], width: int) -> list[str]:
    """`Rad 1. När: 2027-04-21. Vad: Utbildning.`: a row as it can be read aloud."""
    return [
        wrapped(f"Rad {number}. {' '.join(_said(part) for part in row.parts.values())}", width)
        for number, row in enumerate(rows, 1)
    ]


def begun(table: Answer | None) -> list[int]:
    """The numbers of rows that were left before their last column: it does not even stand there
    empty.
    """
    rows = [row for row in table.rows if row.parts] if table else []
    return [number for number, row in enumerate(rows, 1) if not list(row.parts.values())[-1].stands]


def where_left(row: Answer) -> int:
    """The position (from 0) of the column to go on with: the one after the last that stands there."""
    return max((at for at, part in enumerate(row.parts.values(), 1) if part.stands), default=0)


def begun_line(number: int, row: Answer) -> str:
    """`Rad 2, Affischer i bussarna, är inte klar.`"""
    return f"{', '.join(filter(None, [f'Rad {number}', row_name(row)]))}, är inte klar."


def menu(rows: int, linear: bool) -> str:
    """What can be typed below a table; one of the rows is the example."""
    example = min(rows, 2)
    if not rows:
        return (
            "Skriv n för ny rad. Enter betyder klar."
            if linear
            else told(("n", "ny rad"), DONE, linear=False)
        )
    if linear:
        return (
            f"Skriv n för ny rad. {example} ändrar rad {example}. -{example} tar bort rad {example}. "
            "Enter betyder klar."
        )
    return told(
        ("n", "ny rad"),
        (str(example), f"ändra rad {example}"),
        (f"-{example}", f"ta bort rad {example}"),
        DONE,
        linear=False,
    )


def menu_help(linear: bool) -> str:
    """What more there is to know of the menu."""
    return f"Ett nummer ändrar raden. Ett nummer med minus före tar bort den. {told(GO_BACK, linear=linear)}"


def column_choice(labels: Sequence[str]) -> str:
    """`Ändra vad? 1 När, 2 Vad, 3 Vem, 4 Status: `."""
    numbered = (f"{number} {label}" for number, label in enumerate(labels, 1))
    return f"{WHICH_COLUMN} {', '.join(numbered)}: "


def now_lines(column: Question, width: int, linear: bool = False) -> list[str]:
    """What is there already, before a column is asked for."""
    if not column.answer:
        return []
    return [wrapped(f"Nu: {column.answer}. {told(KEEP, TAKE_AWAY, linear=linear)}", width, 2, 6)]


def column_prompt(column: Question, row: int, first: bool) -> str:
    """`Rad 2, Risk: ` at the start of a row, then `  Åtgärd: `; with how to answer a choice or a yes-or-no."""
    how = " (j/n)" if column.yes_or_no else f" (1-{len(column.choices)})" if column.choices else ""
    return f"Rad {row}, {column.field.label}{how}: " if first else f"  {column.field.label}{how}: "


def row_name(row: Answer) -> str:
    """What people would call a row: its first words that are no date, number or choice among few."""
    texts = [
        shown(part)
        for part in row.parts.values()
        if isinstance(part.value, str) and not part.field.choices
    ]
    name = next((text for text in texts if text), "") or next(
        (text for text in cells(row) if text != MISSING), ""
    )
    return cut(name, _NAME)


def _said(part: Answer) -> str:
    text = shown(part) or MISSING
    return f"{part.field.label}: {text}" + ("" if text.endswith((".", "?", "!")) else ".")
