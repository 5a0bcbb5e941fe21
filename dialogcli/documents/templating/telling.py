"""What is wrong with a template: the file, the line quoted, the word in it, and the nearest that
there is.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from dialogcli.documents.templating.allowance import EndlessError
from dialogcli.documents.templating.bounding import UnprintableError
from dialogcli.documents.templating.environment import environment
from dialogcli.documents.templating.fields import Data
from dialogcli.documents.templating.sandbox import RefusedError, UnknownNameError
from dialogcli.documents.templating.syntax import Misread, misread
from dialogcli.model.finding import FileFault, Note, NoteKind
from dialogcli.model.place import Place
from dialogcli.model.words import nearest

ENDLESS = "utan-slut"
"""The code of a fault that it takes seconds to find."""

_FEWER = "Låt det som upprepas ta slut. En handling behöver sällan mer än några tusen varv."


def fault_of(
    error: BaseException, name: str, templates: Mapping[str, str], data: Mapping[str, Data]
) -> FileFault:
    """What an error says of the template in which it arose, or of one that this includes."""
    file, line = _where(error, name, templates)
    if isinstance(error, UnknownNameError):
        return unknown_name(error.name, error.known, file, line, templates, data)
    if isinstance(error, TemplateSyntaxError) or type(error) is TemplateRuntimeError:
        told = misread(error.message or "", templates.get(file, ""), *_known(templates))
        return _unreadable(told, file, line, templates)
    message, word, remedy = _told(error, templates)
    return FileFault(
        ENDLESS if isinstance(error, EndlessError) else "mall",
        _place(file, line, word, templates),
        message,
        _notes(templates, file, line, remedy),
    )


def unknown_name(
    unknown: str,
    known: tuple[str, ...],
    file: str,
    line: int,
    templates: Mapping[str, str],
    data: Mapping[str, Data],
) -> FileFault:
    """A name that does not exist, with the nearest of those `known` there, or of all data at the
    top.
    """
    return FileFault(
        "okänt-fält",
        _place(file, line, unknown, templates),
        f"Fältet {unknown} finns inte.",
        _notes(templates, file, line, _exchange(nearest(unknown, known or data))),
    )


def unknown_macro(
    macro: str, known: tuple[str, ...], file: str, line: int, templates: Mapping[str, str]
) -> FileFault:
    """A macro that the file it is to come from does not have."""
    return FileFault(
        "mall",
        _place(file, line, macro, templates),
        f"Makrot {macro} finns inte där.",
        _notes(templates, file, line, _exchange(nearest(macro, known))),
    )


def unknown_word(
    kind: str, word: str, file: str, line: int, templates: Mapping[str, str]
) -> FileFault:
    """A filter or a test that does not exist."""
    return _unreadable(
        misread(f"No {kind} named '{word}'", "", *_known(templates)), file, line, templates
    )


def _unreadable(told: Misread, file: str, line: int, templates: Mapping[str, str]) -> FileFault:
    line = told.line or line
    return FileFault(
        "mall",
        _place(file, line, told.word, templates),
        told.message,
        _notes(templates, file, line, _exchange(told.meant)),
    )


def _known(templates: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """The filters and the tests that a template may use, without those that only the sandbox itself
    uses.
    """
    sandbox = environment(tuple(sorted(templates.items())))
    return [name for name in sandbox.filters if name.isidentifier()], [*sandbox.tests]


def _told(error: BaseException, templates: Mapping[str, str]) -> tuple[str, str, str]:
    """The sentence for an error, the word in the line that it is about, and what to do."""
    match error:
        case TemplateNotFound():
            name = str(error.name)
            return f"Mallen {name} finns inte.", name, _exchange(nearest(name, templates))
        case EndlessError():
            return "Mallen blir aldrig färdig.", "", _FEWER
        case RecursionError() if _frames(error, templates):
            return "Mallen anropar sig själv utan slut.", "", ""
        case OverflowError() | MemoryError():
            return "Mallen ger mer text än en handling kan rymma.", "", ""
        case RefusedError():
            return f"Mallen får inte använda {error.message}.", str(error.message), ""
        case SecurityError():
            return "Mallen gör något som en mall inte får göra.", "", ""
        case UnprintableError():
            return "Bara text, tal och fält kan skrivas ut.", "", ""
        case ZeroDivisionError():
            return "Här delas med noll.", "", ""
        case SyntaxError() | RecursionError():
            return "Mallen har för många block inuti varandra.", "", ""
    return "Raden går inte att räkna ut. Värdena är av fel slag.", "", ""


def _exchange(meant: str | None) -> str:
    return f"Byt till {meant}." if meant else ""


def _notes(templates: Mapping[str, str], file: str, line: int, remedy: str) -> tuple[Note, ...]:
    lines = templates.get(file, "").split("\n")
    quoted = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return tuple(
        (kind, text) for kind, text in ((NoteKind.LINE, quoted), (NoteKind.ADVICE, remedy)) if text
    )


def _where(error: BaseException, name: str, templates: Mapping[str, str]) -> tuple[str, int]:
    """The template and line that an error comes from: the innermost that its traceback knows."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or name, error.lineno
    return next(reversed(_frames(error, templates)), (name, 1))


def _frames(error: BaseException, templates: Mapping[str, str]) -> list[tuple[str, int]]:
    """The lines of templates that an error went through; none when it arose before any of them ran."""
    found = (
        (frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)
    )
    return [place for place in found if place[0] in templates]


def _place(file: str, line: int, word: str, templates: Mapping[str, str]) -> Place:
    """Where in its line a word stands, from 1."""
    lines = templates.get(file, "").split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    pattern = (
        rf"(?<!\w){re.escape(word)}(?!\w)"
        if word[:1].isalnum() or word[:1] == "_"
        else re.escape(word)
    )
    found = re.search(pattern, text) if word else None
    return Place(file, line, found.start() + 1 if found else 1)
