"""The numbered rows of a policy, and whether somebody dealt with each."""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.model import Rule
from dialogcli.rulebook.numbering import compressed, expand, row_of
from dialogcli.rulebook.reading import Block
from dialogcli.storage.nodes import Scalar


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
            self.faults.add(
                "fel-rader",
                word.place,
                f"{word.text} är inget kravnummer. Skriv till exempel A-01 eller A-01..A-12.",
            )
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
            self.faults.add(
                "utanför-raderna",
                word.place,
                f"{outside[0]} ligger utanför raderna {', '.join(self.book.texts('rows'))}.",
            )

    def account(
        self, rules: Iterable[Rule], unchecked: Iterable[Scalar], *, incomplete: bool
    ) -> None:
        """Report the rows that nobody dealt with, unless the rulebook says that it is incomplete."""
        checked = {rule.row for rule in rules} | set(self._also)
        excused = set()
        for key in unchecked:
            self._check_inside(key, self._range(key))
            excused.add(key.text)
            if key.text in checked:
                self.faults.add(
                    "dubbelt", key.place, f"{key.text} står både som regel och under unchecked."
                )
        missing = tuple(row for row in self.all if row not in checked and row not in excused)
        if missing and not incomplete:
            self.faults.add(
                "rader-saknas",
                self.book.key_place("rows"),
                f"{len(missing)} krav har varken en regel eller en plats under unchecked: "
                f"{compressed(missing, self.all)}.",
            )
