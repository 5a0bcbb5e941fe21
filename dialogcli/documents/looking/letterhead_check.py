"""Looking a letterhead over: what stops it from being used, and what people will stumble on in
every document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.word.letterhead import fill_letterhead
from dialogcli.documents.word.package import Package, PackageError, open_package
from dialogcli.documents.word.placement import BODY, place_for_text
from dialogcli.documents.word.styles import STYLES_TYPE, Styles
from dialogcli.documents.word.xml import VAL, Element, w
from dialogcli.model.finding import Severity
from dialogcli.model.words import nearest

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_WHERE = {"header": "i sidhuvudet", "footer": "i sidfoten", "": "i texten"}
_TRACKED = ("ins", "del", "moveFrom", "moveTo")


class Remark(NamedTuple):
    """Something about a letterhead: a fel stops documents from being made with it."""

    severity: Severity
    message: str


def remarks(letterhead: bytes, values: Mapping[str, str]) -> list[Remark]:
    """All that is to be said of a letterhead; `values` are those its tags can be filled with."""
    try:
        package = open_package(letterhead)
    except PackageError as error:
        return [Remark(Severity.FEL, f"Brevmallen går inte att använda: {error}.")]
    found = [*_parts(package), *_whole(package)]
    try:
        fill_letterhead(package, values)
    except NoDocumentError as error:
        found.insert(0, Remark(Severity.FEL, error.reason))
    return list(dict.fromkeys(found))


def unknown_styles(letterhead: bytes, names: Iterable[str]) -> dict[str, str]:
    """Those of the names that no paragraph style of a letterhead has, nor any of ours, with the
    nearest that there is.

    Raises PackageError for what is no Word file.
    """
    package = open_package(letterhead)
    root = package.root("styles", STYLES_TYPE)
    of_paragraphs = [one for one in root.iter(w("style")) if one.get(w("type")) == "paragraph"]
    there = [name.get(VAL, "") for style in of_paragraphs for name in style.iter(w("name"))]
    styles = Styles(root)
    return {name: nearest(name, there) or "" for name in names if not styles.paragraph(name)}


def _parts(package: Package) -> Iterator[Remark]:
    roots = [("", package.main.element)]
    for kind in ("header", "footer"):
        roots += [(kind, part.element) for part in package.related(kind)]
    for kind, root in roots:
        where = _WHERE[kind]
        if any(True for _ in root.iter(*map(w, _TRACKED))):
            yield Remark(
                Severity.VARNING,
                f"Det finns spårade ändringar {where}. Godkänn eller avvisa dem i Word.",
            )
        if any(_unnamed(one) for one in root.iter(f"{{{_DRAWING}}}docPr")):
            what = "Logotypen" if kind == "header" else "En bild"
            yield Remark(Severity.VARNING, f"{what} {where} saknar alternativtext.")


def _whole(package: Package) -> Iterator[Remark]:
    if any(True for _ in package.body.iter(w("commentReference"))):
        yield Remark(
            Severity.VARNING, "Det finns kommentarer i brevmallen. De följer med i varje handling."
        )
    _, _, place = place_for_text(package.body)
    if place is None:
        yield Remark(
            Severity.UPPLYSNING, f"{{{{ {BODY} }}}} saknas. Texten läggs sist i brevmallen."
        )
    elif next(place.iterancestors(w("tc")), None) is not None:
        yield Remark(
            Severity.VARNING,
            f"{{{{ {BODY} }}}} står i en tabell. Då läses hela texten upp som en cell.",
        )
    links = [one for part in package.related("settings") for one in part.rels.values()]
    if any(one.is_external and one.reltype.endswith("/attachedTemplate") for one in links):
        yield Remark(
            Severity.VARNING,
            "Brevmallen är kopplad till en mallfil på en dator. Ta bort kopplingen i Word.",
        )


def _unnamed(drawing: Element) -> bool:
    decorative = any(
        one.get("val") in ("1", "true") for one in drawing.iter(f"{{{_DECORATIVE}}}decorative")
    )
    return not drawing.get("descr", "").strip() and not decorative
