"""The body of a document: its blocks one after the other, and the air between them where styles
cannot give it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.documents.markup.blocks import Block, Heading, Item, Paragraph, Table
from dialogcli.documents.word.facts import is_fact, move_stop, wider_stops
from dialogcli.documents.word.flow import kept_with_next
from dialogcli.documents.word.tables import write_table
from dialogcli.documents.word.writing import Writer
from dialogcli.documents.word.xml import Element, in_order, sub, w


def write_blocks(writer: Writer, body: Element, blocks: Sequence[Block], width: int) -> None:
    """Write blocks into a body of so many twentieths of a point."""
    tables = 0
    kept, stops = kept_with_next(blocks), wider_stops(blocks, writer.styles)
    before: Block | None = None
    for index, (block, after) in enumerate(zip(blocks, [*blocks[1:], None], strict=False)):
        if isinstance(block, Table):
            tables += 1
            if isinstance(before, Table) and not block.caption:
                _separate(body)
            write_table(writer, body, block, width, tables)
        else:
            element = writer.paragraph(body, block, keep=index in kept, room=width)
            if index in stops:
                move_stop(element, writer.styles, stops[index])
            _air(element, block, before, after)
        before = block
    if isinstance(before, Table):
        _separate(body)


def _air(
    element: Element, block: Heading | Paragraph | Item, before: Block | None, after: Block | None
) -> None:
    """Air between a paragraph and a table, a list or facts beside it, which have too little of
    their own.
    """
    if isinstance(before, Table) and not isinstance(block, Heading):
        _spaced(element, "before", 200)
    elif isinstance(before, Item) and isinstance(block, Paragraph) and not block.depth:
        _spaced(element, "before", 120)
    elif _ends(block, after):
        _spaced(element, "after", 160)


def _ends(block: Block, after: Block | None) -> bool:
    """Whether a group of facts ends before text, or a list before a table without a caption."""
    if is_fact(block):
        return isinstance(after, Paragraph | Item) and not is_fact(after)
    return isinstance(block, Item) and isinstance(after, Table) and not after.caption


def _spaced(paragraph: Element, side: str, distance: int) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = sub(paragraph, "pPr")
        paragraph.insert(0, properties)
    spacing = in_order(properties, "spacing")
    spacing.set(w(side), str(distance))


def _separate(body: Element) -> None:
    """The lowest paragraph there is: Word joins two tables without one, and wants one after the
    last.
    """
    properties = sub(sub(body, "p"), "pPr")
    sub(properties, "spacing", before="0", after="0", line="20", lineRule="exact")
    sub(sub(properties, "rPr"), "sz", val="2")
