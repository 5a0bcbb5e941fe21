"""Bars in the cells of a table: a tab with a dark ground, which runs from one tab stop to the next.

Word draws them as text, so they need no picture, print in black and white, and a screen reader
passes them over in favour of the text beside them.
"""

from __future__ import annotations

from dialogcli.documents.markup.blocks import Run, Runs
from dialogcli.documents.word.xml import Element, sub

_GROUND = "4A6072"
_THINNEST = 110
"""How wide a bar is at least, in twentieths of a point."""


def beside_bar(tabs: Element, runs: Runs, room: int) -> Runs:
    """Set the tab stops of a paragraph with a bar, `room` twentieths of a point wide; its runs with
    the tabs in them.

    What stands before the bar ends where it begins; what stands after it begins where it ends.
    """
    start, end = next(run.bar for run in runs if run.bar)
    first = min(room * start // 1000, room - _THINNEST)
    last = max(room * end // 1000, first + _THINNEST)
    before = runs[0].bar is None
    if first:
        sub(tabs, "tab", val="right" if before else "left", pos=str(first))
    sub(tabs, "tab", val="left", pos=str(last))
    return (Run("\t"), *runs) if first else runs


def write_bar(paragraph: Element) -> None:
    """The dark tab itself."""
    run = sub(paragraph, "r")
    sub(sub(run, "rPr"), "shd", val="clear", color="auto", fill=_GROUND)
    sub(run, "tab")
