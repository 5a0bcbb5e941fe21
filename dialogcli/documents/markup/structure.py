"""Where in a document one is: below which heading, in which quote, list and division of the
template, and tables as grids of cells.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from markdown_it.token import Token

from dialogcli.base.words import is_number
from dialogcli.documents.markup.blocks import Block, Column, ListItem, Runs, Table
from dialogcli.documents.markup.marks import tone_of

NUMBERED, ANNEX = "numrerat", "bilaga"
"""The divisions in which headings of level 2 are numbered or begin a new page; every other division
is a style.
"""

DEEPEST = 6
"""The deepest level of heading; what would lie deeper becomes a paragraph in bold."""


@dataclass(slots=True)
class Outline:
    """`level` is that of the last heading. Of an answer, `floor` is the level that its headings lie
    below, and `steps` are the levels that they stand for; a template has no floor (0).
    """

    level: int = 0
    floor: int = 0
    steps: list[int] = field(default_factory=list)

    def level_of(self, written: int) -> int:
        """The level of a heading that is written as of another: never more than one step below the
        last.
        """
        if not self.floor:
            return written
        while self.steps and self.steps[-1] >= written:
            self.steps.pop()
        self.steps.append(written)
        return self.floor + len(self.steps)

    def in_answer(self) -> Outline:
        return Outline(self.level, max(self.level, 1))


@dataclass(slots=True)
class Divisions:
    """The divisions that are open, the outermost first."""

    names: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        self.names.append(name)

    def close(self) -> None:
        del self.names[-1:]

    @property
    def style(self) -> str:
        """The style of paragraphs, '' for body text."""
        return next((name for name in reversed(self.names) if name not in (NUMBERED, ANNEX)), "")

    def numbers(self, level: int) -> bool:
        """Whether headings of a level are numbered here."""
        return level == 2 and NUMBERED in self.names

    def breaks(self, level: int) -> bool:
        """Whether headings of a level begin a new page here."""
        return level == 2 and ANNEX in self.names

    def in_answer(self) -> Divisions:
        """Those that hold in an answer: its headings are not the template's."""
        return Divisions([name for name in self.names if name not in (NUMBERED, ANNEX)])


@dataclass(slots=True)
class _Series:
    """A list that is being read. `following` is the number that its next item would get."""

    ordered: bool
    number: int
    start: int
    following: int


@dataclass(slots=True)
class Lists:
    """Those that are open, the outermost first. `fresh` says that the next paragraph begins an
    item; `counter` tells the lists of a document apart.
    """

    series: list[_Series] = field(default_factory=list)
    fresh: bool = False
    counter: int = 0

    @property
    def depth(self) -> int:
        """How many lists lie around what is read."""
        return len(self.series)

    def open(self, ordered: bool, start: int) -> None:
        self.counter += 1
        self.series.append(_Series(ordered, self.counter, start, start))

    def close(self) -> None:
        self.series.pop()
        self.fresh = False

    def begin_item(self, written: str) -> None:
        """An ordered item that skips ahead (1, 2, 5) begins a new series, so that it keeps the
        number it was given.
        """
        self.fresh = True
        series = self.series[-1]
        if series.ordered and is_number(written) and int(written) > series.following:
            self.counter += 1
            self.series[-1] = series = _Series(True, self.counter, int(written), int(written))
        series.following += 1

    def item(self, runs: Runs) -> ListItem | None:
        """The item that begins with these runs; None where none is to begin."""
        if not (self.fresh and self.series):
            return None
        self.fresh = False
        series = self.series[-1]
        return ListItem(runs, self.depth, series.ordered, series.number, series.start)

    def around_answer(self) -> Lists:
        """The same, for an answer that brings lists of its own."""
        return Lists(list(self.series), self.fresh, self.counter)

    def after_answer(self, inner: Lists, *, begun: bool) -> None:
        """Go on after an answer; `begun` says that text of the template's stood before it in its
        paragraph.
        """
        self.counter = inner.counter
        self.fresh = self.fresh if begun else inner.fresh


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
