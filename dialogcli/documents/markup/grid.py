"""Tables: Markdown's flat tokens as a grid of cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from markdown_it.token import Token

from dialogcli.documents.markup.blocks import Block, Column, Runs, Table
from dialogcli.documents.markup.marks import tone_of

Cell: TypeAlias = tuple[Block, ...]


def read_table(tokens: Sequence[Token], caption: Runs, read_cell: Callable[[Token], Cell]) -> Table:
    """The table of some tokens; `read_cell` reads the inside of one cell."""
    rows: list[list[Cell]] = []
    tones: list[list[int]] = []
    right: list[bool] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
            tones.append([])
        if before.type in ("th_open", "td_open"):
            rows[-1].append(read_cell(token))
            tones[-1].append(tone_of(token.content))
        if before.type == "th_open":
            right.append("right" in str(before.attrs.get("style", "")))
    columns = tuple(
        Column(_runs(cell), to_right) for cell, to_right in zip(rows[0], right, strict=True)
    )
    toned = tuple(map(tuple, tones[1:])) if any(map(any, tones)) else ()
    return Table(columns, tuple(tuple(row) for row in rows[1:]), caption, toned)


def _runs(cell: Cell) -> Runs:
    return tuple(run for block in cell if not isinstance(block, Table) for run in block.runs)
