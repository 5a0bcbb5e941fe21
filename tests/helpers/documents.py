"""Documents made from a few lines of YAML and a few lines of template, and a Word file opened for
looking into.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from helpers import small_rulebook
from lxml import etree

from dialogcli.base.dates import Day
from dialogcli.documents.choose import Document, documents_of
from dialogcli.documents.markup.conversion import read_markdown
from dialogcli.documents.markup.pictures import Pictures
from dialogcli.documents.render import render
from dialogcli.documents.rendered import Rendered
from dialogcli.documents.templating.templates import Templates, read_templates
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.model import DocumentSpec

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample-dossier"
SHIPPED = read_templates(ROOT / "templates")
LETTERHEAD = SHIPPED.letterhead
DAY = Day(2025, 2, 24)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

DOSSIER = "titel: Torget\ndnr: KS 2027/5\nhandläggare: handläggaren\n"


def made(
    template: str,
    files: dict[str, str] | None = None,
    rules: str = "",
    *,
    draft: bool = True,
    before: str = "",
    letterhead: bytes = LETTERHEAD,
    id_: str = "prov",
    macros: bool = False,
    pictures: Pictures | None = None,
) -> Rendered:
    """The document that a template makes of a small dossier (`idé`, `plan` ... of Exempelby)."""
    dossier = small_rulebook.dossier({"dossier.yaml": DOSSIER, **(files or {})}, rules)
    texts = {"prov.md.j2": template} | (
        {"makron.md.j2": SHIPPED.texts["makron.md.j2"]} if macros else {}
    )
    document = Document(DocumentSpec(id_, "Prov", "prov", before=before), id_)
    templates = Templates(texts, letterhead, pictures=pictures or {})
    return render(document, dossier, templates, draft=draft, day=DAY)


def of_sample(
    id_: str,
    folder: Path = SAMPLE,
    *,
    draft: bool = True,
    before: str = "",
    templates: Templates = SHIPPED,
) -> Rendered:
    """A document of the sample dossier, or of a changed copy of it."""
    dossier = read_dossier(folder)
    document = next(
        one
        for one in documents_of(dossier)
        if id_ in (one.spec.id, one.word) and before in ("", one.spec.before)
    )
    return render(document, dossier, templates, draft=draft, day=DAY)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(contents: dict[str, bytes]) -> bytes:
    """A zip file of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return target.getvalue()


def letterhead(**changes: tuple[str, str]) -> bytes:
    """The default letterhead with one text put in another's place: `document=("<w:p>", "...")`."""
    contents = parts(LETTERHEAD)
    for name, (old, new) in changes.items():
        path = next(one for one in contents if one.endswith(f"/{name}.xml"))
        assert old in contents[path].decode(), f"{old!r} is not in {path}"
        contents[path] = contents[path].decode().replace(old, new).encode()
    return packed(contents)


def opened(data: bytes) -> WordDocument:
    """A Word file as python-docx reads it: an independent reader."""
    return docx.Document(io.BytesIO(data))


def lines(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph outside tables, in order."""
    return [(paragraph.style.name, paragraph.text) for paragraph in opened(data).paragraphs]


def texts(data: bytes, name: str = "word/document.xml") -> str:
    """All text of a part, paragraphs on lines of their own."""
    return "\n".join("".join(text_of(paragraph)) for paragraph in part(data, name).iter(f"{W}p"))


def text_of(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        yield (
            element.text or ""
            if element.tag == f"{W}t"
            else "\n"
            if element.tag == f"{W}br"
            else "\t"
        )


def blocks(markdown: str) -> list[object]:
    return list(read_markdown(markdown))
