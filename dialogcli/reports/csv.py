"""Rows for a spreadsheet, which must show them as they are and calculate nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dialogcli.model.text import shown

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, semicolons and CRLF, as Swedish Excel opens it; every cell on
    one line.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_cell(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A text that could be a formula begins with an apostrophe, which says that it is text."""
    return f"'{shown(text)}" if text.startswith(_FORMULA) else shown(text)
