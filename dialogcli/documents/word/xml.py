"""WordprocessingML's names and the few lines of lxml that everything which writes it needs."""

from __future__ import annotations

from copy import copy
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML = "http://www.w3.org/XML/1998/namespace"

_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False
)


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{MAIN}}}{name}"


VAL = w("val")


def sub(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child; attributes are WordprocessingML's own."""
    child = etree.SubElement(parent, f"{{{MAIN}}}{name}")
    for key, value in attributes.items():
        child.set(f"{{{MAIN}}}{key}", value)
    return child


def copy_below(pattern: Element, parent: Element) -> Element:
    """A copy of a whole element as a new last child: several times faster than making its parts one
    by one.
    """
    child = copy(pattern)  # lxml copies what is inside too
    parent.append(child)
    return child


def parse(data: bytes) -> Element:
    """The root of an XML file. Raises ValueError when it is not one, or has a document type of its
    own.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise ValueError("document type")
    return root


def fragment(markup: str) -> Element:
    """An element written as text by us, with the prefix `w`."""
    around = etree.fromstring(f'<around xmlns:w="{MAIN}">{markup}</around>', _PARSER)
    element = around[0]
    around.remove(element)
    return element


def serialise(root: Element) -> bytes:
    """The bytes of an XML file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _named(*names: str) -> frozenset[str]:
    return frozenset(map(w, names))


_AFTER = {
    "keepNext": _named("pStyle"),
    "bidi": _named("pStyle", "keepNext", "pageBreakBefore", "numPr"),
    "tabs": _named("pStyle", "keepNext", "pageBreakBefore", "numPr"),
    "spacing": _named("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "bidi"),
    "ind": _named("pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "bidi", "spacing"),
}
"""What stands before a property of a paragraph, by the schema."""


def in_order(properties: Element, name: str) -> Element:
    """A new property of a paragraph, in the place that the schema gives it."""
    before = _AFTER[name]
    index = sum(child.tag in before for child in properties)
    element = sub(properties, name)
    properties.insert(index, element)
    return element
