"""The organisation's own Word file: its tags in headers, footers, text boxes and content controls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogcli.documents.word.package import Package, broken
from dialogcli.documents.word.placement import (
    BODY,
    TAG,
    control_name,
    joined,
    own_texts,
    place_for_text,
)
from dialogcli.documents.word.writing import write_text
from dialogcli.documents.word.xml import VAL, XML, Element, sub, w
from dialogcli.model.words import did_you_mean, listed, plain

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
