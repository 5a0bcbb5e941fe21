"""Lists that are lists and begin where they should: a number of its own for every ordered list."""

from __future__ import annotations

from dialogcli.documents.word.package import Package
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import VAL, Element, fragment, sub, w

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_BULLETS = ("\N{BULLET}", "\N{EN DASH}", "\N{BULLET}")
_STEP = 357
"""How far one level is indented from the one above, in twentieths of a point."""


class Numbering:
    """Gives out numbers for lists, by the letterhead's list styles where it has them, else by
    definitions of ours.
    """

    def __init__(self, package: Package, styles: Styles) -> None:
        self.styles = styles
        self.root = package.root("numbering", _TYPE)
        self._given: dict[tuple[int, str], int] = {}
        self._ours: dict[str, int] = {}

    def style(self, ordered: bool, depth: int) -> tuple[str, str, int]:
        """The style of an item: its id, the abstract numbering, and the level in it."""
        name = "List Number" if ordered else "List Bullet"
        if depth > 1:
            name = f"{name} {depth}"
        number, level = self.styles.list_level(name)
        if number and (abstract := self._abstract_of(number)):
            return self.styles.paragraph(name), abstract, level
        kind = "number" if ordered else "bullet"
        return self.styles.paragraph("List Paragraph"), str(self._own(kind)), min(depth, 9) - 1

    def number(self, series: int, abstract: str, level: int, start: int) -> int:
        """The number id of a list: `series` and the numbering it follows decide whether it is a new
        one.
        """
        key = (series, abstract)
        if key not in self._given:
            self._given[key] = self._new(abstract, level, start)
        return self._given[key]

    def headings(self) -> int:
        """The number id of numbered headings: one series through the whole document."""
        return self.number(0, str(self._own("heading")), 0, 1)

    def is_shown_by(self, heading: int) -> bool:
        """Whether the letterhead itself numbers headings of this level; a numbering without figures
        is none.
        """
        number, step = self.styles.list_level(f"heading {heading}")
        level = self.level(number, str(step))
        shape = level.find(w("numFmt")) if level is not None else None
        return shape is not None and shape.get(VAL) != "none"

    def level(self, number: str, step: str) -> Element | None:
        """What the letterhead, or we, say of a level (from 0) of the list with this number id."""
        abstract = self._abstract_of(number) if number else ""
        if not abstract:
            return None
        for one in self.root.iterchildren(w("abstractNum")):
            if one.get(w("abstractNumId")) == abstract:
                for level in one.iterchildren(w("lvl")):
                    if level.get(w("ilvl")) == step:
                        return level
        return None

    def _new(self, abstract: str, level: int, start: int) -> int:
        taken = [int(one.get(w("numId"), "0")) for one in self.root.iterchildren(w("num"))]
        number = max(taken, default=0) + 1
        num = fragment(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
        sub(sub(num, "lvlOverride", ilvl=str(level)), "startOverride", val=str(start))
        last = self.root.find(w("numIdMacAtCleanup"))
        self.root.append(num) if last is None else last.addprevious(num)
        return number

    def _abstract_of(self, number: str) -> str:
        for num in self.root.iterchildren(w("num")):
            abstract = num.find(w("abstractNumId"))
            if num.get(w("numId")) == number and abstract is not None:
                return str(abstract.get(VAL, ""))
        return ""

    def _own(self, kind: str) -> int:
        if kind not in self._ours:
            taken = [
                int(one.get(w("abstractNumId"), "0"))
                for one in self.root.iterchildren(w("abstractNum"))
            ]
            self._ours[kind] = max(taken, default=-1) + 1
            first = self.root.find(w("num"))
            definition = _definition(kind, self._ours[kind])
            self.root.append(definition) if first is None else first.addprevious(definition)
        return self._ours[kind]


def _definition(kind: str, number: int) -> Element:
    """Nine levels of bullets, of figures (as they were typed), or of headings."""
    levels = "".join(_level(kind, level) for level in range(9))
    return fragment(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="6D1A{number % 65536:04X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(kind: str, level: int) -> str:
    if kind == "heading":
        text = ".".join(f"%{number}" for number in range(1, level + 2))
        indent = 567 + 170 * level
        return _described(level, "decimal", text, indent, indent)
    if kind == "bullet":
        return _described(level, "bullet", _BULLETS[level % 3], _STEP * (level + 1), _STEP)
    return _described(level, "decimal", f"%{level + 1}.", _STEP * (level + 1), _STEP)


def _described(level: int, shape: str, text: str, indent: int, hanging: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
