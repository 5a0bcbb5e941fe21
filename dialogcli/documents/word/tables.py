"""Tables that a screen reader can read: a marked header row, no merged cells, a caption, fixed
widths.
"""

from __future__ import annotations

from dialogcli.documents.markup.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    Table,
    plain,
    runs_of,
)
from dialogcli.documents.word.widths import CELL_MARGINS, column_widths
from dialogcli.documents.word.writing import Writer
from dialogcli.documents.word.xml import Element, copied, fragment, sub

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
            cell = copied(pattern, cells)
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
        val=plain(table.caption) or ", ".join(plain(one.runs) for one in table.columns),
    )


def _head(writer: Writer, element: Element, table: Table, patterns: list[Element]) -> None:
    cells = _row(element, header=True)
    style = writer.known(HEAD, CELL)
    for column, pattern in zip(table.columns, patterns, strict=True):
        cell = copied(pattern, cells)
        runs = column.runs or (Run(""),)
        bold = tuple(run._replace(bold=True) for run in runs)
        writer.paragraph(cell, Paragraph(bold), style, column.right, keep=True)


def _row(table: Element, header: bool) -> Element:
    row = copied(_ROW, table)
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
