"""Marks that stand for text of the dossier while a template is filled, so that none of it is read
as code.

A filled template holds a mark with a number where an answer is to stand. The Markdown parser sees
the mark, never the answer; the answer takes its place when the parsing is over. The signs are
private characters that no text may hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LINE_BREAK = "\ue000"
_TEXT, _PROSE, _CAPITAL, _GAP, _END = "\ue001", "\ue002", "\ue005", "\ue003", "\ue004"
_BAR, _TONE, _PICTURED = "\ue006", "\ue007", "\ue008"

RESERVED = re.compile("[\ue000-\ue00f]")
PATTERN = re.compile(
    f"([{_TEXT}{_PROSE}{_CAPITAL}{_PICTURED}{_GAP}{_BAR}{_TONE}])([^{_END}]*){_END}"
)
_NUMBERED = re.compile(f"[{_TEXT}{_PROSE}{_CAPITAL}{_PICTURED}]([0-9]+){_END}")
_TONED = re.compile(f"{_TONE}([1-3]){_END}")


class CitedText(NamedTuple):
    """An answer as a document shows it: the path it comes from, its text, and whether it stands for
    a gap.

    Of a gap the text is the label of what is missing.
    """

    path: str
    text: str
    gap: bool = False


class Mark(NamedTuple):
    """A mark found in a text: the answer with that number, or a gap with a label of the template's
    own.

    `prose`: it is read as Markdown; `capital`: it begins with a capital letter; `pictured`: its
    pictures are shown. `bar` is where a bar begins and ends, `tone` how dark its cell is (see
    `bar_mark`, `tone_mark`).
    """

    number: int = -1
    prose: bool = False
    capital: bool = False
    pictured: bool = False
    label: str = ""
    bar: tuple[int, int] | None = None
    tone: int = 0


def text_mark(number: int) -> str:
    """Stands for an answer that is shown letter for letter."""
    return f"{_TEXT}{number}{_END}"


def prose_mark(mark: str) -> str:
    """The same answer, read as Markdown."""
    return mark.replace(_TEXT, _PROSE)


def capital_mark(mark: str) -> str:
    """The same answer with a capital letter first."""
    return mark.replace(_TEXT, _CAPITAL)


def pictured_mark(mark: str) -> str:
    """The same answer letter for letter, but with its pictures."""
    return mark.replace(_TEXT, _PICTURED)


def gap_mark(label: str) -> str:
    """Stands for something missing that is no field; `label` is already escaped."""
    return f"{_GAP}{label}{_END}"


def bar_mark(start: int, end: int) -> str:
    """Stands for a bar in a cell, from and to so many thousandths of its width."""
    return f"{_BAR}{start}:{end}{_END}"


def tone_mark(tone: int) -> str:
    """Makes the cell in which it stands a little (1) or much (3) darker."""
    return f"{_TONE}{tone}{_END}"


def tone_of(text: str) -> int:
    """How dark the cell with this text is: 0 for as light as the others."""
    found = _TONED.search(text)
    return int(found[1]) if found else 0


def split(text: str) -> list[str | Mark]:
    """A text in pieces: what stands between the marks, and the marks."""
    if not PATTERN.search(text):
        return [text] if text else []
    pieces: list[str | Mark] = []
    end = 0
    for found in PATTERN.finditer(text):
        if found.start() > end:
            pieces.append(text[end : found.start()])
        pieces.append(_mark(found[1], found[2]))
        end = found.end()
    if end < len(text):
        pieces.append(text[end:])
    return pieces


def _mark(sign: str, inner: str) -> Mark:
    if sign == _GAP:
        return Mark(label=inner)
    if sign == _BAR:
        start, _, end = inner.partition(":")
        return Mark(bar=(int(start), int(end)))
    if sign == _TONE:
        return Mark(tone=int(inner))
    return Mark(int(inner), sign == _PROSE, sign == _CAPITAL, sign == _PICTURED)


def missing(label: str) -> str:
    """What a reader sees in the place of a gap."""
    return f"[SAKNAS: {label}]"


def used(markdown: str, cited: Sequence[CitedText]) -> set[str]:
    """The paths of the answers that a filled template shows."""
    return {cited[int(number)].path for number in set(_NUMBERED.findall(markdown))}
