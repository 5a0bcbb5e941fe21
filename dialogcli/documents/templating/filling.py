"""Filling a text template with plain data. Every fault in a template is told with file, line and what was meant."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from dialogcli.documents.templating.environment import LARGEST_OUTPUT, UnknownNameError, environment
from dialogcli.documents.templating.fields import Data
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault
from dialogcli.model.place import Place
from dialogcli.model.words import nearest

_EXPECTED = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError,
             MemoryError)


def fill(name: str, templates: Mapping[str, str], data: Mapping[str, Data],
         places: Mapping[str, str] | None = None) -> str:
    """The Markdown, with marks, that a template makes of data. Raises UnreadableError with the place of a fault.

    `places` says where templates lie that are not the built-in ones.
    """
    sandbox = environment(tuple(sorted(templates.items())))
    try:
        return _rendered(sandbox, name, data)
    except _EXPECTED as error:
        fault = _at(_fault(error, name, templates, data), places or {})
        raise UnreadableError(f"Mallen {fault.place.file} har ett fel. Ingen handling är skapad.",
                              faults=(fault,)) from error


def _at(fault: FileFault, places: Mapping[str, str]) -> FileFault:
    place = fault.place
    return fault._replace(place=place._replace(file=places.get(place.file, place.file)))


def _rendered(sandbox: ImmutableSandboxedEnvironment, name: str, data: Mapping[str, Data]) -> str:
    pieces: list[str] = []
    size = 0
    for piece in sandbox.get_template(name).generate(data):
        size += len(piece)
        if size > LARGEST_OUTPUT:
            raise OverflowError("Mallen ger mer text än en handling kan rymma.")
        pieces.append(piece)
    return "".join(pieces)


def _fault(error: BaseException, name: str, templates: Mapping[str, str], data: Mapping[str, Data]) -> FileFault:
    if isinstance(error, UnknownNameError):
        return name_fault(error.name, error.known, *_where(error, name, templates), templates, data)
    return code_fault(error, name, templates)


def code_fault(error: BaseException, name: str, templates: Mapping[str, str]) -> FileFault:
    """What an error says of the template in which it arose, or of one that this includes."""
    file, line = _where(error, name, templates)
    return FileFault("mall", Place(file, line), _message(error), _quoted(templates, file, line))


def name_fault(unknown: str, known: tuple[str, ...], file: str, line: int, templates: Mapping[str, str],
               data: Mapping[str, Data]) -> FileFault:
    """A name that does not exist, with the nearest of those `known` there, or of all data at the top."""
    meant = nearest(unknown, known or data)
    remedy = (("Åtgärd", f"Byt till {meant}."),) if meant else ()
    place = Place(file, line, _column(templates.get(file, "").split("\n"), line, unknown))
    return FileFault("okänt-fält", place, f"Fältet {unknown} finns inte.", _quoted(templates, file, line) + remedy)


def _quoted(templates: Mapping[str, str], file: str, line: int) -> tuple[tuple[str, str], ...]:
    lines = templates.get(file, "").split("\n")
    text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return (("Raden är", text),) if text else ()


def _where(error: BaseException, name: str, templates: Mapping[str, str]) -> tuple[str, int]:
    """The template and line that an error comes from: the innermost that its traceback knows."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    found = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    inside = [place for place in found if place[0] in templates]
    return inside[-1] if inside else (name, 1)


def _column(lines: list[str], line: int, name: str) -> int:
    """Where in its line a name stands, from 1."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    return found.start() + 1 if found else 1


def _message(error: BaseException) -> str:
    match error:
        case TemplateNotFound():
            return f"Mallen {error.name} finns inte."
        case TemplateSyntaxError():
            return f"Mallens kod går inte att läsa: {error.message}"
        case SecurityError():
            return "Mallen gör något som en mall inte får göra."
        case OverflowError() | MemoryError():
            return "Mallen ger mer text än en handling kan rymma."
        case RecursionError():
            return "Mallen anropar sig själv utan slut."
    return f"Raden går inte att skriva ut: {error}"
