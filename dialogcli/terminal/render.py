"""A screen as the lines of a terminal: what fits beside what, where lines break, what has colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from dialogcli.base.characters import harmless
from dialogcli.base.dates import MONTHS
from dialogcli.base.screen import (
    Command,
    Item,
    Kept,
    Line,
    Parts,
    Rows,
    Screen,
    Spoken,
    Table,
    Tone,
    command_text,
)

WIDTH = 80
"""The most characters that a line of text takes (tables may take more)."""

TABLE_WIDTH = 100
"""The most characters that a line of a table takes."""

NARROW = 60
"""In a window narrower than this a table is hard to follow, and is read out."""

_LEAST = 20
"""No line is broken at less than this."""

_LEAST_COLUMN = 12
"""No column that shares the room with others is made narrower than this."""

_BETWEEN = 2
"""The blanks between the columns of a table."""

_CUT = " ..."
_KEPT = "\N{NO-BREAK SPACE}"
_KEPT_TOGETHER = re.compile(
    rf"[0-9]{{1,2}} (?:{'|'.join(MONTHS)})(?: [0-9]{{4}})?|§§? [0-9]+|kl\. [0-9]"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?: kronor)?|[0-9]+ kronor"
)
"""What no line break goes through: a date, a § with its number, a time, an amount."""

_BLANKS = str.maketrans(dict.fromkeys("\n\x0b\x0c\r", " "))
_RUN = re.compile(r" +|[^ ]+")
_UNSURE = re.compile("[^\u0000-\u02ff\u2010-\u2027]")
"""Characters whose width has to be looked up: beyond Latin letters and the dashes and quotation
marks of print.
"""

_SEQUENCES = {
    Tone.FAULT: "31",
    Tone.STOP: "1;31",
    Tone.WARNING: "33",
    Tone.NOTE: "36",
    Tone.GOOD: "32",
}

Piece: TypeAlias = tuple[str, Tone | None]
Cell: TypeAlias = list[Piece]


class Medium(NamedTuple):
    """The terminal that a screen is for. `linear`: it is read out, line by line. `folder` is the
    dossier's as it was typed, '' when none was.
    """

    columns: int = WIDTH
    linear: bool = False
    colour: bool = False
    folder: str = ""

    @property
    def width(self) -> int:
        """The most columns of a sentence."""
        return min(self.columns, WIDTH)

    @property
    def table_width(self) -> int:
        """The most columns of a table."""
        return min(self.columns, TABLE_WIDTH)

    @property
    def reads_out(self) -> bool:
        """Whether a table becomes sentences."""
        return self.linear or self.columns < NARROW


class _Word(NamedTuple):
    """What no line break goes through, and how many blanks stand before it."""

    blanks: int
    pieces: Cell


def rendered(screen: Screen, medium: Medium) -> str:
    """The whole screen, without a line feed at its end.

    What could act on the terminal is written out before anything is painted.
    """
    paragraphs = (
        "\n".join(text for item in paragraph for text in _lines(item, medium))
        for paragraph in screen
    )
    return "\n\n".join(paragraphs)


def width_of(text: str) -> int:
    """How many columns a text takes."""
    if not _UNSURE.search(text):
        return len(text)
    from wcwidth import wcswidth  # its tables cost more to load than most screens to draw

    return max(wcswidth(text), 0)


def folded(text: str, width: int, indent: int = 0, hang: int = 0) -> list[str]:
    """A text in lines of at most `width` columns, for what draws itself on the terminal."""
    found = _wrapped(_words((text,), Medium()), width, indent, hang)
    return [_painted(one, colour=False) for one in found]


def _lines(item: Item, medium: Medium) -> Iterable[str]:
    if isinstance(item, Line):
        hang = item.indent if item.hang is None else item.hang
        found = _wrapped(_words(item.parts, medium), medium.width, item.indent, hang)
        return [_painted(one, medium.colour, bold=item.heading) for one in found]
    if item.read_out and medium.reads_out:
        found = _read_out(item.read_out, medium)
    elif isinstance(item, Rows):
        found = _labelled(item, medium)
    else:
        found = _tabular(item, medium)
    return [_painted(one, medium.colour) for one in found]


def _read_out(sentences: Sequence[Parts], medium: Medium) -> list[Cell]:
    return [
        one
        for sentence in sentences
        for one in _wrapped(_words(sentence, medium), medium.table_width, 0, 2)
    ]


def _labelled(item: Rows, medium: Medium) -> list[Cell]:
    """Labels with their values in a column."""
    labels = [_cell(label, medium) for label, _ in item.rows]
    longest = max([item.labels, *map(_width, labels)])
    width = medium.table_width if item.wide else medium.width
    column = item.indent + longest + item.gap
    found: list[Cell] = []
    for label, (_, value) in zip(labels, item.rows, strict=True):
        first, *others = _wrapped(_words(value, medium), width, column, column) or [[]]
        padded = [(" " * item.indent, None), *_padded(label, longest + item.gap), *first[1:]]
        found += [_stripped(padded), *others]
    return found


def _tabular(item: Table, medium: Medium) -> list[Cell]:
    """Cells under each other, those that must be cut cut."""
    cells = [[_cell(parts, medium) for parts in row] for row in item.rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for column, least in item.shrink:
        if (excess := _excess(widths, item, medium)) > 0:
            widths[column] = max(min(widths[column], least), widths[column] - excess)
    _share(widths, item, medium)
    if _excess(widths, item, medium) > 0:
        if item.stacks:
            return _stacked(item, medium)
        if item.read_out:
            return _read_out(item.read_out, medium)
    return [_row(row, widths, item) for row in cells]


def _excess(widths: Sequence[int], item: Table, medium: Medium) -> int:
    """How many columns a table is too wide."""
    return item.indent + sum(widths) + _BETWEEN * (len(widths) - 1) - medium.table_width


def _share(widths: list[int], item: Table, medium: Medium) -> None:
    """The longest of the columns that share the room give way, until all have it."""
    for _ in range(_excess(widths, item, medium) if item.even else 0):
        longest = max(item.even, key=widths.__getitem__)
        if widths[longest] > _LEAST_COLUMN:
            widths[longest] -= 1


def _row(cells: Sequence[Cell], widths: Sequence[int], item: Table) -> Cell:
    found: Cell = [(" " * item.indent, None)]
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        shown = _cut(cell, width)
        if column:
            found.append((" " * _BETWEEN, None))
        found += _padded(shown, width, right=column in item.right)
    return _stripped(found)


def _stacked(item: Table, medium: Medium) -> list[Cell]:
    """The last cell of each row below the one before it."""
    rows: list[tuple[Parts, Parts]] = []
    for *first, above, below in item.rows:
        label = tuple(part for parts in first for part in parts)
        rows.append((label, above))
        if below:
            rows.append(((), below))
    return _labelled(Rows(tuple(rows), item.indent, _BETWEEN), medium)


def _words(parts: Parts, medium: Medium) -> list[_Word]:
    """The words of a sentence. What has no blank between it hangs together: `(plats).`"""
    found: list[_Word] = []
    blanks = 0
    for part in _for(parts, medium):
        for text, tone in _pieces(part, medium.folder):
            for run in _RUN.findall(text):
                if run[0] == " ":
                    blanks += len(run)
                    continue
                if blanks or not found:
                    found.append(_Word(blanks, []))
                found[-1].pieces.append((run, tone))
                blanks = 0
    return found


def _for(parts: Parts, medium: Medium) -> Iterator[str | Kept | Command]:
    """The parts in the words that are for this medium."""
    for part in parts:
        if isinstance(part, Spoken):
            yield from part.heard if medium.linear else part.seen
        else:
            yield part


def _pieces(part: str | Kept | Command, folder: str) -> list[Piece]:
    """A part with its blanks marked that no line may be broken at, and nothing in it that acts."""
    if isinstance(part, str):
        text = harmless(part.expandtabs().translate(_BLANKS))
        return [(_KEPT_TOGETHER.sub(lambda match: _kept(match[0]), text), None)]
    if isinstance(part, Command):
        return [(_kept(harmless(command_text(part, folder).translate(_BLANKS))), None)]
    return _toned(part)


def _toned(kept: Kept) -> list[Piece]:
    text = _kept(harmless(kept.text.expandtabs().translate(_BLANKS)))
    end = kept.toned if kept.tone and kept.toned else len(text)
    return [piece for piece in ((text[:end], kept.tone), (text[end:], None)) if piece[0]]


def _kept(text: str) -> str:
    return text.replace(" ", _KEPT)


def _wrapped(words: Sequence[_Word], width: int, indent: int, hang: int) -> list[Cell]:
    """Lines of whole words; one that is longer than the line stands alone. Each begins with its
    indent.
    """
    found: list[Cell] = []
    used = 0
    for word in words:
        size = _width(word.pieces)
        if found and used + word.blanks + size <= max(width, _LEAST):
            found[-1] += [(" " * word.blanks, None), *word.pieces]
            used += word.blanks + size
        else:
            start = hang if found else indent
            found.append([(" " * start, None), *word.pieces])
            used = start + size
    return found


def _cell(parts: Parts, medium: Medium) -> Cell:
    return [piece for part in _for(parts, medium) for piece in _pieces(part, medium.folder)]


def _width(cell: Cell) -> int:
    return sum(width_of(text) for text, _ in cell)


def _padded(cell: Cell, width: int, right: bool = False) -> Cell:
    blanks = (" " * (width - _width(cell)), None)
    return [blanks, *cell] if right else [*cell, blanks]


def _cut(cell: Cell, width: int) -> Cell:
    """At most so many columns; what is cut off shows as ` ...`."""
    if _width(cell) <= width:
        return cell
    left = width - len(_CUT)
    found: Cell = []
    for text, tone in cell:
        head = text[: max(left, 0)]  # a long text is not measured once for each of its characters
        while head and width_of(head) > left:
            head = head[:-1]
        found.append((head, tone))
        left -= width_of(head)
    return [*_stripped(found), (_CUT, None)]


def _stripped(cell: Cell) -> Cell:
    """Without the blanks at its end."""
    found = list(cell)
    while found:
        text, tone = found.pop()
        if text := text.rstrip():
            return [*found, (text, tone)]
    return found


def _painted(cell: Cell, colour: bool, bold: bool = False) -> str:
    if not colour:
        return "".join(text for text, _ in cell).replace(_KEPT, " ")
    painted = "".join(
        f"\x1b[{_SEQUENCES[tone]}m{text}\x1b[0m" if tone else text for text, tone in cell
    )
    return (f"\x1b[1m{painted}\x1b[0m" if bold else painted).replace(_KEPT, " ")
