"""The body of a document: its blocks one after the other, the air between them where styles cannot
give it, and what stays together where a page ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from dialogcli.documents.markup.blocks import Block, Heading, ListItem, Paragraph, Table, text_of
from dialogcli.documents.word.paragraphs import Writer, is_fact, move_stop, wider_stops
from dialogcli.documents.word.tables import write_table
from dialogcli.documents.word.xml import Element, in_order, sub, w

AUTHOR = "Upphov"
"""The style of the line below a judgement that says who has made it and when."""

SIGNATURE = "Underskrift"
"""The style of a line to sign on."""

_FEW, _SHORT = 8, 60
"""A list of at most so many items, each of at most so many characters, is not broken between pages.
"""


def kept_with_next(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks, by index, that are on the same page as the beginning of the next one.

    Headings stay with what they head by their styles. Here are the line that leads a list, the
    items of a short list, the first two and the last two of a long one, a few facts, what a line
    about its author belongs to, and what is last before the signatures: they never stand alone on a
    page.
    """
    return frozenset(
        _leads(blocks) | _in_lists(blocks) | _in_facts(blocks) | _before_signatures(blocks)
    )


def _leads(blocks: Sequence[Block]) -> set[int]:
    found = set()
    for index, (block, after) in enumerate(pairwise(blocks)):
        if isinstance(after, Paragraph) and after.style == AUTHOR:
            found |= {index} if isinstance(block, Paragraph | ListItem) else set()
        elif isinstance(block, Paragraph) and isinstance(after, ListItem):
            found.add(index)
    return found


def _before_signatures(blocks: Sequence[Block]) -> set[int]:
    signed = (
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.style == SIGNATURE
    )
    heading = next(signed, 0) - 1
    return {heading - 1} if heading > 0 and isinstance(blocks[heading], Heading) else set()


def _in_facts(blocks: Sequence[Block]) -> set[int]:
    found: set[int] = set()
    for are_facts, group in groupby(range(len(blocks)), lambda index: is_fact(blocks[index])):
        facts = list(group)
        found.update(facts[:-1] if are_facts and len(facts) <= _FEW else ())
    return found


def _in_lists(blocks: Sequence[Block]) -> set[int]:
    found: set[int] = set()
    for is_item, group in groupby(
        range(len(blocks)), lambda index: isinstance(blocks[index], ListItem)
    ):
        items = list(group)
        if is_item and len(items) > 1:
            short = len(items) <= _FEW and all(
                len(text_of(blocks[index])) <= _SHORT for index in items
            )
            found.update(items[:-1] if short else (items[0], items[-2]))
    return found


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
    element: Element,
    block: Heading | Paragraph | ListItem,
    before: Block | None,
    after: Block | None,
) -> None:
    """Air between a paragraph and a table, a list or facts beside it, which have too little of
    their own.
    """
    if isinstance(before, Table) and not isinstance(block, Heading):
        _spaced(element, "before", 200)
    elif isinstance(before, ListItem) and isinstance(block, Paragraph) and not block.depth:
        _spaced(element, "before", 120)
    elif _ends(block, after):
        _spaced(element, "after", 160)


def _ends(block: Block, after: Block | None) -> bool:
    """Whether a group of facts ends before text, or a list before a table without a caption."""
    if is_fact(block):
        return isinstance(after, Paragraph | ListItem) and not is_fact(after)
    return isinstance(block, ListItem) and isinstance(after, Table) and not after.caption


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
