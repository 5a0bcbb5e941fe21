"""The way through the chapters of one run of `dialog fill`: which are asked, in which order, and
which one is open.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.setting import coming_chapters
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import Chapter, chapters, is_begun, pressing
from dialogcli.interview.copying import copied
from dialogcli.interview.matching import chapters_called


@dataclass(slots=True)
class Route:
    """`coming` are the chapters towards the next decision, `asked` those that are gone through."""

    coming: list[Chapter]
    asked: list[Chapter]
    at: int = 0

    @classmethod
    def towards(cls, adviser: Adviser, section: str) -> Route:
        """The chapters of one section, or, for '', those where gaps press, or something waits that
        was left undone.

        Raises UsageError for a section that there is none of.
        """
        report = adviser.report
        coming, known = coming_chapters(report), chapters(report.dossier.rulebook)
        if section:
            return cls(coming, chapters_called(known, section, coming))
        unmet = [rule for rule in report.active if rule.id not in report.satisfied]
        asked = pressing(report.dossier, coming, unmet, adviser.is_gap)
        return cls(
            coming,
            asked
            + [
                chapter
                for chapter in known
                if chapter not in asked and _waits(report.dossier, chapter)
            ],
        )

    @property
    def open(self) -> Chapter | None:
        """The chapter that is asked now; None when all are done."""
        return self.asked[self.at] if self.at < len(self.asked) else None

    @property
    def every(self) -> list[Chapter]:
        """All that can be gone to."""
        return [*self.coming, *(chapter for chapter in self.asked if chapter not in self.coming)]

    def is_last(self, chapter: Chapter) -> bool:
        return self.asked[-1:] == [chapter]

    def on(self) -> None:
        self.at += 1

    def back(self) -> bool:
        """Whether there was a chapter before this one."""
        before, self.at = self.at, max(self.at - 1, 0)
        return self.at < before

    def go_to(self, chapter: Chapter) -> None:
        """Open a chapter; one that was not to be asked comes after the one that is open."""
        if chapter not in self.asked:
            self.asked.insert(self.at + 1, chapter)
        self.at = self.asked.index(chapter)


def _waits(dossier: Dossier, chapter: Chapter) -> bool:
    """Whether something in a chapter was copied and is not reviewed, or is half done."""
    return bool({*copied(dossier)} & {*chapter.paths}) or any(
        is_begun(dossier, path) for path in chapter.paths
    )
