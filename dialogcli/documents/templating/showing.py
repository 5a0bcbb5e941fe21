"""A filled template as a person reads it: Markdown with the dossier's text in the places of the
marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogcli.documents.markup.escaping import escape
from dialogcli.documents.markup.markdown import above_pictures
from dialogcli.documents.markup.marks import LINE_BREAK, Cited, Mark, missing, split
from dialogcli.model.words import NBSP, capital

_SIGNS = 20
_BLOCK = "\N{LOWER SEVEN EIGHTHS BLOCK}"
_NEW_LINE = re.compile(r"\n\s*\n\s*|\n\s*(?=(?:[-*+>]|#+|\d+[.)])\s)")
_LINE_END = re.compile(r"\s*\n\s*")
_BLANK_LINES = re.compile(r"\n{3,}")


def show(filled: str, cited: Sequence[Cited]) -> str:
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


def _resolved(mark: Mark, cited: Sequence[Cited]) -> str:
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


def _with_pictures(one: Cited) -> str:
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
