"""Filling a text template with plain data. Every fault in a template is told with file, line and
what was meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2.exceptions import TemplateError

from dialogcli.documents.errors import NoDocumentError
from dialogcli.documents.templating.allowance import LARGEST_TEXT
from dialogcli.documents.templating.environment import environment
from dialogcli.documents.templating.fields import Data
from dialogcli.documents.templating.sandbox import Sandbox
from dialogcli.documents.templating.telling import fault_of
from dialogcli.model.finding import FileFault

_EXPECTED = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    MemoryError,
    SyntaxError,
)


def fill(
    name: str,
    templates: Mapping[str, str],
    data: Mapping[str, Data],
    places: Mapping[str, str] | None = None,
) -> str:
    """The Markdown, with marks, that a template makes of data. Raises UnreadableError with the
    place of a fault.

    `places` says where templates lie that are not the built-in ones.
    """
    sandbox = environment(tuple(sorted(templates.items())))
    try:
        return _rendered(sandbox, name, data)
    except _EXPECTED as error:
        fault = _at(fault_of(error, name, templates, data), places or {})
        raise NoDocumentError(f"Mallen {fault.place.file} har ett fel.", faults=(fault,)) from error


def _at(fault: FileFault, places: Mapping[str, str]) -> FileFault:
    place = fault.place
    return fault._replace(place=place._replace(file=places.get(place.file, place.file)))


def _rendered(sandbox: Sandbox, name: str, data: Mapping[str, Data]) -> str:
    pieces: list[str] = []
    size = 0
    sandbox.allowance.renew()
    for piece in sandbox.get_template(name).generate(data):
        size += len(piece)
        if size > LARGEST_TEXT:
            raise OverflowError
        pieces.append(piece)
    return "".join(pieces)
