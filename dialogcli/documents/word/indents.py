"""How far in from the margins a paragraph begins and ends, by itself, by its list and by its style."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.documents.word.numbering import Numbering
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import VAL, Element, w

_SIDES = (("left", "start"), ("right", "end"))
"""Each side as files of our time call it, and as newer ones may."""


def narrower(properties: Element, styles: Styles, numbering: Numbering) -> int:
    """How much less room than the text around it a paragraph with these properties has, in
    twentieths of a point.
    """
    indents = list(_indents(properties, styles, numbering))
    return sum(_first(indents, side) for side in _SIDES)


def _first(indents: list[Element], side: tuple[str, str]) -> int:
    """What the strongest of them that says something says of a side."""
    for indent in indents:
        for name in side:
            if value := indent.get(w(name)):
                return int(value)
    return 0


def _indents(properties: Element, styles: Styles, numbering: Numbering) -> Iterator[Element]:
    """What says something of it, the strongest first: the paragraph, then its style. In each the
    list comes last.
    """
    style = properties.find(w("pStyle"))
    for one in (properties, *styles.properties(style.get(VAL, "") if style is not None else "")):
        yield from one.iterchildren(w("ind"))
        for listed in one.iterchildren(w("numPr")):
            level = numbering.level(*(_value(listed, name) for name in ("numId", "ilvl")))
            yield from level.iterfind(f"{w('pPr')}/{w('ind')}") if level is not None else ()


def _value(listed: Element, name: str) -> str:
    found = listed.find(w(name))
    return str(found.get(VAL, "0")) if found is not None else "0"
