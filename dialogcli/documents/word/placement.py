"""The place for the text in a letterhead: where it is, how wide the text may be there, and what
else stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dialogcli.documents.word.widths import CELL_MARGINS
from dialogcli.documents.word.xml import VAL, Element, sub, w
from dialogcli.model.words import plain

BODY = "innehall"
"""The tag in whose place the text comes."""

TAG = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

_A4, _MARGIN = 11906, 1440
"""The width of a page and its margins, in twentieths of a point, where a letterhead does not say.
"""

_SEVERAL = 720
"""The room between columns where a letterhead does not say."""

_KEPT = (
    "drawing",
    "pict",
    "object",
    "bookmarkStart",
    "bookmarkEnd",
    "commentRangeStart",
    "commentRangeEnd",
)
"""What a paragraph may hold beside text, and must not lose with it."""


def place_for_text(body: Element) -> tuple[Element, int, Element | None]:
    """Where the text comes: the element that is to hold it, the index in it, and the element that
    it replaces.

    That is a paragraph with nothing but the tag, or a content control that has it.
    """
    for element in body.iter(w("p"), w("sdt")):
        if (
            _is_place(element)
            and (place := _whole(element)) is not None
            and (parent := place.getparent()) is not None
        ):
            return parent, parent.index(place), place
    section = body.find(w("sectPr"))
    return body, body.index(section) if section is not None else len(body), None


def _is_place(element: Element) -> bool:
    if element.tag == w("sdt"):
        return control_name(element) == BODY
    found = TAG.fullmatch(joined(own_texts(element)).strip())
    return found is not None and plain(found[1]) == BODY


def _whole(element: Element) -> Element | None:
    """What the text replaces: of a control within a line, the paragraph. None in a text box, which
    exists twice.
    """
    if any(one.tag == w("txbxContent") for one in element.iterancestors()):
        return None
    parent = element.getparent()
    if parent is None or parent.tag != w("p"):
        return element
    alone = joined(own_texts(parent)).strip() == joined(element.iter(w("t"))).strip()
    return parent if alone else None


def control_name(control: Element) -> str:
    """The tag of a content control, as names are compared; '' without one."""
    tag = control.find(f"{w('sdtPr')}/{w('tag')}")
    return plain(tag.get(VAL, "")) if tag is not None else ""


def own_texts(paragraph: Element) -> list[Element]:
    """The texts of a paragraph, but not those of text boxes in it, which are of the boxes' own
    paragraphs.
    """
    texts = paragraph.iter(w("t"))
    return [text for text in texts if next(text.iterancestors(w("p")), None) is paragraph]


def joined(texts: Iterable[Element]) -> str:
    """What stands in texts."""
    return "".join(text.text or "" for text in texts)


def text_width(body: Element, parent: Element, index: int) -> int:
    """The width of text at an index of an element, in twentieths of a point: that of its section,
    column or cell.
    """
    around = [parent, *parent.iterancestors()]
    inside = around[: around.index(body)]
    room = _room(_section(body, body.index(inside[-1]) if inside else index))
    cell = next((one for one in inside if one.tag == w("tc")), None)
    return _cell_width(cell, room) if cell is not None else room


def put_text(
    parent: Element, index: int, replaced: Element | None, written: Sequence[Element]
) -> None:
    """Put elements in the place of one; pictures, bookmarks and the end of a section that stood in
    it stay.
    """
    parent[index:index] = written
    if replaced is None:
        return
    paragraphs = [one for one in written if one.tag == w("p")]
    if replaced.tag == w("p") and paragraphs:
        _move_rest(replaced, paragraphs[0])
        _move_section(replaced, paragraphs[-1])
    parent.remove(replaced)


def _section(body: Element, index: int) -> Element | None:
    """The properties of the section that a child of the body lies in: they stand at its end."""
    for block in list(body)[index:]:
        if (found := next(block.iter(w("sectPr")), None)) is not None:
            return found
    return None


def _room(section: Element | None) -> int:
    if section is None:
        return _A4 - 2 * _MARGIN
    whole, number, between = _A4, 1, _SEVERAL
    if (size := section.find(w("pgSz"))) is not None:
        whole = _number(size, "w", _A4)
    if (margins := section.find(w("pgMar"))) is None:
        whole -= 2 * _MARGIN
    else:
        whole -= sum(_number(margins, side, 0) for side in ("left", "right", "gutter"))
    if (columns := section.find(w("cols"))) is not None:
        number, between = _number(columns, "num", 1), _number(columns, "space", _SEVERAL)
    return (whole - between * (number - 1)) // number


def _number(element: Element, name: str, usual: int) -> int:
    return int(element.get(w(name), usual))


def _cell_width(cell: Element, room: int) -> int:
    """The width inside a cell; an equal share of the page where the cell does not say."""
    given = cell.find(f"{w('tcPr')}/{w('tcW')}")
    row = cell.getparent()
    if given is not None and given.get(w("type")) == "dxa":
        return int(given.get(w("w"), "0")) - CELL_MARGINS
    return room // max(len(row.findall(w("tc"))) if row is not None else 1, 1) - CELL_MARGINS


def _move_rest(replaced: Element, first: Element) -> None:
    """Let what a paragraph holds beside its text begin another one."""
    after = first.find(w("pPr"))
    index = first.index(after) + 1 if after is not None else 0
    kept = [one for one in replaced if next(one.iter(*map(w, _KEPT)), None) is not None]
    for child in kept:
        for text in child.findall(w("t")):
            child.remove(text)
        first.insert(index, child)
        index += 1


def _move_section(replaced: Element, last: Element) -> None:
    """Let a section end with another paragraph."""
    section = replaced.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        properties = last.find(w("pPr"))
        if properties is None:
            properties = sub(last, "pPr")
            last.insert(0, properties)
        properties.append(section)
