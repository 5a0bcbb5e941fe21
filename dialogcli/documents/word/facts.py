"""Short facts one below the other, `Dnr: RV 2027/118`: a bold label, and the value at a tab stop
after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dialogcli.documents.markup.blocks import Block, Paragraph, Runs, plain
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import Element, in_order, sub, w

STYLE = "Uppgifter"

_CHARACTER = 118
"""How wide a bold character of a label is, in twentieths of a point, with some air."""


def is_fact(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style == STYLE


def with_tab(runs: Runs) -> Runs:
    """A bold label, a tab, and the value."""
    if len(runs) > 1 and runs[0].bold and runs[1].text.startswith(" "):
        return (runs[0], runs[1]._replace(text=f"\t{runs[1].text[1:]}"), *runs[2:])
    return runs


def wider_stops(blocks: Sequence[Block], styles: Styles) -> dict[int, int]:
    """Where the values begin, by the index of the fact, in groups with a label too long for the
    letterhead's stop.
    """
    stop = max(styles.tab_stops(STYLE), default=0)
    found: dict[int, int] = {}
    for together, group in groupby(range(len(blocks)), lambda index: is_fact(blocks[index])):
        facts = list(group) if together and stop else []
        needed = max((_label(blocks[index]) for index in facts), default=0) * _CHARACTER
        if needed > stop:
            found.update(dict.fromkeys(facts, needed))
    return found


def move_stop(paragraph: Element, styles: Styles, position: int) -> None:
    """Let the value of a fact begin at another place than the style says."""
    properties = paragraph.find(w("pPr"))
    assert properties is not None, "a fact has a style"  # noqa: S101
    tabs = in_order(properties, "tabs")
    for stop in styles.tab_stops(STYLE):
        sub(tabs, "tab", val="clear", pos=str(stop))
    sub(tabs, "tab", val="left", pos=str(position))
    indent = in_order(properties, "ind")
    indent.set(w("left"), str(position))
    indent.set(w("hanging"), str(position))


def _label(block: Block) -> int:
    """The length of a fact's label; 0 for one without."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return len(plain(runs[:1])) if runs and runs[0].bold else 0
