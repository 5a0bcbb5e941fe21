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

_PADDING = 240
"""What a cell keeps free to the left and right of its text, with something to spare."""


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
    wanted = sum(
        max(_length(text) for text in _texts(others, index, column))
        for index, column in enumerate(others.columns)
    )
    room = max(int(width * _BARS), int(width - wanted))
    widths = _by_text(others, width - room)
    return [*widths[: bars[0]], room, *widths[bars[0] :]]


def _has_bars(table: Table, index: int) -> bool:
    return any(run.bar for row in table.rows for run in runs_of(row[index]))


def _without(table: Table, index: int) -> Table:
    columns = table.columns[:index] + table.columns[index + 1 :]
    return Table(columns, tuple(row[:index] + row[index + 1 :] for row in table.rows))


def _by_text(table: Table, width: int) -> list[int]:
    texts = [_texts(table, index, column) for index, column in enumerate(table.columns)]
    lengths = [[_length(text) for text in column] for column in texts]
    most = [max(whole[0] * _BOLD, *whole) for whole in lengths]
    if sum(most) <= width:
        return _exactly([one + (width - sum(most)) * one / sum(most) for one in most], width)
    least = [
        min(
            max(
                whole[0] / _HEAD_LINES, _word(column[0]) * _BOLD, *(_word(text) for text in column)
            ),
            width / 2,
        )
        for column, whole in zip(texts, lengths, strict=True)
    ]
    if sum(least) >= width:
        return _exactly([width * one / sum(least) for one in least], width)
    weights = [sum(whole) ** 0.8 for whole in lengths]
    return _exactly(
        _shared(width, weights, least, [max(pair) for pair in zip(least, most, strict=True)]), width
    )


def _shared(
    width: float, weights: list[float], least: list[float], most: list[float]
) -> list[float]:
    """Shares of a width in proportion to weights, none below its least; what one has too much of
    goes to the others.
    """
    low, high = 0.0, max(most) / min(weights)
    for _ in range(40):
        scale = (low + high) / 2
        total = sum(
            _within(weight * scale, *bounds)
            for weight, *bounds in zip(weights, least, most, strict=True)
        )
        low, high = (scale, high) if total < width else (low, scale)
    return [
        _within(weight * high, *bounds)
        for weight, *bounds in zip(weights, least, most, strict=True)
    ]


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def _texts(table: Table, index: int, column: Column) -> list[str]:
    cells = ["\n".join(text_of(block) for block in row[index]) for row in table.rows]
    return [plain(column.runs), *cells]


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
    share = 0.34 if char in _NARROW else 0.82 if char in _WIDE else 0.66 if char.isupper() else 0.56
    return round(share * _EM)


_LETTERS = bytes(_letter(chr(code)) for code in range(256))
"""The width of every letter of Latin-1; others are as wide as a question mark."""


def _exactly(widths: Sequence[float], width: int) -> list[int]:
    whole = [int(one) for one in widths]
    whole[-1] += width - sum(whole)
    return whole
