"""Tables of plain text, whose columns may be cut but for those that must not, and what they become
in a narrow window.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dialogcli.model.layout import cut, joined, loose, wrapped

NARROW = 60
"""In a window narrower than this a table is hard to follow and becomes sentences."""

_GAP = 2


def table(
    rows: Sequence[Sequence[str]],
    width: int,
    cuttable: Sequence[tuple[int, int]] = (),
    right: Collection[int] = (),
    indent: int = 0,
) -> str:
    """Rows of cells under each other.

    Where `width` is not enough the columns in `cuttable` give way one by one, each down to the
    characters given.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for column, least in cuttable:
        excess = indent + sum(widths) + _GAP * (len(widths) - 1) - width
        if excess > 0:
            widths[column] = max(min(widths[column], least), widths[column] - excess)
    lines = (
        (" " * _GAP).join(
            _cell(text, widths[column], column in right) for column, text in enumerate(row)
        )
        for row in rows
    )
    return loose(joined(" " * indent + line.rstrip() for line in lines))


def fits(rows: Sequence[Sequence[str]], width: int, indent: int = 0) -> bool:
    """Whether a table needs no cutting."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return indent + sum(widths) + _GAP * (len(widths) - 1) <= width


def sentences(texts: Sequence[str], width: int) -> str:
    """What a table becomes where there is no room for one, or where somebody listens to it: a
    sentence for each row.
    """
    return joined(wrapped(text, width, hang=2) for text in texts)


def _cell(text: str, width: int, right: bool) -> str:
    shown = cut(text, width)
    return shown.rjust(width) if right else shown.ljust(width)
