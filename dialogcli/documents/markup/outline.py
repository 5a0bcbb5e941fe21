"""Where in a document one is: below which heading, in which quote and in which divisions of the
template.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NUMBERED, ANNEX = "numrerat", "bilaga"
"""The divisions in which headings of level 2 are numbered or begin a new page; every other division
is a style.
"""

DEEPEST = 6
"""The deepest level of heading; what would lie deeper becomes a paragraph in bold."""


@dataclass(slots=True)
class Outline:
    """`level` is that of the last heading. Of an answer, `floor` is the level that its headings lie
    below, and `steps` are the levels that they stand for; a template has no floor (0).
    """

    level: int = 0
    floor: int = 0
    steps: list[int] = field(default_factory=list)

    def level_of(self, written: int) -> int:
        """The level of a heading that is written as of another: never more than one step below the
        last.
        """
        if not self.floor:
            return written
        while self.steps and self.steps[-1] >= written:
            self.steps.pop()
        self.steps.append(written)
        return self.floor + len(self.steps)

    def in_answer(self) -> Outline:
        return Outline(self.level, max(self.level, 1))


@dataclass(slots=True)
class Divisions:
    """The divisions that are open, the outermost first."""

    names: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        self.names.append(name)

    def close(self) -> None:
        del self.names[-1:]

    @property
    def style(self) -> str:
        """The style of paragraphs, '' for body text."""
        return next((name for name in reversed(self.names) if name not in (NUMBERED, ANNEX)), "")

    def numbers(self, level: int) -> bool:
        """Whether headings of a level are numbered here."""
        return level == 2 and NUMBERED in self.names

    def breaks(self, level: int) -> bool:
        """Whether headings of a level begin a new page here."""
        return level == 2 and ANNEX in self.names

    def in_answer(self) -> Divisions:
        """Those that hold in an answer: its headings are not the template's."""
        return Divisions([name for name in self.names if name not in (NUMBERED, ANNEX)])
