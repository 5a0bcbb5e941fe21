"""Tables in an interview: the rows there are, the menu below them, and how a column is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.base.characters import cut
from dialogcli.base.screen import Item, Line, Spoken, Table, line, table
from dialogcli.dossier.model import Answer
from dialogcli.interview.question import Question, answer_shown
from dialogcli.interview.signs import DONE, GO_BACK, KEEP, TAKE_AWAY, told

MISSING = "saknas"

WHICH_COLUMN = "Ändra vad?"

_TEXT = 12
"""What is longer than this in a column is text, and gives way."""

_HEADING = 10
"""A heading gives way down to this many characters, where nothing below it is longer."""

LAST_ROWS = 8
"""So many rows, the last ones, are shown after each change of a table."""

_NAME = 40
"""The most characters of a row's name in a question about it."""


def cells(row: Answer) -> list[str]:
    """What the columns of a row hold, `saknas` where nothing is given."""
    return [answer_shown(part) or MISSING for part in row.parts.values()]


def rows_table(rows: Sequence[Answer], last: int = 0) -> Table:
    """The rows under their headings, or only the `last` ones; `Rad 1. När: 2027-04-21. Vad:
    Utbildning.` to be listened to.

    Headings that are wider than what stands below them give way first, then texts; dates and
    numbers never.
    """
    heads = ["Nr", *(part.field.label for part in rows[0].parts.values())]
    numbered = [*enumerate(rows, 1)][-last:]
    below = [[str(number), *cells(row)] for number, row in numbered]
    longest = [max(map(len, column)) for column in zip(*below, strict=True)]
    columns = range(1, len(longest))
    wide = [(at, max(longest[at], _HEADING)) for at in columns if len(heads[at]) > longest[at]]
    texts = sorted((at for at in columns if longest[at] > _TEXT), key=longest.__getitem__)
    read_out = [
        f"Rad {number}. {' '.join(map(_said, row.parts.values()))}" for number, row in numbered
    ]
    return table([heads, *below], read_out, shrink=tuple(wide), right=(0,), indent=2, even=texts)


def begun(table: Answer | None) -> list[int]:
    """The numbers of rows that were left before their last column, which does not even stand there
    empty, or that lack what they are about.
    """
    rows = [row for row in table.rows if row.parts] if table else []
    return [number for number, row in enumerate(rows, 1) if is_half(row) or _lacks(row)]


def where_left(row: Answer) -> int:
    """The position (from 0) of the column to go on with: the one after the last that stands there;
    in a row that was gone through, the first that it lacks.
    """
    if not is_half(row):
        return list(row.parts).index(row.lacking[0].field.id)
    return max((at for at, part in enumerate(row.parts.values(), 1) if part.stands), default=0)


def is_half(row: Answer) -> bool:
    """Whether it was left before its last column."""
    return not list(row.parts.values())[-1].stands


def _lacks(row: Answer) -> bool:
    return row.given and not row.filled


def begun_line(number: int, row: Answer) -> str:
    """`Rad 2, Affischer i bussarna, är inte klar.`"""
    return f"{', '.join(filter(None, [f'Rad {number}', row_name(row)]))}, är inte klar."


def menu(rows: int) -> Spoken:
    """What can be typed below a table; one of the rows that are shown is the example."""
    if not rows:
        seen = told(("n", "ny rad"), DONE).seen
        return Spoken(seen, ("Skriv n för ny rad. Enter betyder klar.",))
    one = rows if rows > LAST_ROWS else min(rows, 2)
    change, remove = (str(one), f"ändra rad {one}"), (f"-{one}", f"ta bort rad {one}")
    heard = f"Skriv n för ny rad. {one} ändrar rad {one}. -{one} tar bort rad {one}."
    return Spoken(
        told(("n", "ny rad"), change, remove, DONE).seen, (f"{heard} Enter betyder klar.",)
    )


def menu_help() -> Line:
    """What more there is to know of the menu."""
    return line(
        "Ett nummer ändrar raden. Ett nummer med minus före tar bort den, och bara - hela tabellen. ",
        told(GO_BACK),
    )


def column_choice(labels: Sequence[str]) -> str:
    """`Ändra vad? 1 När, 2 Vad, 3 Vem, 4 Status: `."""
    numbered = (f"{number} {label}" for number, label in enumerate(labels, 1))
    return f"{WHICH_COLUMN} {', '.join(numbered)}: "


def now_items(column: Question) -> list[Item]:
    """What is there already, before a column is asked for."""
    if not column.answer:
        return []
    return [line(f"Nu: {column.answer}. ", told(KEEP, TAKE_AWAY), indent=2, hang=6)]


def column_prompt(column: Question, row: int, first: bool) -> str:
    """`Rad 2, Risk: ` at the start of a row, then `  Åtgärd: `; with how to answer a choice or a yes-or-no."""
    how = " (j/n)" if column.yes_or_no else f" (1-{len(column.choices)})" if column.choices else ""
    return f"Rad {row}, {column.field.label}{how}: " if first else f"  {column.field.label}{how}: "


def row_name(row: Answer) -> str:
    """What people would call a row: its first words that are no date, number or choice among few."""
    texts = [
        answer_shown(part)
        for part in row.parts.values()
        if isinstance(part.value, str) and not part.field.choices
    ]
    name = next((text for text in texts if text), "") or next(
        (text for text in cells(row) if text != MISSING), ""
    )
    return cut(name, _NAME)


def _said(part: Answer) -> str:
    text = answer_shown(part) or MISSING
    return f"{part.field.label}: {text}" + ("" if text.endswith((".", "?", "!")) else ".")
