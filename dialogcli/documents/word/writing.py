"""Paragraphs as WordprocessingML in the styles of a letterhead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.markup.blocks import (
    Heading,
    Image,
    Item,
    Paragraph,
    Run,
    Runs,
    plain,
)
from dialogcli.documents.markup.images import Picture, Pictures
from dialogcli.documents.word.bars import beside_bar, write_bar
from dialogcli.documents.word.directions import begins_to_left, directions
from dialogcli.documents.word.drawing import write_picture
from dialogcli.documents.word.facts import is_fact, with_tab
from dialogcli.documents.word.indents import narrower
from dialogcli.documents.word.numbering import Numbering
from dialogcli.documents.word.package import Package, broken
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import OFFICE, XML, Element, copied, fragment, in_order, sub

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
        block: Heading | Paragraph | Item,
        style: str = "",
        right: bool = False,
        keep: bool = False,
        room: int = 0,
    ) -> Element:
        """One paragraph. `style` stands in for body text (in a table's cells); `room` is the width
        for bars and pictures.
        """
        element = copied(self._begun(self._style_of(block, style)), parent)
        properties = element[0]
        self._describe(properties, block)
        if keep:
            in_order(properties, "keepNext")
        if right:
            sub(properties, "jc", val="right")
        runs = with_tab(block.runs) if is_fact(block) else block.runs
        if begins_to_left(plain(runs)):
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

    def _style_of(self, block: Heading | Paragraph | Item, style: str) -> str:
        match block:
            case Heading():
                return self.styles.heading(block.level)
            case Item():
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

    def _describe(self, properties: Element, block: Heading | Paragraph | Item) -> None:
        """What a paragraph is besides its style."""
        match block:
            case Heading():
                self._as_heading(properties, block)
            case Item():
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

    def _as_item(self, properties: Element, block: Item) -> None:
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
