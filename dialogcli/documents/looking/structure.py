"""Whether the text of a Word file is built so that a screen reader can follow it: headings, lists,
tables, space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from dialogcli.documents.looking.finished import Finished, Flaw, Line, short
from dialogcli.documents.word.xml import Element, w

_TYPED_ITEM = re.compile(r"\s*(?:[-\u2013\u2022*\u00b7]\s+|(?:\d{1,2}|[a-z])[.)]\s+)\S")


def headings(file: Finished) -> Iterator[Flaw]:
    """One title, and no level left out below it."""
    found = [line for line in file.lines if line.level]
    first = sum(line.level == 1 for line in found)
    if first != 1:
        yield Flaw(
            "rubrik", f"Handlingen har {first} rubriker på nivå 1. Den ska ha en, sin titel."
        )
    for before, line in pairwise(found):
        if line.level > before.level + 1:
            message = f"Rubriken {short(line.text)} har nivå {line.level} men kommer efter nivå {before.level}."
            yield Flaw("rubriknivå", message)
    yield from (Flaw("rubrik", "En rubrik är tom.") for line in found if not line.text.strip())


def sections(file: Finished) -> Iterator[Flaw]:
    """A heading with nothing under it: the next one of its level, or the end, follows at once."""
    end = (1, "")
    for (level, text), (following, _) in pairwise([*_flow(file), end]):
        if level > 1 and 0 < following <= level:
            yield Flaw("tomt avsnitt", f"Under rubriken {short(text)} står ingenting.")


def _flow(file: Finished) -> Iterator[tuple[int, str]]:
    """All that shows outside tables, in order: its level as a heading (0: none) and its text. A
    table is one thing without text.
    """
    lines = {line.element: line for line in file.lines if not line.blank}
    for one in file.package.body.iter(w("p"), w("tbl")):
        if next(one.iterancestors(w("tbl")), None) is not None:
            continue
        if one.tag == w("tbl"):
            yield 0, ""
        elif one in lines:
            yield lines[one].level, lines[one].text


def lists(file: Finished) -> Iterator[Flaw]:
    """Lines that somebody has numbered or ticked by hand, one after the other."""
    for typed, group in groupby(_rows(file), key=lambda row: row[1]):
        (first, _), *more = group
        if typed and more:
            yield Flaw(
                "lista", f"Raderna från {short(first.text)} är ingen lista fast de ser ut som en."
            )


def _rows(file: Finished) -> Iterator[tuple[Line, bool]]:
    """The paragraph of every row that is no heading, and whether the row only looks like an item."""
    for line in file.lines:
        for row in line.text.split("\n"):
            if row.strip() and not line.level:
                yield line, not line.listed and _TYPED_ITEM.match(row) is not None


def tables(file: Finished) -> Iterator[Flaw]:
    """A header row that is marked, no cells made one, and a caption."""
    for number, table in enumerate(file.tables, 1):
        name = f"Tabell {number}"
        first = table.find(w("tr"))
        if first is None or first.find(f"{w('trPr')}/{w('tblHeader')}") is None:
            yield Flaw("tabellhuvud", f"{name} har ingen markerad rubrikrad.")
        if next(table.iter(w("gridSpan"), w("vMerge")), None) is not None:
            yield Flaw(
                "sammanfogat", f"{name} har sammanfogade celler. De läses upp i fel ordning."
            )
        if next(table.iterancestors(w("tbl")), None) is not None:
            yield Flaw("tabell i tabell", f"{name} ligger i en annan tabell.")
        if table.find(f"{w('tblPr')}/{w('tblCaption')}") is None and not _captioned(file, table):
            yield Flaw("tabellrubrik", f"{name} har ingen rubrik.")


def _captioned(file: Finished, table: Element) -> bool:
    before = table.getprevious()
    return any(line.element is before and line.style.casefold() == "caption" for line in file.lines)


def blanks(file: Finished) -> Iterator[Flaw]:
    """Blank paragraphs that stand in for space; Word itself wants one after a table, and one in an
    empty cell.
    """
    last = ""
    for line in file.lines:
        if not line.blank:
            last = line.text
            continue
        if not _is_needed(line.element):
            yield Flaw(
                "tomt stycke",
                f"Ett tomt stycke efter {short(last)}. Ge formatet ett avstånd i stället.",
            )


def _is_needed(blank: Element) -> bool:
    before, after = blank.getprevious(), blank.getnext()
    if before is not None and before.tag == w("tbl"):
        return after is None or after.tag in (w("tbl"), w("sectPr"))
    alone = after is None and (before is None or before.tag == w("tcPr"))
    return alone and next(blank.iterancestors(w("tc")), None) is not None
