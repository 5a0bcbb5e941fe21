"""Filling a text template with plain data, and the filled one as a person reads it. Every fault in
a template is told with file, line and what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jinja2.exceptions import TemplateError

from dialogcli.base.findings import FileFault
from dialogcli.base.words import NBSP, capital
from dialogcli.documents.markup.markdown import above_pictures, escape
from dialogcli.documents.markup.marks import LINE_BREAK, CitedText, Mark, missing, split
from dialogcli.documents.markup.refusals import NoDocumentError
from dialogcli.documents.templating.answer_data import Data
from dialogcli.documents.templating.faults import fault_of
from dialogcli.documents.templating.filters import environment
from dialogcli.documents.templating.metering import LARGEST_TEXT
from dialogcli.documents.templating.sandbox import Sandbox

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


_SIGNS = 20
_BLOCK = "\N{LOWER SEVEN EIGHTHS BLOCK}"
_NEW_LINE = re.compile(r"\n\s*\n\s*|\n\s*(?=(?:[-*+>]|#+|\d+[.)])\s)")
_LINE_END = re.compile(r"\s*\n\s*")
_BLANK_LINES = re.compile(r"\n{3,}")


def show_filled(filled: str, cited: Sequence[CitedText]) -> str:
    """The Markdown text of a document, for people and for `git diff`; gaps are in bold."""
    text = ""
    for piece in split(filled):
        shown = _resolved(piece, cited) if isinstance(piece, Mark) else piece
        prose_in_cell = (
            isinstance(piece, Mark) and piece.prose and text[text.rfind("\n") + 1 :].startswith("|")
        )
        text += _on_one_line(shown) if prose_in_cell else shown
    return _BLANK_LINES.sub("\n\n", text.replace(LINE_BREAK, "<br>")).strip() + "\n"


def _on_one_line(prose: str) -> str:
    """Markdown as a cell of a table holds it: what begins a line of its own there does so here."""
    return _LINE_END.sub(" ", _NEW_LINE.sub("<br>", re.sub(r"(?<!\\)\|", r"\\|", prose)))


def _resolved(mark: Mark, cited: Sequence[CitedText]) -> str:
    if mark.bar:
        return _drawn(*mark.bar)
    if mark.tone:
        return ""
    if mark.number < 0:
        return f"**{escape(missing(''))[:-2]}{mark.label}\\]**"
    one = cited[mark.number]
    if one.gap:
        return f"**{escape(missing(one.text))}**"
    if mark.prose:
        return one.text.strip()
    if mark.pictured:
        return _with_pictures(one)
    return escape(capital(one.text.strip()) if mark.capital else one.text)


def _with_pictures(one: CitedText) -> str:
    """A text letter for letter, but for its pictures, which stand below it."""
    shown = ""
    for part in above_pictures(one.text.strip(), one.path):
        if isinstance(part, str):
            shown += _beside(part)
        else:
            shown += f"![{escape(part.text)}](<{part.source}>)"
    return shown


def _beside(text: str) -> str:
    """A text beside a picture, with the blanks that part them."""
    return text.replace(text.strip(), escape(text), 1)


def _drawn(start: int, end: int) -> str:
    """A bar of signs, in a cell of twenty."""
    before = round(start * _SIGNS / 1000)
    return NBSP * before + _BLOCK * max(round(end * _SIGNS / 1000) - before, 1)
