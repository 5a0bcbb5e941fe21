"""What a document consists of, between Markdown and Word: headings, paragraphs, list items and
tables, in order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: what an answer calls its file, and the text for those who do not see it.

    `answer` is the path of that answer, '' for a picture of a template: two answers can mean
    different files by a name.
    """

    source: str
    text: str
    answer: str = ""


class Run(NamedTuple):
    """A piece of text that looks the same throughout; in `text` a line feed is a line break and a
    tab a tab.

    `gap` marks the place of something that is missing. A `bar` has no text: it runs from and to so
    many thousandths of the width of its cell. An `image` has none either.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    gap: bool = False
    bar: tuple[int, int] | None = None
    image: Image | None = None

    @property
    def drawn(self) -> bool:
        """Whether it is something else than text."""
        return self.bar is not None or self.image is not None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1. A numbered one gets its number from Word; `new_page`: it
    begins one.
    """

    level: int
    runs: Runs
    numbered: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`style` is a style's name, '' for body text. `depth` is that of the list item which it
    continues, 0 for none.
    """

    runs: Runs
    style: str = ""
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """The first paragraph of a list item. `series` tells the lists of a document apart; `start` is
    its first number.
    """

    runs: Runs
    depth: int
    ordered: bool
    series: int
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; figures stand to the right."""

    runs: Runs
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with its own blocks (never a table). Every row has a cell for every
    column.

    `tones` says of every cell how dark it is, 0 to 3; it is empty when no cell is.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    caption: Runs = ()
    tones: tuple[tuple[int, ...], ...] = ()


Block: TypeAlias = Heading | Paragraph | ListItem | Table


def plain_runs(runs: Runs) -> str:
    """The text of some runs."""
    return "".join(run.text for run in runs)


def text_of(block: Block) -> str:
    """All text of a block, the cells of a table in reading order."""
    if isinstance(block, Table):
        heads = [plain_runs(block.caption), *(plain_runs(column.runs) for column in block.columns)]
        return "\n".join(
            heads + [text_of(inner) for row in block.rows for cell in row for inner in cell]
        )
    return plain_runs(block.runs)


def runs_of(blocks: Iterable[Block]) -> Iterable[Run]:
    """Every run of some blocks, in reading order."""
    for block in blocks:
        if isinstance(block, Table):
            yield from block.caption
            for column in block.columns:
                yield from column.runs
            yield from runs_of(inner for row in block.rows for cell in row for inner in cell)
        else:
            yield from block.runs
