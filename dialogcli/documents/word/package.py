"""A Word file as python-docx's package of parts: opened within limits, saved as the same bytes each
time, with title, language and what it was made from.

python-docx is loaded when a file is opened, not before.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from lxml import etree

from dialogcli.base.dates import Day
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.word.xml import CONTENT_TYPES, Element, fragment, parse, serialise

if TYPE_CHECKING:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part, XmlPart
    from docx.package import Package as WordPackage

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_IS_NO_WORD_FILE = "den är ingen Word-fil"
_KINDS = (
    (b"%PDF", "den är en PDF. Öppna den i Word och spara den som Word-dokument (.docx)"),
    (b"{\\rtf", "den är sparad som RTF. Öppna den i Word och spara den som Word-dokument (.docx)"),
)


def what_it_is(data: bytes) -> str:
    """Why a file that could not be opened is no Word file, as the end of a sentence."""
    if not data:
        return "den är tom"
    if data.startswith(_OLD):
        if _LOCKED in data:
            return "den är låst med lösenord. Ta bort lösenordet i Word, under Arkiv, Info, Skydda dokument"
        return "den är sparad i ett äldre format (.doc). Öppna den i Word och spara den som Word-dokument (.docx)"
    if data.startswith(b"PK"):
        return _zipped(data)
    return next((told for start, told in _KINDS if data.startswith(start)), _IS_NO_WORD_FILE)


def _zipped(data: bytes) -> str:
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return "den är sparad som OpenDocument (.odt). Öppna den i Word och spara den som Word-dokument (.docx)"
    whole = b"PK\x05\x06" in data[-70_000:]
    return (
        _IS_NO_WORD_FILE
        if whole
        else "den är inte hel. Hämta den igen, eller öppna den i Word och spara den på nytt"
    )


MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_MOST_PARTS = 1_000
_MOST_BYTES = 50_000_000
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOT_OPENED = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    EOFError,
)
"""What a file that is none, or is torn, makes zipfile, lxml and python-docx raise."""


class PackageError(Exception):
    """A Word file that cannot be used; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file that is open; what is changed in the elements of its parts is saved."""

    opc: WordPackage

    @property
    def main(self) -> XmlPart:
        """The part that holds the text."""
        main: XmlPart = self.opc.main_document_part
        return main

    @property
    def body(self) -> Element:
        """What the text stands in."""
        body: Element = self.main.element.body
        return body

    def related(self, kind: str) -> Iterator[XmlPart]:
        """The parts, each once, that the main part has relationships of a kind (`header`, `styles`)
        to.
        """
        from docx.opc.part import XmlPart

        parts = dict.fromkeys(
            one.target_part
            for one in self.main.rels.values()
            if not one.is_external and one.reltype.endswith(f"/{kind}")
        )
        return (part for part in parts if isinstance(part, XmlPart))

    def root(self, kind: str, content_type: str) -> Element:
        """The root of the part of a kind (`styles`) beside the main part; an empty one is made
        where there is none.
        """
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart

        part = next(self.related(kind), None)
        if part is None:
            name, root = PackURI(f"/word/{kind}.xml"), fragment(f"<w:{kind}/>")
            part = XmlPart(name, content_type, root, self.opc)  # type: ignore[arg-type]
            self.main.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))
        element: Element = part.element
        return element

    def link(self, url: str) -> str:
        """The id of the relationship from the text to an address, made when it is not there."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        return self.main.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def put(self, kind: str, part: Part) -> None:
        """Let a part take the place of those of its kind (a whole address) that belong to the
        package itself.
        """
        for name in [name for name, one in self.opc.rels.items() if one.reltype == kind]:
            del self.opc.rels[name]
        self.opc.relate_to(part, kind)

    def save(self) -> bytes:
        """The package as a zip file without clock, order or machine in it (python-docx writes the
        time of day).
        """
        contents = self._contents()
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in sorted(
                contents, key=lambda name: (name != _TYPES, name != _RELATIONSHIPS, name)
            ):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system, info.external_attr = 0, 0
                archive.writestr(info, contents[name], zipfile.ZIP_DEFLATED, 6)
        return target.getvalue()

    def _contents(self) -> dict[str, bytes | str]:
        """The bytes of every member of the zip file, by name."""
        parts = sorted(self.opc.iter_parts(), key=lambda part: part.partname)
        contents = {_RELATIONSHIPS: self.opc.rels.xml, _TYPES: _types(parts)}
        for part in parts:
            contents[part.partname.membername] = part.blob
            if part.rels:
                contents[part.partname.rels_uri.membername] = part.rels.xml
        return contents


def open_package(data: bytes) -> Package:
    """Open a Word file or template. Raises PackageError for what is none, holds macros or is far
    too big.
    """
    from docx.opc.package import Unmarshaller
    from docx.opc.pkgreader import PackageReader
    from docx.package import Package as WordPackage

    opened = WordPackage()
    try:
        _refuse_unreasonable(data)
        reader = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]
        Unmarshaller.unmarshal(reader, opened, _part)  # type: ignore[no-untyped-call]
        if opened.main_document_part.element.body is None:
            raise ValueError("no body")
    except _NOT_OPENED as error:
        raise PackageError(what_it_is(data)) from error
    except KeyError as error:
        raise PackageError(
            "något som den hänvisar till saknas i filen. Öppna den i Word och spara den igen"
        ) from error
    return Package(opened)


def broken(why: str) -> NoDocumentError:
    """The letterhead cannot be used."""
    return NoDocumentError(f"Brevmallen går inte att använda: {why}.")


def _refuse_unreasonable(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise PackageError("den är orimligt stor")
    names = {info.filename for info in infos}
    if len(names) < len(infos):
        raise PackageError("samma del finns två gånger")
    if not names >= {_TYPES, _RELATIONSHIPS}:
        raise ValueError("no package")


def _part(name: PackURI, content_type: str, kind: str, blob: bytes, package: WordPackage) -> Part:
    """A part as python-docx makes it; that of a template (.dotx) as that of a document. Refuses
    macros.
    """
    from docx.opc.part import PartFactory, XmlPart

    if "macroEnabled" in content_type:
        raise PackageError("den innehåller makron. Spara den som vanligt Word-dokument (.docx)")
    try:
        part = PartFactory(
            name, MAIN_TYPE if content_type == _TEMPLATE_TYPE else content_type, kind, blob, package
        )
    except etree.XMLSyntaxError as error:
        raise PackageError(f"delen {name.membername} går inte att läsa") from error
    if isinstance(part, XmlPart) and part.element.getroottree().docinfo.doctype:
        raise PackageError(f"delen {name.membername} går inte att läsa")
    return part  # type: ignore[return-value]


def _types(parts: list[Part]) -> bytes:
    """The list of what every part is; all by name but for the relationships, which have an ending
    of their own.
    """
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})  # type: ignore[dict-item]
    etree.SubElement(
        root, f"{{{CONTENT_TYPES}}}Default", Extension="rels", ContentType=_RELATIONSHIPS_TYPE
    )
    for part in parts:
        etree.SubElement(
            root,
            f"{{{CONTENT_TYPES}}}Override",
            PartName=part.partname,
            ContentType=part.content_type,
        )
    return serialise(root)


LANGUAGE = "sv-SE"
_LONGEST = 255
"""Word cuts longer properties."""

_NO_DAY = date(1980, 1, 1)
"""Stands for no date, as it does in the zip file itself; Word shows a file without dates as broken.
"""

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format identifier that the standard gives all custom properties."""


def write_core(package: Package, day: Day | None, texts: Mapping[str, str]) -> None:
    """Replace the core properties. `texts`: title, subject, author, identifier, category."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.parts.coreprops import CorePropertiesPart

    part = CorePropertiesPart.default(package.opc)
    core = part.core_properties
    for name, text in texts.items():
        setattr(core, name, _cut(text))
    core.last_modified_by = _cut(texts.get("author", ""))
    core.language = LANGUAGE
    core.created = core.modified = datetime.combine(day.first if day else _NO_DAY, time())
    package.put(RELATIONSHIP_TYPE.CORE_PROPERTIES, part)


def write_custom(package: Package, texts: Mapping[str, str]) -> None:
    """Write what the file was made from as custom properties. Others that the letterhead has (a
    label) stay.
    """
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VT})  # type: ignore[dict-item]
    for number, kept in enumerate(
        (one for one in _custom(package) if one.get("name") not in texts), len(texts) + 2
    ):
        kept.set("pid", str(number))
        root.append(kept)
    for number, (name, text) in enumerate(texts.items(), 2):
        one = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_VT}}}lpwstr").text = _cut(text)
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        serialise(root),
        package.opc,
    )
    package.put(RELATIONSHIP_TYPE.CUSTOM_PROPERTIES, part)


def read_custom(package: Package) -> dict[str, str]:
    """The custom properties of a file; empty when it has none."""
    return {
        one.get("name", ""): "".join(str(text) for text in one.itertext())
        for one in _custom(package)
    }


def _custom(package: Package) -> list[Element]:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return list(parse(package.opc.part_related_by(RELATIONSHIP_TYPE.CUSTOM_PROPERTIES).blob))
    except (KeyError, ValueError):
        return []


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."
