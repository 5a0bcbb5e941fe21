"""The numbers of requirements: rows such as `V-26`, rules about them such as `V-26a`, and ranges of
rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

_ID = re.compile(r"([^\W\d_]+)-(\d{1,9})([a-z]?)")
_RANGE = re.compile(r"([^\W\d_]+)-(\d{1,9})\.\.([^\W\d_]+)-(\d{1,9})")
_MOST_ROWS = 999
"""So many rows a range has at most: one with more is a slip."""


def expand(text: str) -> tuple[str, ...]:
    """`V-36..V-38` as its rows, one row as itself; () when it is neither."""
    if _ID.fullmatch(text):
        return (text,)
    found = _RANGE.fullmatch(text)
    if found is None or found[1] != found[3]:
        return ()
    letters, first, _, last = found.groups()
    numbers = range(int(first), int(last) + 1)
    if len(numbers) > _MOST_ROWS:
        return ()
    return tuple(f"{letters}-{number:0{len(first)}}" for number in numbers)


def row_of(rule_id: str) -> str:
    """The row of a rule: its id without the letter (`V-26a` is of `V-26`)."""
    match = _ID.fullmatch(rule_id)
    return f"{match[1]}-{match[2]}" if match else rule_id


def compressed(rows: Sequence[str], order: Sequence[str]) -> str:
    """`V-02, V-05..V-07`: rows as ranges, in the order of the rulebook."""
    wanted = set(rows)
    found: list[str] = []
    for is_wanted, group in groupby(order, key=wanted.__contains__):
        if is_wanted:
            first, *more = group
            found += [f"{first}..{more[-1]}"] if len(more) > 1 else [first, *more]
    return ", ".join(found)
