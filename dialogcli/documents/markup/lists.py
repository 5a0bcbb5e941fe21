"""The lists of a document: which are open where one reads, and the numbers of their items."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogcli.documents.markup.blocks import Item, Runs
from dialogcli.model.words import is_number


@dataclass(slots=True)
class _Series:
    """A list that is being read. `following` is the number that its next item would get."""

    ordered: bool
    number: int
    start: int
    following: int


@dataclass(slots=True)
class Lists:
    """Those that are open, the outermost first. `fresh` says that the next paragraph begins an
    item; `counter` tells the lists of a document apart.
    """

    series: list[_Series] = field(default_factory=list)
    fresh: bool = False
    counter: int = 0

    @property
    def depth(self) -> int:
        """How many lists lie around what is read."""
        return len(self.series)

    def open(self, ordered: bool, start: int) -> None:
        self.counter += 1
        self.series.append(_Series(ordered, self.counter, start, start))

    def close(self) -> None:
        self.series.pop()
        self.fresh = False

    def begin_item(self, written: str) -> None:
        """An ordered item that skips ahead (1, 2, 5) begins a new series, so that it keeps the
        number it was given.
        """
        self.fresh = True
        series = self.series[-1]
        if series.ordered and is_number(written) and int(written) > series.following:
            self.counter += 1
            self.series[-1] = series = _Series(True, self.counter, int(written), int(written))
        series.following += 1

    def item(self, runs: Runs) -> Item | None:
        """The item that begins with these runs; None where none is to begin."""
        if not (self.fresh and self.series):
            return None
        self.fresh = False
        series = self.series[-1]
        return Item(runs, self.depth, series.ordered, series.number, series.start)

    def around_answer(self) -> Lists:
        """The same, for an answer that brings lists of its own."""
        return Lists(list(self.series), self.fresh, self.counter)

    def after_answer(self, inner: Lists, *, begun: bool) -> None:
        """Go on after an answer; `begun` says that text of the template's stood before it in its
        paragraph.
        """
        self.counter = inner.counter
        self.fresh = self.fresh if begun else inner.fresh
