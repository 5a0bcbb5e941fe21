"""What stays together where a page ends: lists that are short, a line and the one that says whose
words it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from dialogcli.documents.markup.blocks import Block, Heading, Item, Paragraph, text_of
from dialogcli.documents.word.facts import is_fact

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
            found |= {index} if isinstance(block, Paragraph | Item) else set()
        elif isinstance(block, Paragraph) and isinstance(after, Item):
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
        range(len(blocks)), lambda index: isinstance(blocks[index], Item)
    ):
        items = list(group)
        if is_item and len(items) > 1:
            short = len(items) <= _FEW and all(
                len(text_of(blocks[index])) <= _SHORT for index in items
            )
            found.update(items[:-1] if short else (items[0], items[-2]))
    return found
