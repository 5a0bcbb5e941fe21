"""How wide the columns of a table are: after what stands in them, so that no word is broken while
there is room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogcli.documents.markup.blocks import Column, Table, plain, runs_of, text_of

_NARROW = frozenset("iljtfr.,:;!|'()[] -\u00a0")
_WIDE = frozenset("mwMWÅÄÖOQGD@%&")
_EM = 186
"""The size of letters that all sums here are made with, in twentieths of a point."""

_HEAD_LINES = 2.5
"""About how many lines the head of a column may take."""

_BOLD = 1.08
"""How much wider the words of a head are, which is in bold."""

_BREAK = re.compile(r"[ \n\t]+|(?<=[^\W\d]-)(?=[^\W\d])")

CELL_MARGINS = 216
"""What a cell keeps free to the left and right of its text, in twentieths of a point: Word's own."""

_PADDING = CELL_MARGINS + 24
"""The same with something to spare: the widths of letters are rough."""

_BARS = 0.42
"""The least part of a table's width that a column with bars gets."""


def column_widths(table: Table, width: int, size: int = _EM) -> list[int]:
    """The widths of the columns, which make up `width` exactly, with letters of a size (twentieths
    of a point).
    """
    return _exactly([one * size / _EM for one in _widths(table, round(width * _EM / size))], width)


def _widths(table: Table, width: int) -> list[int]:
    bars = [index for index in range(len(table.columns)) if _has_bars(table, index)]
    if len(bars) != 1 or len(table.columns) == 1:
        return _by_text(table, width)
    others = _without(table, bars[0])
    wanted = 0.0
    for index, column in enumerate(others.columns):
        wanted += max(_length(text) for text in _texts(others, index, column))
    room = max(int(width * _BARS), int(width - wanted))
    widths = _by_text(others, width - room)
    return [*widths[: bars[0]], room, *widths[bars[0] :]]


def _has_bars(table: Table, index: int) -> bool:
    return any(run.bar for row in table.rows for run in runs_of(row[index]))


def _without(table: Table, index: int) -> Table:
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _by_text(table: Table, width: int) -> list[int]:
    """Widths after the texts: whole lines if all fit, else at least whole words if those fit."""
    columns = [_texts(table, index, column) for index, column in enumerate(table.columns)]
    lengths = [list(map(_length, texts)) for texts in columns]
    most = [max(head * _BOLD, head, *cells) for head, *cells in lengths]
    wanted = sum(most)
    if wanted <= width:
        return _exactly([one + (width - wanted) * one / wanted for one in most], width)
    least = [
        min(_narrowest(texts, head), width / 2)
        for texts, (head, *_) in zip(columns, lengths, strict=True)
    ]
    needed = sum(least)
    if needed >= width:
        return _exactly([width * one / needed for one in least], width)
    weights = [sum(whole) ** 0.8 for whole in lengths]
    return _exactly(_shared(width, weights, least, list(map(max, least, most))), width)


def _narrowest(texts: Sequence[str], head: float) -> float:
    """The width at which no word of a column is broken, and its head, so long, takes few lines."""
    words = [_word(text) for text in texts]
    return max(head / _HEAD_LINES, words[0] * _BOLD, *words)


def _shared(
    width: float, weights: list[float], least: list[float], most: list[float]
) -> list[float]:
    """Shares of a width in proportion to weights, none below its least; what one has too much of
    goes to the others.
    """

    def shares(scale: float) -> list[float]:
        return [
            min(max(weight * scale, lowest), highest)
            for weight, lowest, highest in zip(weights, least, most, strict=True)
        ]

    low, high = 0.0, max(most) / min(weights)
    for _ in range(40):
        scale = (low + high) / 2
        if sum(shares(scale)) < width:
            low = scale
        else:
            high = scale
    return shares(high)


def _texts(table: Table, index: int, column: Column) -> list[str]:
    """The head of a column, then its cells."""
    return [plain(column.runs), *("\n".join(map(text_of, row[index])) for row in table.rows)]


def _word(text: str) -> float:
    """The width of the widest word: what lies between blanks, and between hyphens that join words.

    It is among those with the most letters, and only they are measured.
    """
    return max(_length(word) for word in sorted(_BREAK.split(text), key=len)[-4:])


def _length(text: str) -> float:
    """The width of the longest line of a text."""
    return (
        max(sum(line.encode("latin-1", "replace").translate(_LETTERS)) for line in text.split("\n"))
        + _PADDING
    )


def _letter(char: str) -> int:
    share = 0.56
    if char in _NARROW:
        share = 0.34
    elif char in _WIDE:
        share = 0.82
    elif char.isupper():
        share = 0.66
    return round(share * _EM)


_LETTERS = bytes(_letter(chr(code)) for code in range(256))
"""The width of every letter of Latin-1; others are as wide as a question mark."""


def _exactly(widths: Sequence[float], width: int) -> list[int]:
    whole = [int(one) for one in widths]
    whole[-1] += width - sum(whole)
    return whole
