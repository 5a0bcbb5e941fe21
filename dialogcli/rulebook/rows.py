"""The numbered rows of a policy: ranges of them, and whether somebody dealt with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.model import Rule
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Scalar

_ID = re.compile(r"([^\W\d_]+)-(\d+)([a-z]?)")


def expand(text: str) -> tuple[str, ...]:
    """`V-36..V-38` as its rows, one row as itself; () when it is neither."""
    first, dots, last = text.partition("..")
    start, end = _ID.fullmatch(first), _ID.fullmatch(last if dots else first)
    if not start or not end or (dots and (start[3] or end[3])) or start[1] != end[1]:
        return ()
    if not dots:
        return (text,)
    numbers = range(int(start[2]), int(end[2]) + 1)
    return tuple(f"{start[1]}-{number:0{len(start[2])}}" for number in numbers) if len(numbers) < 1000 else ()


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
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}{'..' if len(run) > 2 else ', '}{run[-1]}" for run in runs)


class Rows:
    """The rows that a rulebook has promised to deal with, and those it has dealt with."""

    def __init__(self, book: Block) -> None:
        self.book = book
        self.faults: Faults = book.faults
        self.all: tuple[str, ...] = ()
        self._also: list[str] = []
        if book.need("rows"):
            self.all = tuple(row for word in book.words("rows") for row in self._range(word))
        self._known = frozenset(self.all)

    def _range(self, word: Scalar) -> tuple[str, ...]:
        rows = expand(word.text)
        if not rows:
            self.faults.add("fel-rader", word.place,
                            f"{word.text} är inget kravnummer. Skriv till exempel A-01 eller A-01..A-12.")
        return rows

    def of_rule(self, key: Scalar) -> tuple[str, ...]:
        """The ids that a key among the rules stands for: its own, or one for each row of a range."""
        ids = self._range(key)
        self._check_inside(key, ids)
        return ids

    def also(self, block: Block) -> tuple[str, ...]:
        """Further rows that a rule answers."""
        words = block.words("also")
        for word in words:
            self._check_inside(word, self._range(word))
        found = tuple(row for word in words for row in expand(word.text))
        self._also.extend(row_of(row) for row in found)
        return found

    def _check_inside(self, word: Scalar, ids: Iterable[str]) -> None:
        outside = [id_ for id_ in ids if row_of(id_) not in self._known]
        if outside and self._known:
            self.faults.add("utanför-raderna", word.place,
                            f"{outside[0]} ligger utanför raderna {', '.join(self.book.texts('rows'))}.")

    def account(self, rules: Iterable[Rule], unchecked: Iterable[Scalar], *, incomplete: bool) -> tuple[str, ...]:
        """The rows that nobody dealt with: reported unless the rulebook says that it is incomplete."""
        checked = {row_of(rule.id) for rule in rules} | set(self._also)
        excused = set()
        for key in unchecked:
            self._check_inside(key, self._range(key))
            excused.add(key.text)
            if key.text in checked:
                self.faults.add("dubbelt", key.place, f"{key.text} står både som regel och under unchecked.")
        missing = tuple(row for row in self.all if row not in checked and row not in excused)
        if missing and not incomplete:
            self.faults.add("rader-saknas", self.book.key_place("rows"),
                            f"{len(missing)} krav har varken en regel eller en plats under unchecked: "
                            f"{compressed(missing, self.all)}.")
        return missing
