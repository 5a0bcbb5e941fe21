"""The properties of a Word file: title and language for those who read it, and what it was made from."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from dialogcli.documents.package import Package
from dialogcli.documents.xml import Element
from dialogcli.model.day import Day

LANGUAGE = "sv-SE"
_LONGEST = 255
"""Word cuts longer properties."""

_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format identifier that the standard gives all custom properties."""


def write_core(package: Package, day: Day, texts: Mapping[str, str]) -> None:
    """Replace the core properties. `texts`: title, subject, creator, description, identifier, category."""
    root = etree.Element(f"{{{_CORE}}}coreProperties",
                         nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name in ("title", "subject", "creator", "description", "identifier"):
        _text(root, f"{{{_DC}}}{name}", texts.get(name, ""))
    _text(root, f"{{{_CORE}}}category", texts.get("category", ""))
    _text(root, f"{{{_CORE}}}lastModifiedBy", texts.get("creator", ""))
    _text(root, f"{{{_CORE}}}revision", "1")
    _text(root, f"{{{_DC}}}language", LANGUAGE)
    for name in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        moment.text = f"{day.first.isoformat()}T00:00:00Z"
    _replace(package, "core-properties", "docProps/core.xml", _CORE_KIND, _CORE_TYPE, root)


def write_custom(package: Package, texts: Mapping[str, str]) -> None:
    """Replace the custom properties: what the file was made from. Those of the letterhead go with it."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VT})  # type: ignore[dict-item]
    for number, (name, text) in enumerate(texts.items(), 2):
        one = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid=str(number), name=name)
        _text(one, f"{{{_VT}}}lpwstr", text)
    _replace(package, "custom-properties", "docProps/custom.xml", _CUSTOM_KIND, _CUSTOM_TYPE, root)


def read_custom(package: Package) -> dict[str, str]:
    """The custom properties of a file; empty when it has none."""
    name = next(package.related("", "custom-properties"), "")
    if not name:
        return {}
    return {one.get("name", ""): "".join(str(text) for text in one.itertext()) for one in package.tree(name)}


def _text(parent: Element, name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = text if len(text) <= _LONGEST else f"{text[:_LONGEST - 3]}..."


def _replace(package: Package, kind: str, name: str, address: str, content_type: str, root: Element) -> None:
    existing = next(package.related("", kind), "")
    if existing in package.parts:
        package.trees[existing] = root
    else:
        package.add("", name, address, content_type, root)
