"""The numbers of requirements: rows such as `V-26`, rules about them such as `V-26a`, and ranges of
rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ID = re.compile(r"([^\W\d_]+)-(\d{1,9})([a-z]?)")


def expand(text: str) -> tuple[str, ...]:
    """`V-36..V-38` as its rows, one row as itself; () when it is neither."""
    first, dots, last = text.partition("..")
    start, end = _ID.fullmatch(first), _ID.fullmatch(last if dots else first)
    if not start or not end or (dots and (start[3] or end[3])) or start[1] != end[1]:
        return ()
    if not dots:
        return (text,)
    numbers = range(int(start[2]), int(end[2]) + 1)
    return (
        tuple(f"{start[1]}-{number:0{len(start[2])}}" for number in numbers)
        if len(numbers) < 1000
        else ()
    )


def row_of(rule_id: str) -> str:
    """The row of a rule: its id without the letter (`V-26a` is of `V-26`)."""
    match = _ID.fullmatch(rule_id)
    return f"{match[1]}-{match[2]}" if match else rule_id


def compressed(rows: Sequence[str], order: Sequence[str]) -> str:
    """`V-02, V-05..V-07`: rows as ranges, in the order of the rulebook."""
    wanted = set(rows)
    runs: list[list[str]] = []
    previous = False
    for row in order:
        if row in wanted:
            runs = runs if previous else [*runs, []]
            runs[-1].append(row)
        previous = row in wanted
    return ", ".join(
        run[0] if len(run) == 1 else f"{run[0]}{'..' if len(run) > 2 else ', '}{run[-1]}"
        for run in runs
    )
