"""Whether a Word file can be read by everybody, with a screen reader too, and is fit to be sent.

Looks at the file alone, so that it also serves for one that was edited by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from dialogcli.base.dates import MONTHS
from dialogcli.documents.finished_file import Finished, FinishedLine, Flaw, own_text, quoted_words
from dialogcli.documents.word.package import LANGUAGE
from dialogcli.documents.word.xml import VAL, Element, w

_TYPED_ITEM = re.compile(r"\s*(?:[-\u2013\u2022*\u00b7]\s+|(?:\d{1,2}|[a-z])[.)]\s+)\S")


def headings(file: Finished) -> Iterator[Flaw]:
    """One title, and no level left out below it."""
    found = [line for line in file.lines if line.level]
    first = sum(line.level == 1 for line in found)
    if first != 1:
        yield Flaw(
            "rubrik", f"Handlingen har {first} rubriker på nivå 1. Den ska ha en, sin titel."
        )
    for before, line in pairwise(found):
        if line.level > before.level + 1:
            message = f"Rubriken {quoted_words(line.text)} har nivå {line.level} men kommer efter nivå {before.level}."
            yield Flaw("rubriknivå", message)
    yield from (Flaw("rubrik", "En rubrik är tom.") for line in found if not line.text.strip())


def section_flaws(file: Finished) -> Iterator[Flaw]:
    """A heading with nothing under it: the next one of its level, or the end, follows at once."""
    end = (1, "")
    for (level, text), (following, _) in pairwise([*_flow(file), end]):
        if level > 1 and 0 < following <= level:
            yield Flaw("tomt avsnitt", f"Under rubriken {quoted_words(text)} står ingenting.")


def _flow(file: Finished) -> Iterator[tuple[int, str]]:
    """All that shows outside tables, in order: its level as a heading (0: none) and its text. A
    table is one thing without text.
    """
    lines = {line.element: line for line in file.lines if not line.blank}
    for one in file.package.body.iter(w("p"), w("tbl")):
        if next(one.iterancestors(w("tbl")), None) is not None:
            continue
        if one.tag == w("tbl"):
            yield 0, ""
        elif one in lines:
            yield lines[one].level, lines[one].text


def lists(file: Finished) -> Iterator[Flaw]:
    """Lines that somebody has numbered or ticked by hand, one after the other."""
    for typed, group in groupby(_rows(file), key=lambda row: row[1]):
        (first, _), *more = group
        if typed and more:
            yield Flaw(
                "lista",
                f"Raderna från {quoted_words(first.text)} är ingen lista fast de ser ut som en.",
            )


def _rows(file: Finished) -> Iterator[tuple[FinishedLine, bool]]:
    """The paragraph of every row that is no heading, and whether the row only looks like an item."""
    for line in file.lines:
        for row in line.text.split("\n"):
            if row.strip() and not line.level:
                yield line, not line.listed and _TYPED_ITEM.match(row) is not None


def tables(file: Finished) -> Iterator[Flaw]:
    """A header row that is marked, no cells made one, and a caption."""
    for number, table in enumerate(file.tables, 1):
        name = f"Tabell {number}"
        first = table.find(w("tr"))
        if first is None or first.find(f"{w('trPr')}/{w('tblHeader')}") is None:
            yield Flaw("tabellhuvud", f"{name} har ingen markerad rubrikrad.")
        if next(table.iter(w("gridSpan"), w("vMerge")), None) is not None:
            yield Flaw(
                "sammanfogat", f"{name} har sammanfogade celler. De läses upp i fel ordning."
            )
        if next(table.iterancestors(w("tbl")), None) is not None:
            yield Flaw("tabell i tabell", f"{name} ligger i en annan tabell.")
        if table.find(f"{w('tblPr')}/{w('tblCaption')}") is None and not _captioned(file, table):
            yield Flaw("tabellrubrik", f"{name} har ingen rubrik.")


def _captioned(file: Finished, table: Element) -> bool:
    before = table.getprevious()
    return any(line.element is before and line.style.casefold() == "caption" for line in file.lines)


def blanks(file: Finished) -> Iterator[Flaw]:
    """Blank paragraphs that stand in for space; Word itself wants one after a table, and one in an
    empty cell.
    """
    last = ""
    for line in file.lines:
        if not line.blank:
            last = line.text
            continue
        if not _is_needed(line.element):
            yield Flaw(
                "tomt stycke",
                f"Ett tomt stycke efter {quoted_words(last)}. Ge formatet ett avstånd i stället.",
            )


def _is_needed(blank: Element) -> bool:
    before, after = blank.getprevious(), blank.getnext()
    if before is not None and before.tag == w("tbl"):
        return after is None or after.tag in (w("tbl"), w("sectPr"))
    alone = after is None and (before is None or before.tag == w("tcPr"))
    return alone and next(blank.iterancestors(w("tc")), None) is not None


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
            yield Flaw("länk", f"Länken {quoted_words(text)} säger inte vart den leder.")


_CHECKS: tuple[Callable[[Finished], Iterator[Flaw]], ...] = (
    _properties,
    headings,
    section_flaws,
    lists,
    tables,
    _pictures,
    blanks,
    _left_over,
    _identity,
    _links,
)
