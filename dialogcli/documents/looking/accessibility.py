"""Whether a Word file can be read by everybody, with a screen reader too, and is fit to be sent.

Looks at the file alone, so that it also serves for one that was changed by hand afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogcli.documents.looking.finished import Finished, Flaw, own_text, short
from dialogcli.documents.looking.structure import blanks, headings, lists, sections, tables
from dialogcli.documents.word.properties import LANGUAGE
from dialogcli.documents.word.xml import VAL, Element, w
from dialogcli.model.day import MONTHS

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_MARKS = re.compile("\\{\\{.*?\\}\\}|\\{%.*?%\\}|[\ue000-\ue00f]")
_DATE = re.compile(
    rf"\b\d{{4}}-\d\d(?:-\d\d)?\b|\b(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) \d{{4}}\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\b(?:dnr|diarienummer)\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:klicka )?här|länk(?:en)?|läs mer|(?:https?://|www\.)\S+", re.IGNORECASE
)
_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))


def flaws(data: bytes) -> list[Flaw]:
    """All that is wrong with a Word file, in the order in which one reads. Raises PackageError for
    what is none.
    """
    finished = Finished(data)
    return list(dict.fromkeys(flaw for check in _CHECKS for flaw in check(finished)))


def _properties(file: Finished) -> Iterator[Flaw]:
    if not (file.core.title or "").strip():
        yield Flaw("titel", "Filens egenskaper saknar titel. Skärmläsare läser den först.")
    default = file.styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    language = default.get(VAL, "") if default is not None else ""
    if language != LANGUAGE:
        yield Flaw(
            "språk",
            f"Textens språk är {language or 'inte angivet'}. Ange svenska, så läses den rätt.",
        )


def _pictures(file: Finished) -> Iterator[Flaw]:
    for where, root in file.parts():
        for named in root.iter(f"{{{_DRAWING}/wordprocessingDrawing}}docPr"):
            if (
                not named.get("descr", "").strip()
                and _shows_picture(named)
                and not _decorative(named)
            ):
                yield Flaw("alternativtext", f"En bild {where} saknar alternativtext.")


def _shows_picture(named: Element) -> bool:
    around = named.getparent()
    kinds = (
        [one.get("uri", "") for one in around.iter(f"{{{_DRAWING}/main}}graphicData")]
        if around is not None
        else []
    )
    return any(kind.rpartition("/")[2] in ("picture", "chart", "diagram") for kind in kinds)


def _decorative(named: Element) -> bool:
    return any(one.get("val") in ("1", "true") for one in named.iter(_DECORATIVE))


def _left_over(file: Finished) -> Iterator[Flaw]:
    for where, root in file.parts():
        text = "\n".join(own_text(one) for one in root.iter(w("p")))
        yield from (
            Flaw("mallkod", f"Mallkod är kvar {where}: {found}") for found in _MARKS.findall(text)
        )
        if next(root.iter(*_TRACKED), None) is not None:
            yield Flaw(
                "spårat", f"Det finns spårade ändringar {where}. Godkänn eller avvisa dem i Word."
            )


def _identity(file: Finished) -> Iterator[Flaw]:
    """What stands in the header alone is not read out."""
    number = " ".join((file.core.identifier or "").split())
    if number not in file.text if number else not _NUMBER.search(file.text):
        yield Flaw(
            "diarienummer", f"Diarienumret {number} står inte i själva texten.".replace("  ", " ")
        )
    if not _DATE.search(file.text):
        yield Flaw("datum", "Inget datum står i själva texten.")


def _links(file: Finished) -> Iterator[Flaw]:
    for link in file.package.body.iter(w("hyperlink")):
        text = "".join(one.text or "" for one in link.iter(w("t"))).strip()
        if _SAYS_NOTHING.fullmatch(text) or not text:
            yield Flaw("länk", f"Länken {short(text)} säger inte vart den leder.")


_CHECKS: tuple[Callable[[Finished], Iterator[Flaw]], ...] = (
    _properties,
    headings,
    sections,
    lists,
    tables,
    _pictures,
    blanks,
    _left_over,
    _identity,
    _links,
)
