"""The organisation's own Word file: its tags in headers, footers, text boxes and content controls,
and the place for the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialogcli.base.words import did_you_mean, listed, plain
from dialogcli.documents.word.package import Package, broken
from dialogcli.documents.word.paragraphs import write_text
from dialogcli.documents.word.tables import CELL_MARGINS
from dialogcli.documents.word.xml import VAL, XML, Element, sub, w

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


DRAFT = "utkast"


def fill_letterhead(package: Package, values: Mapping[str, str]) -> None:
    """Write the values in the places of their tags (`{{ dnr }}`), however Word has cut them up.

    Raises UnreadableError for a tag that does not exist, for one that stands where it cannot be
    filled, and for template code, which a letterhead cannot have.
    """
    drafted = False
    _, _, place = place_for_text(package.body)
    for name, root in _roots(package):
        for paragraph in list(root.iter(w("p"))):
            if place is None or place not in (paragraph, *paragraph.iterancestors()):
                drafted |= _fill_paragraph(paragraph, name, values)
        for control in list(root.iter(w("sdt"))):
            drafted |= _fill_control(control, values)
    if values.get(DRAFT) and not drafted:
        for part in package.related("header"):
            _stamp(part.element, values[DRAFT])


def _roots(package: Package) -> Iterator[tuple[str, Element]]:
    """The parts that may hold tags, with their names."""
    for part in (package.main, *package.related("header"), *package.related("footer")):
        yield part.partname.membername, part.element


def _fill_paragraph(paragraph: Element, part: str, values: Mapping[str, str]) -> bool:
    """Fill a paragraph's tags; whether the draft mark was among them."""
    texts = own_texts(paragraph)
    whole = joined(texts)
    if "{%" in whole:
        raise broken(
            f"{part} innehåller mallkod ({{%). I brevmallen går det bara att skriva fält, som {{{{ dnr }}}}"
        )
    found = [(plain(match[1]), match) for match in TAG.finditer(whole)]
    for name, match in reversed(found):
        _refuse_unknown(name, part, values)
        _replace(texts, match.start(), match.end(), values[name])
    if found and not joined(paragraph.iter(w("t"))).strip() and not _holds_more(paragraph):
        _remove(paragraph)
    return any(name == DRAFT for name, _ in found)


def _refuse_unknown(name: str, part: str, values: Mapping[str, str]) -> None:
    if name == BODY:
        raise broken(
            f"{{{{ {BODY} }}}} i {part} kan bara stå ensam i ett stycke i själva texten, och bara en gång"
        )
    if name not in values:
        known = listed(sorted({*values, BODY}))
        raise broken(
            f"fältet {name} i {part} finns inte.{did_you_mean(name, values)} De som finns: {known}"
        )


def _replace(texts: list[Element], start: int, end: int, value: str) -> None:
    """Put a value in the first run that a tag touches, and take the rest of the tag out of the
    others.
    """
    position = 0
    first = True
    for text in texts:
        content = text.text or ""
        begin, stop = max(start - position, 0), min(end - position, len(content))
        if begin < stop:
            text.text = content[:begin] + (value if first else "") + content[stop:]
            text.set(f"{{{XML}}}space", "preserve")
            first = False
        position += len(content)


def _fill_control(control: Element, values: Mapping[str, str]) -> bool:
    """Fill a content control whose tag is the name of a value."""
    name = control_name(control)
    content = control.find(w("sdtContent"))
    if name not in values or content is None:
        return False
    run = _emptied(content)
    _make_ordinary(control)
    write_text(run, values[name])
    return name == DRAFT


def _emptied(content: Element) -> Element:
    """The first run of a control's content, when nothing stands in any of its runs; a new one where
    it has none.
    """
    runs = list(content.iter(w("r")))
    if not runs:
        paragraph = next(content.iter(w("p")), None)
        return sub(content if paragraph is None else paragraph, "r")
    for run in runs:
        for child in list(run):
            if child.tag != w("rPr"):
                run.remove(child)
    return runs[0]


def _make_ordinary(control: Element) -> None:
    """Take away what would fill a control anew when the file is opened, or show its text as a
    placeholder, in a style called `Platshållartext` or the like.
    """
    bound = control.findall(f"{w('sdtPr')}/{w('dataBinding')}")
    unfilled = control.findall(f"{w('sdtPr')}/{w('showingPlcHdr')}")
    grey = [
        style
        for style in control.iterfind(f"{w('sdtContent')}//{w('rStyle')}")
        if "lats" in style.get(VAL, "").casefold()
    ]
    for element in (*bound, *unfilled, *grey):
        element.getparent().remove(element)  # type: ignore[union-attr]


def _stamp(header: Element, word: str) -> None:
    """The draft mark first in a header that has no tag for it."""
    paragraph = sub(header, "p")
    run = sub(paragraph, "r")
    sub(sub(run, "rPr"), "b")
    write_text(run, word)
    header.insert(0, paragraph)


def _holds_more(paragraph: Element) -> bool:
    """Whether a paragraph without text holds something else that shows."""
    shows = {
        w("drawing"),
        w("pict"),
        w("fldChar"),
        w("fldSimple"),
        w("object"),
        w("sectPr"),
        w("sdt"),
    }
    return any(element.tag in shows for element in paragraph.iter())


def _remove(paragraph: Element) -> None:
    """Take out a paragraph that held nothing but empty tags, unless it is the only one where one
    must stand.
    """
    parent = paragraph.getparent()
    if parent is not None and sum(1 for one in parent if one.tag == w("p")) > 1:
        parent.remove(paragraph)
