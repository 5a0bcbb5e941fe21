"""What the standard's schemas have against a Word file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from helpers.documents import parts
from lxml import etree

SCHEMAS = Path(__file__).parents[1] / "documents" / "schemas"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(SCHEMAS / "wml.xsd"))


def invalid(data: bytes) -> list[str]:
    """The faults of all parts that hold text, styles or settings, as `part:line message`."""
    found = []
    for name, content in parts(data).items():
        if name.startswith("word/") and name.count("/") == 1 and name.endswith(".xml"):
            root = etree.fromstring(content)
            _as_an_old_reader(root)
            schema().validate(root)
            found += [f"{name}:{error.line} {error.message}" for error in schema().error_log]
    return found


def _as_an_old_reader(root: etree._Element) -> None:
    """Take the fallback of every alternative, as the standard has one do that knows no extensions."""
    for alternatives in list(root.iter(f"{COMPATIBLE}AlternateContent")):
        fallback = alternatives.find(f"{COMPATIBLE}Fallback")
        for child in list(fallback) if fallback is not None else ():
            alternatives.addprevious(child)
        alternatives.getparent().remove(alternatives)
