"""A finished Word file, opened for looking over: its paragraphs with the names of their styles, and
its tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dialogcli.documents.word.package import Package, open_package
from dialogcli.documents.word.styles import Styles
from dialogcli.documents.word.xml import VAL, Element, fragment, w

_HEADING = re.compile(r"heading ([1-9])")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LONGEST = 50
_BREAKS = {w("br"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-"}


class Flaw(NamedTuple):
    """What is wrong: a word for it that stays the same, and a sentence that says where and what to
    do.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class FinishedLine:
    """A paragraph of the text: the name of its style, its own text, its level as a heading (0:
    none).
    """

    element: Element
    style: str
    text: str
    level: int
    listed: bool

    @property
    def blank(self) -> bool:
        """Whether nothing of it shows."""
        shows = (
            w("drawing"),
            w("pict"),
            w("object"),
            w("sdt"),
            w("fldSimple"),
            w("instrText"),
            w("sectPr"),
        )
        return not self.text.strip() and next(self.element.iter(*shows), None) is None


class Finished:
    """Raises PackageError for what is no Word file."""

    def __init__(self, data: bytes) -> None:
        self.package: Package = open_package(data)
        self.core = self.package.opc.core_properties
        self.styles = next(
            (part.element for part in self.package.related("styles")), fragment("<w:styles/>")
        )
        self._names: dict[str, str] = {}
        for style in self.styles.iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                self._names[style.get(w("styleId"), "")] = name.get(VAL, "")
        self._by_name = Styles(self.styles)

    @cached_property
    def lines(self) -> list[FinishedLine]:
        """The paragraphs of the text in order, those in tables and boxes too, each once."""
        return [self._line(one) for one in self.package.body.iter(w("p")) if not _repeated(one)]

    @cached_property
    def tables(self) -> list[Element]:
        """The tables of the text in order."""
        return [one for one in self.package.body.iter(w("tbl")) if not _repeated(one)]

    @cached_property
    def text(self) -> str:
        """All of the text, with ordinary blanks."""
        return " ".join(" ".join(line.text for line in self.lines).split())

    def parts(self) -> Iterator[tuple[str, Element]]:
        """Every part that people read, with where that is."""
        yield "i texten", self.package.body
        for kind, where in (("header", "i sidhuvudet"), ("footer", "i sidfoten")):
            yield from ((where, part.element) for part in self.package.related(kind))

    def _line(self, element: Element) -> FinishedLine:
        properties = element.find(w("pPr"))
        style = properties.find(w("pStyle")) if properties is not None else None
        name = self._names.get(style.get(VAL, ""), "") if style is not None else ""
        heading = _HEADING.fullmatch(name.casefold())
        own = properties is not None and properties.find(w("numPr")) is not None
        return FinishedLine(
            element,
            name,
            own_text(element),
            int(heading[1]) if heading else 0,
            own or bool(self._by_name.list_level(name)[0]),
        )


def quoted_words(text: str) -> str:
    """The beginning of a text in quotation marks, by which people find it."""
    words = " ".join(text.split())
    return f'"{words if len(words) <= _LONGEST else words[: _LONGEST - 3].rstrip() + "..."}"'


def own_text(paragraph: Element) -> str:
    """The text of a paragraph without that of the boxes which hang on it."""
    text = ""
    for one in paragraph.iter(w("t"), *_BREAKS):
        if next(one.iterancestors(w("p"))) is not paragraph:
            continue
        if one.tag == w("t"):
            text += one.text or ""
        elif one.tag != w("tab") or not _is_stop(one):
            text += _BREAKS[one.tag]
    return text


def _is_stop(tab: Element) -> bool:
    """Whether it says where tabs end, and is no tab of the text."""
    return next(tab.iterancestors()).tag != w("r")


def _repeated(element: Element) -> bool:
    """Whether it stands in the second copy that Word keeps of a box, for old readers."""
    return any(one.tag == _FALLBACK for one in element.iterancestors())
