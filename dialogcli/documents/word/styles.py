"""The styles of a letterhead, found by name: Word translates ids (Rubrik1), never the names of its
own styles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from dialogcli.documents.word.xml import VAL, Element, fragment, w

STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_HEADING = (
    '<w:style w:type="paragraph" w:styleId="Rubrik{0}"><w:name w:val="heading {0}"/><w:next w:val="{1}"/>'
    '<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>'
    '<w:spacing w:before="{2}" w:after="80"/><w:outlineLvl w:val="{3}"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="{4}"/></w:rPr></w:style>'
)
_SIZES = (36, 28, 24, 22, 22, 22)
_PLAIN_SIZE = 20
"""The size of letters, in half points, in a file that says nothing of it."""

_BROAD: Mapping[str, float] = {
    "verdana": 1.16,
    "lucida sans unicode": 1.12,
    "century gothic": 1.1,
    "georgia": 1.06,
}
"""Fonts for the office whose letters are broader than Arial's, and by how much."""

_MISSING: Mapping[str, str] = {
    "quote": '<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/>'
    '<w:pPr><w:ind w:left="567" w:right="567"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>',
    "caption": '<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
    "table grid": '<w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>'
    '<w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/>'
    '<w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>',
    "hyperlink": '<w:style w:type="character" w:styleId="Hyperlnk"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style>',
    "saknas": '<w:style w:type="character" w:customStyle="1" w:styleId="Saknas"><w:name w:val="Saknas"/>'
    '<w:rPr><w:b/><w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/></w:rPr></w:style>',
    "uppgifter": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Uppgifter"><w:name w:val="Uppgifter"/>'
    '<w:pPr><w:tabs><w:tab w:val="left" w:pos="2608"/></w:tabs><w:spacing w:before="0" w:after="20"/>'
    '<w:ind w:left="2608" w:hanging="2608"/></w:pPr></w:style>',
    "subtitle": '<w:style w:type="paragraph" w:styleId="Underrubrik"><w:name w:val="Subtitle"/><w:pPr><w:keepNext/>'
    '<w:spacing w:after="240"/></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style>',
    "upphov": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Upphov"><w:name w:val="Upphov"/>'
    '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>',
    "tabelltext": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Tabelltext"><w:name w:val="Tabelltext"/>'
    '<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr></w:style>',
    "underskrift": '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Underskrift"><w:name w:val="Underskrift"/>'
    '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="640" w:after="0"/></w:pPr></w:style>',
}


class Styles:
    """Looks up styles by name; those that every document needs are added to a letterhead that lacks
    them.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_name: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        self._default = ("paragraph", "normal")
        """The style that every paragraph without one has; Word calls it so in every language."""
        for style in root.iterchildren(w("style")):
            self._know(style)

    def paragraph(self, *names: str) -> str:
        """The id of the first of these paragraph styles that there is; '' for the default style."""
        return self._id("paragraph", names)

    def character(self, name: str) -> str:
        return self._id("character", (name,))

    def table(self) -> str:
        """The id of the organisation's table style (`Tabell ...`), else of Word's plain grid."""
        own = sorted(
            name for kind, name in self._by_name if kind == "table" and name.startswith("tabell")
        )
        return self._id("table", (*own, "Table Grid"))

    def heading(self, level: int) -> str:
        return self._id("paragraph", (f"heading {level}",))

    def list_level(self, name: str) -> tuple[str, int]:
        """The number id and level by which a list style is numbered, inherited or its own; ('', 0)
        when it is not.
        """
        for style in self._ancestry(("paragraph", name.casefold())):
            number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
            level = style.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            if number is not None:
                return number.get(VAL, ""), int(level.get(VAL, "0")) if level is not None else 0
        return "", 0

    def tab_stops(self, name: str) -> tuple[int, ...]:
        """The tab stops of a paragraph style, inherited or its own, in twentieths of a point."""
        stops = set()
        for style in self._ancestry(("paragraph", name.casefold())):
            for stop in style.iterfind(f"{w('pPr')}/{w('tabs')}/{w('tab')}"):
                if stop.get(VAL) != "clear":
                    stops.add(int(stop.get(w("pos"), "0")))
        return tuple(sorted(stops))

    def properties(self, id_: str) -> Iterator[Element]:
        """What the style with this id says of paragraphs, then those that it is based on; '' is the
        default style.
        """
        style = self._by_id.get(id_) if id_ else self._by_name.get(self._default)
        for one in self._line(style):
            yield from one.iterchildren(w("pPr"))

    def size(self, name: str) -> int:
        """How large the letters of a paragraph style look, in twentieths of a point: as letters of
        Arial in that size.
        """
        size, fonts = self._type(name, "sz"), self._type(name, "rFonts")
        points = int(size.get(VAL, "20")) if size is not None else _PLAIN_SIZE
        font = fonts.get(w("ascii"), "") if fonts is not None else ""
        return round(10 * points * _BROAD.get(font.casefold(), 1))

    def _type(self, name: str, property_: str) -> Element | None:
        """What a paragraph style says of its letters, itself or by inheritance."""
        styles = [*self._ancestry(("paragraph", name.casefold())), *self._ancestry(self._default)]
        defaults = self.root.iterfind(f"{w('docDefaults')}/{w('rPrDefault')}")
        found = (one.find(f"{w('rPr')}/{w(property_)}") for one in (*styles, *defaults))
        return next((one for one in found if one is not None), None)

    def has_air(self, name: str) -> bool:
        """Whether a letterhead says how far from its neighbours a paragraph with this style stands."""
        defaults = self.root.iterfind(f"{w('docDefaults')}/{w('pPrDefault')}")
        return any(
            one.find(f"{w('pPr')}/{w('spacing')}") is not None
            for one in (*self._ancestry(("paragraph", name.casefold())), *defaults)
        )

    def use_language(self, language: str) -> None:
        """Make a language that of the whole document: the default's, and that of styles which say
        another.
        """
        for tag in self.root.iter(w("lang")):
            if tag.get(VAL):
                tag.set(VAL, language)
        defaults = self.root.find(w("docDefaults"))
        if defaults is None:
            defaults = fragment("<w:docDefaults/>")
            self.root.insert(0, defaults)
        path = defaults
        for name in ("rPrDefault", "rPr", "lang"):
            found = path.find(w(name))
            if found is None:
                found = fragment(f"<w:{name}/>")
                path.insert(0, found) if name == "rPrDefault" else path.append(found)
            path = found
        path.set(VAL, language)

    def _know(self, style: Element) -> None:
        name = style.find(w("name"))
        if name is not None:
            self._by_name.setdefault(
                (style.get(w("type"), "paragraph"), name.get(VAL, "").casefold()), style
            )
        self._by_id.setdefault(style.get(w("styleId"), ""), style)

    def _id(self, kind: str, names: tuple[str, ...]) -> str:
        keys = [(kind, name.casefold()) for name in names]
        there = (self._by_name[key] for key in keys if key in self._by_name)
        ours = (self._added(name) for _, name in keys)
        for style in chain(there, ours):
            if style is not None:
                return style.get(w("styleId"), "")
        return ""

    def _added(self, name: str) -> Element | None:
        """A style that the letterhead lacks, in our own plain form; None when a document can do
        without it.
        """
        if name.startswith("heading "):
            level = int(name[8:])
            markup = _HEADING.format(
                level, self.paragraph("Normal"), 360 - 40 * level, level - 1, _SIZES[level - 1]
            )
        elif name in _MISSING:
            markup = _MISSING[name]
        else:
            return None
        style = fragment(markup)
        self._base(style)
        while style.get(w("styleId")) in self._by_id:
            style.set(w("styleId"), f"{style.get(w('styleId'))}x")
        self.root.append(style)
        self._know(style)
        return style

    def _base(self, style: Element) -> None:
        """Let a paragraph style of ours have the letterhead's own type."""
        default = self._by_name.get(self._default)
        if style.get(w("type")) == "paragraph" and default is not None:
            style.insert(1, fragment(f'<w:basedOn w:val="{default.get(w("styleId"), "")}"/>'))

    def _ancestry(self, key: tuple[str, str]) -> Iterator[Element]:
        return self._line(self._by_name.get(key))

    def _line(self, style: Element | None) -> Iterator[Element]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style is not None and style.get(w("styleId"), "") not in seen:
            yield style
            seen.add(style.get(w("styleId"), ""))
            based = style.find(w("basedOn"))
            style = self._by_id.get(based.get(VAL, "")) if based is not None else None
