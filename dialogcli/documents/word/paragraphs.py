"""Paragraphs as WordprocessingML in the styles of a letterhead: their indents, directions, short
facts and bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from dialogcli.documents.markup.blocks import (
    Block,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Run,
    Runs,
    plain_runs,
)
from dialogcli.documents.markup.pictures import Picture, Pictures
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.word.drawing import write_picture
from dialogcli.documents.word.numbering import Numbering
from dialogcli.documents.word.package import Package, broken
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import (
    OFFICE,
    VAL,
    XML,
    Element,
    copy_below,
    fragment,
    in_order,
    sub,
    w,
)

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
    "(?:[\\s\u0590-\u08ff]*[\u0590-\u08ff])?"
)


def begins_to_left(text: str) -> bool:
    """Whether a paragraph with this text begins at the right margin."""
    return _RIGHT_TO_LEFT.match(text.lstrip()) is not None


def directions(text: str) -> list[tuple[str, bool]]:
    """A text in pieces that run from left to right (False) or from right to left (True)."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return [(text, False)] if text else []
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _RIGHT_TO_LEFT.finditer(text):
        found += [(text[end : match.start()], False), (match[0], True)]
        end = match.end()
    return [piece for piece in [*found, (text[end:], False)] if piece[0]]


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
    return len(plain_runs(runs[:1])) if runs and runs[0].bold else 0


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


_SIGNS = re.compile(r"([\n\t])")
_STEP = 357
"""How far one level of a list is indented, where the letterhead does not say."""


@dataclass(slots=True)
class Writer:
    """Writes paragraphs one after the other into an element (the body, a cell). `shown` counts the
    pictures.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    pictures: Pictures = field(default_factory=dict)
    shown: int = 0
    ids: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, Element] = field(default_factory=dict)

    def paragraph(
        self,
        parent: Element,
        block: Heading | Paragraph | ListItem,
        style: str = "",
        right: bool = False,
        keep: bool = False,
        room: int = 0,
    ) -> Element:
        """One paragraph. `style` stands in for body text (in a table's cells); `room` is the width
        for bars and pictures.
        """
        element = copy_below(self._begun(self._style_of(block, style)), parent)
        properties = element[0]
        self._describe(properties, block)
        if keep:
            in_order(properties, "keepNext")
        if right:
            sub(properties, "jc", val="right")
        runs = with_tab(block.runs) if is_fact(block) else block.runs
        if begins_to_left(plain_runs(runs)):
            in_order(properties, "bidi")
        if any(run.bar for run in runs):
            runs = beside_bar(in_order(properties, "tabs"), runs, room)
        if any(run.image for run in runs):
            room -= narrower(properties, self.styles, self.numbering)
        self.runs(element, runs, room)
        if not len(properties):
            element.remove(properties)
        return element

    def runs(self, paragraph: Element, runs: Runs, room: int = 0) -> None:
        """The runs of a paragraph, those with the same link in one hyperlink."""
        link, parent = "", paragraph
        for run in runs:
            if run.link != link:
                link, parent = run.link, paragraph
                if link:
                    parent = sub(paragraph, "hyperlink", history="1")
                    parent.set(f"{{{OFFICE}}}id", self.package.link(link))
            if run.bar:
                write_bar(paragraph)
            if run.image:
                self._picture(sub(parent, "r"), run.image, room)
            for text, to_left in directions(run.text):
                self._run(parent, run, text, to_left)

    def style(self, name: str) -> str:
        """The id of a paragraph style that a template asks for; raises UnreadableError when there
        is none.
        """
        if name not in self.ids:
            self.ids[name] = self.styles.paragraph(name)
            if not self.ids[name]:
                raise broken(f'formatet "{name}", som mallen använder, finns inte i den')
        return self.ids[name]

    def known(self, *names: str) -> str:
        """The id of the first of these styles that the letterhead has, '' for its default."""
        if names[0] not in self.ids:
            self.ids[names[0]] = self.styles.paragraph(*names)
        return self.ids[names[0]]

    def _begun(self, style: str) -> Element:
        """A paragraph in a style, to be copied."""
        if style not in self.patterns:
            self.patterns[style] = fragment("<w:p><w:pPr/></w:p>")
            if style:
                sub(self.patterns[style][0], "pStyle", val=style)
        return self.patterns[style]

    def _style_of(self, block: Heading | Paragraph | ListItem, style: str) -> str:
        match block:
            case Heading():
                return self.styles.heading(block.level)
            case ListItem():
                return self.numbering.style(block.ordered, block.depth)[0]
        if block.style:
            return self.style(block.style)
        if block.depth:
            return self.known(
                "List Continue" if block.depth == 1 else f"List Continue {block.depth}"
            )
        if block.quoted:
            return self.known("Quote")
        return style or self.known("Body Text", "Normal")

    def _describe(self, properties: Element, block: Heading | Paragraph | ListItem) -> None:
        """What a paragraph is besides its style."""
        match block:
            case Heading():
                self._as_heading(properties, block)
            case ListItem():
                self._as_item(properties, block)
            case Paragraph(depth=depth) if depth and not len(properties):
                sub(properties, "ind", left=str(_STEP * depth))

    def _as_heading(self, properties: Element, block: Heading) -> None:
        sub(properties, "keepNext")
        if block.new_page:
            sub(properties, "pageBreakBefore")
        if block.numbered and not self.numbering.is_shown_by(block.level):
            _numbered(properties, 0, self.numbering.headings())
        if not self.styles.has_air(f"heading {block.level}"):
            sub(properties, "spacing", before=str(360 - 40 * block.level), after="80")

    def _as_item(self, properties: Element, block: ListItem) -> None:
        _, abstract, level = self.numbering.style(block.ordered, block.depth)
        series = block.series if block.ordered else -1
        _numbered(properties, level, self.numbering.number(series, abstract, level, block.start))

    def _picture(self, run: Element, image: Image, room: int) -> None:
        picture = self.pictures.get((image.answer, image.source))
        if not isinstance(picture, Picture):
            raise NoDocumentError(
                f"Mallen visar bilden {image.source}. Bara dossierns svar kan ha bilder."
            )
        write_picture(self.package, run, picture, image.text, self.shown, room)
        self.shown += 1

    def _run(self, parent: Element, run: Run, text: str, to_left: bool) -> None:
        element = sub(parent, "r")
        style = _character_style(run)
        bold = run.bold or run.gap
        if style or bold or run.italic or to_left:
            properties = sub(element, "rPr")
            if style:
                sub(properties, "rStyle", val=self.styles.character(style))
            if bold:
                sub(properties, "b")
            if run.italic:
                sub(properties, "i")
            if to_left:
                sub(properties, "rtl")
        write_text(element, text)


def _character_style(run: Run) -> str:
    """The name of the style that marks a link or a gap; '' for other text."""
    if run.link:
        return "Hyperlink"
    return "Saknas" if run.gap else ""


def write_text(run: Element, text: str) -> None:
    """Text into a run, with line feeds and tabs as Word's own."""
    for piece in _SIGNS.split(text):
        if piece == "\n":
            sub(run, "br")
        elif piece == "\t":
            sub(run, "tab")
        elif piece:
            element = sub(run, "t")
            element.text = piece
            if piece != piece.strip() or "  " in piece:
                element.set(f"{{{XML}}}space", "preserve")


def _numbered(properties: Element, level: int, number: int) -> None:
    numbering = sub(properties, "numPr")
    sub(numbering, "ilvl", val=str(level))
    sub(numbering, "numId", val=str(number))
