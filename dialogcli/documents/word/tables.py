"""Tables that a screen reader can read: a marked header row, no merged cells, a caption, and
columns as wide as what stands in them needs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogcli.documents.markup.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
    plain_runs,
    runs_of,
    text_of,
)
from dialogcli.documents.word.paragraphs import Writer
from dialogcli.documents.word.xml import Element, copy_below, fragment, sub

_NARROW = frozenset("iljtfr.,:;!|'()[] -\u00a0")
_WIDE = frozenset("mwMWÅÄÖOQGD@%&")
_EM = 186
"""The size of letters that all sums here are made with, in twentieths of a point."""

_HEAD_LINES = 2.5
"""About how many lines the head of a column may take."""

_BOLD = 1.08
"""How much wider the words of a head are, which is in bold."""

_BREAK = re.compile(r"[ \n\t]+|(?<=[^\W\d]-)(?=[^\W\d])")

CELL_MARGINS = 216
"""What a cell keeps free to the left and right of its text, in twentieths of a point: Word's own."""

_CELL_PADDING = CELL_MARGINS + 24
"""The same with something to spare: the widths of letters are rough."""

_BARS = 0.42
"""The least part of a table's width that a column with bars gets."""


def column_widths(table: Table, width: int, size: int = _EM) -> list[int]:
    """The widths of the columns, which make up `width` exactly, with letters of a size (twentieths
    of a point).
    """
    return _exactly([one * size / _EM for one in _widths(table, round(width * _EM / size))], width)


def _widths(table: Table, width: int) -> list[int]:
    bars = [index for index in range(len(table.columns)) if _has_bars(table, index)]
    if len(bars) != 1 or len(table.columns) == 1:
        return _by_text(table, width)
    others = _without(table, bars[0])
    wanted = 0.0
    for index, column in enumerate(others.columns):
        wanted += max(_length(text) for text in _texts(others, index, column))
    room = max(int(width * _BARS), int(width - wanted))
    widths = _by_text(others, width - room)
    return [*widths[: bars[0]], room, *widths[bars[0] :]]


def _has_bars(table: Table, index: int) -> bool:
    return any(run.bar for row in table.rows for run in runs_of(row[index]))


def _without(table: Table, index: int) -> Table:
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _by_text(table: Table, width: int) -> list[int]:
    """Widths after the texts: whole lines if all fit, else at least whole words if those fit."""
    columns = [_texts(table, index, column) for index, column in enumerate(table.columns)]
    lengths = [list(map(_length, texts)) for texts in columns]
    most = [max(head * _BOLD, head, *cells) for head, *cells in lengths]
    wanted = sum(most)
    if wanted <= width:
        return _exactly([one + (width - wanted) * one / wanted for one in most], width)
    least = [
        min(_narrowest(texts, head), width / 2)
        for texts, (head, *_) in zip(columns, lengths, strict=True)
    ]
    needed = sum(least)
    if needed >= width:
        return _exactly([width * one / needed for one in least], width)
    weights = [sum(whole) ** 0.8 for whole in lengths]
    return _exactly(_shared(width, weights, least, list(map(max, least, most))), width)


def _narrowest(texts: Sequence[str], head: float) -> float:
    """The width at which no word of a column is broken, and its head, so long, takes few lines."""
    words = [_word(text) for text in texts]
    return max(head / _HEAD_LINES, words[0] * _BOLD, *words)


def _shared(
    width: float, weights: list[float], least: list[float], most: list[float]
) -> list[float]:
    """Shares of a width in proportion to weights, none below its least; what one has too much of
    goes to the others.
    """

    def shares(scale: float) -> list[float]:
        return [
            min(max(weight * scale, lowest), highest)
            for weight, lowest, highest in zip(weights, least, most, strict=True)
        ]

    low, high = 0.0, max(most) / min(weights)
    for _ in range(40):
        scale = (low + high) / 2
        if sum(shares(scale)) < width:
            low = scale
        else:
            high = scale
    return shares(high)


def _texts(table: Table, index: int, column: Column) -> list[str]:
    """The head of a column, then its cells."""
    return [plain_runs(column.runs), *("\n".join(map(text_of, row[index])) for row in table.rows)]


def _word(text: str) -> float:
    """The width of the widest word: what lies between blanks, and between hyphens that join words.

    It is among those with the most letters, and only they are measured.
    """
    return max(_length(word) for word in sorted(_BREAK.split(text), key=len)[-4:])


def _length(text: str) -> float:
    """The width of the longest line of a text."""
    return (
        max(sum(line.encode("latin-1", "replace").translate(_LETTERS)) for line in text.split("\n"))
        + _CELL_PADDING
    )


def _letter(char: str) -> int:
    share = 0.56
    if char in _NARROW:
        share = 0.34
    elif char in _WIDE:
        share = 0.82
    elif char.isupper():
        share = 0.66
    return round(share * _EM)


_LETTERS = bytes(_letter(chr(code)) for code in range(256))
"""The width of every letter of Latin-1; others are as wide as a question mark."""


def _exactly(widths: Sequence[float], width: int) -> list[int]:
    whole = [int(one) for one in widths]
    whole[-1] += width - sum(whole)
    return whole


CELL, HEAD = "Tabelltext", "Tabellrubrik"

_TONES = ("F1F4F6", "D5DEE5", "A9BCCA")
"""From light to dark, of one colour, so that they differ on a black and white copy; black text is
legible on all.
"""

_ON_ONE_PAGE = 15
"""How many rows a picture may have and still be kept on one page."""

_ROW = fragment("<w:tr><w:trPr><w:cantSplit/></w:trPr></w:tr>")


def write_table(writer: Writer, body: Element, table: Table, width: int, number: int) -> None:
    """A table with its caption above it."""
    if table.caption:
        _caption(writer, body, table, number)
    element = sub(body, "tbl")
    _properties(writer, element, table, width)
    widths = column_widths(table, width, writer.styles.size(CELL))
    grid = sub(element, "tblGrid")
    for one in widths:
        sub(grid, "gridCol", w=str(one))
    patterns = [_sized(one) for one in widths]
    _head(writer, element, table, patterns)
    kept = _kept_with_next(table)
    for index, row in enumerate(table.rows):
        cells = _row(element, header=False)
        tones = table.tones[index] if table.tones else (0,) * len(row)
        for column, blocks, one, pattern, tone in zip(
            table.columns, row, widths, patterns, tones, strict=True
        ):
            cell = copy_below(pattern, cells)
            if tone:
                sub(cell[0], "shd", val="clear", color="auto", fill=_TONES[tone - 1])
            _cell(writer, cell, column, blocks, one, keep=index in kept)


def _kept_with_next(table: Table) -> range | tuple[int, ...]:
    """The rows that stay on a page with the next: the first and the last but one, and of a picture
    that a page has room for all but the last.
    """
    last = len(table.rows) - 1
    if last < 1:
        return ()
    if last < _ON_ONE_PAGE and is_picture(table):
        return range(last)
    return (0, last - 1)


def is_picture(table: Table) -> bool:
    """Whether a table is looked at as a whole: one with bars, or with cells in tones."""
    return bool(table.tones) or any(
        run.bar for row in table.rows for cell in row for run in runs_of(cell)
    )


def has_sum(table: Table) -> bool:
    """Whether the last row sums up the others: everything in it is in bold."""
    if not table.rows:
        return False
    blocks = [block for cell in table.rows[-1] for block in cell if not isinstance(block, Table)]
    runs = [run for block in blocks for run in block.runs]
    return bool(runs) and all(run.bold for run in runs)


def _caption(writer: Writer, body: Element, table: Table, number: int) -> None:
    """`Tabell 1. Tidsplan`, numbered by Word itself."""
    paragraph = sub(body, "p")
    properties = sub(paragraph, "pPr")
    if style := writer.known("caption"):
        sub(properties, "pStyle", val=style)
    sub(properties, "keepNext")
    writer.runs(paragraph, (Run("Tabell "),))
    for kind, text in (
        ("begin", ""),
        ("", " SEQ Tabell \\* ARABIC "),
        ("separate", ""),
        ("number", str(number)),
        ("end", ""),
    ):
        run = sub(paragraph, "r")
        if kind in ("begin", "separate", "end"):
            sub(run, "fldChar", fldCharType=kind)
        else:
            sub(run, "instrText" if not kind else "t").text = text
    writer.runs(paragraph, (Run(". "), *table.caption))


def _properties(writer: Writer, element: Element, table: Table, width: int) -> None:
    properties = sub(element, "tblPr")
    sub(properties, "tblStyle", val=writer.styles.table())
    sub(properties, "tblW", w=str(width), type="dxa")
    sub(properties, "tblLayout", type="fixed")
    last, look = ("1", "0460") if has_sum(table) else ("0", "0420")
    sub(
        properties,
        "tblLook",
        val=look,
        firstRow="1",
        lastRow=last,
        firstColumn="0",
        lastColumn="0",
        noHBand="0",
        noVBand="1",
    )
    sub(
        properties,
        "tblCaption",
        val=plain_runs(table.caption) or ", ".join(plain_runs(one.runs) for one in table.columns),
    )


def _head(writer: Writer, element: Element, table: Table, patterns: list[Element]) -> None:
    cells = _row(element, header=True)
    style = writer.known(HEAD, CELL)
    for column, pattern in zip(table.columns, patterns, strict=True):
        cell = copy_below(pattern, cells)
        runs = column.runs or (Run(""),)
        bold = tuple(run._replace(bold=True) for run in runs)
        writer.paragraph(cell, Paragraph(bold), style, column.right, keep=True)


def _row(table: Element, header: bool) -> Element:
    row = copy_below(_ROW, table)
    if header:
        sub(row[0], "tblHeader")
    return row


def _sized(width: int) -> Element:
    """An empty cell of a width."""
    return fragment(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr></w:tc>')


def _cell(
    writer: Writer, cell: Element, column: Column, blocks: tuple[Block, ...], width: int, keep: bool
) -> None:
    """The inside of a cell; one without text keeps the paragraph that Word demands of it."""
    style = writer.known(CELL)
    for block in blocks or (Paragraph(()),):
        if not isinstance(block, Table):
            body = Paragraph(block.runs) if isinstance(block, Heading) else block
            writer.paragraph(cell, body, style, column.right, keep, room=width - CELL_MARGINS)
