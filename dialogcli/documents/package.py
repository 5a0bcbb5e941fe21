"""A Word file as a package of parts: opened within limits, changed part by part, the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from dialogcli.documents.xml import CONTENT_TYPES, OFFICE, RELATIONSHIPS, Element, parse, serialise
from dialogcli.model.errors import UnreadableError

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MOST_PARTS = 1_000
_MOST_BYTES = 50_000_000
_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Package:
    """`parts` leads from a part's name (`word/document.xml`) to its bytes; `trees` holds those that are parsed."""

    parts: dict[str, bytes]
    trees: dict[str, Element] = field(default_factory=dict)

    def tree(self, name: str) -> Element:
        """The root of a part; what is changed in it is saved."""
        if name not in self.trees:
            try:
                self.trees[name] = parse(self.parts[name])
            except (KeyError, ValueError) as error:
                raise broken(f"delen {name} går inte att läsa") from error
        return self.trees[name]

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        return next(self.related("", "officeDocument"), "word/document.xml")

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts that a part has relationships of a kind (`header`, `styles`) to."""
        rels = _rels_of(part)
        if rels not in self.parts and rels not in self.trees:
            return
        for one in self.tree(rels):
            if one.get("Type", "").endswith(f"/{kind}") and one.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join(posixpath.dirname(part), one.get("Target", ""))).lstrip("/")

    def link(self, part: str, url: str) -> str:
        """The id of the relationship from a part to an address, made when it is not there."""
        root = self.tree(_rels_of(part))
        for one in root:
            if one.get("Target") == url and one.get("TargetMode") == "External":
                return str(one.get("Id"))
        return _relate(root, f"{OFFICE}/hyperlink", url, "External")

    def add(self, source: str, name: str, kind: str, content_type: str, root: Element) -> None:
        """Add a part with a relationship of a kind (a whole address) from another part."""
        rels = _rels_of(source)
        if rels not in self.parts and rels not in self.trees:
            self.trees[rels] = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})  # type: ignore[dict-item]
        _relate(self.tree(rels), kind, posixpath.relpath(name, posixpath.dirname(source) or "."))
        etree.SubElement(self.tree(_TYPES), f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}",
                         ContentType=content_type)
        self.trees[name] = root

    def save(self) -> bytes:
        """The package as a zip file without clock, order or machine in it."""
        contents = {**self.parts, **{name: serialise(root) for name, root in self.trees.items()}}
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in sorted(contents, key=lambda name: (name != _TYPES, name != "_rels/.rels", name)):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system, info.external_attr = 0, 0
                archive.writestr(info, contents[name], zipfile.ZIP_DEFLATED, 6)
        return target.getvalue()


def open_package(data: bytes) -> Package:
    """Open a Word file or template. Raises UnreadableError for what is none, holds macros or is far too big."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_BYTES:
                raise broken("den är orimligt stor")
            if len({info.filename for info in infos}) < len(infos):
                raise broken("samma del finns två gånger")
            package = Package({info.filename: archive.read(info) for info in infos})
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise broken("den är ingen Word-fil") from error
    _accept(package)
    return package


def broken(why: str) -> UnreadableError:
    """The letterhead cannot be used."""
    return UnreadableError(f"Brevmallen går inte att använda: {why}. Ingen handling är skapad.")


def _accept(package: Package) -> None:
    """Make a template (.dotx) a document; refuse macros and files of another kind."""
    if _TYPES not in package.parts or package.main not in package.parts:
        raise broken("den är ingen Word-fil")
    types = package.tree(_TYPES)
    if any("macroEnabled" in one.get("ContentType", "") for one in types):
        raise broken("den innehåller makron. Spara den som vanligt Word-dokument (.docx)")
    for one in types:
        if one.get("ContentType") == _TEMPLATE_TYPE:
            one.set("ContentType", MAIN_TYPE)


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relate(root: Element, kind: str, target: str, mode: str = "") -> str:
    taken = {one.get("Id") for one in root}
    name = next(f"rId{number}" for number in range(1, len(root) + 2) if f"rId{number}" not in taken)
    one = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=name, Type=kind, Target=target)
    if mode:
        one.set("TargetMode", mode)
    return name
