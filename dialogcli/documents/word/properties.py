"""The properties of a Word file: title and language for those who read it, and what it was made
from.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from lxml import etree

from dialogcli.documents.word.package import Package
from dialogcli.documents.word.xml import Element, parse, serialise
from dialogcli.model.day import Day

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
