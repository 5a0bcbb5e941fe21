"""Marks that stand for text of the dossier while a template is filled, so that none of it is read as code.

A filled template holds a mark with a number where an answer is to stand. The Markdown parser sees the mark, never the
answer; the answer takes its place when the parsing is over. The signs are private characters that no text may hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LINE_BREAK = "\ue000"
_TEXT, _PROSE, _CAPITAL, _GAP, _END = "\ue001", "\ue002", "\ue005", "\ue003", "\ue004"

RESERVED = re.compile("[\ue000-\ue00f]")
PATTERN = re.compile(f"([{_TEXT}{_PROSE}{_CAPITAL}{_GAP}])([^{_END}]*){_END}")


@dataclass(frozen=True, slots=True)
class Cited:
    """An answer as a document shows it: the path it comes from, its text, and whether it stands for a gap.

    Of a gap the text is the label of what is missing.
    """

    path: str
    text: str
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found in a text: the answer with that number, or a gap with a label of the template's own.

    `prose`: it is read as Markdown; `capital`: it begins with a capital letter.
    """

    number: int = -1
    prose: bool = False
    capital: bool = False
    label: str = ""


def text_mark(number: int) -> str:
    """Stands for an answer that is shown letter for letter."""
    return f"{_TEXT}{number}{_END}"


def prose_mark(mark: str) -> str:
    """The same answer, read as Markdown."""
    return mark.replace(_TEXT, _PROSE)


def capital_mark(mark: str) -> str:
    """The same answer with a capital letter first."""
    return mark.replace(_TEXT, _CAPITAL)


def gap_mark(label: str) -> str:
    """Stands for something missing that is no field; `label` is already escaped."""
    return f"{_GAP}{label}{_END}"


def split(text: str) -> list[str | Mark]:
    """A text in pieces: what stands between the marks, and the marks."""
    if not PATTERN.search(text):
        return [text] if text else []
    pieces: list[str | Mark] = []
    end = 0
    for found in PATTERN.finditer(text):
        if found.start() > end:
            pieces.append(text[end:found.start()])
        pieces.append(_mark(found[1], found[2]))
        end = found.end()
    if end < len(text):
        pieces.append(text[end:])
    return pieces


def _mark(sign: str, inner: str) -> Mark:
    return Mark(label=inner) if sign == _GAP else Mark(int(inner), sign == _PROSE, sign == _CAPITAL)


def missing(label: str) -> str:
    """What a reader sees in the place of a gap."""
    return f"[SAKNAS: {label}]"


def used(markdown: str, cited: Sequence[Cited]) -> set[str]:
    """The paths of the answers that a filled template shows."""
    return {cited[mark.number].path for mark in split(markdown) if isinstance(mark, Mark) and mark.number >= 0}
