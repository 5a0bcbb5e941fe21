"""A Word file as python-docx's package of parts: opened within limits, saved as the same bytes each
time.

python-docx is loaded when a file is opened, not before: a document shown as text needs none.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.word.other_files import what_it_is
from dialogcli.documents.word.xml import CONTENT_TYPES, Element, fragment, serialise

if TYPE_CHECKING:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part, XmlPart
    from docx.package import Package as WordPackage

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_MOST_PARTS = 1_000
_MOST_BYTES = 50_000_000
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NO_WORD_FILE = (
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
    except _NO_WORD_FILE as error:
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
