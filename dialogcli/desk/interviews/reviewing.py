"""Looking over what has been answered: the questions of one chapter, or all chapters to choose
among.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import Interviewer
from dialogcli.desk.interviews.route import Route
from dialogcli.desk.interviews.setting import progress
from dialogcli.interview.chapters import Chapter
from dialogcli.interview.question import question_at
from dialogcli.interview.review import review_heading, review_menu, review_table, sections_table
from dialogcli.interview.signs import DONE, Sign, read_line, told
from dialogcli.model.screen import line
from dialogcli.rulebook.model import Rule


@dataclass(frozen=True, slots=True)
class Review:
    """What a person sees of a dossier before going on."""

    asking: Interviewer
    adviser: Adviser
    route: Route

    def of_chapter(self, chapter: Chapter, again: Callable[[str], object]) -> Sign | Chapter | None:
        """The answers of a chapter, until somebody goes on; Sign.BACK to the last question, or a
        chapter to go to.

        `again` asks the question at a path once more.
        """
        while True:
            self._show(chapter)
            typed = self.asking.read(Sign.ELSEWHERE)
            if typed.sign is Sign.LATER:
                return None
            if typed.sign is Sign.BACK:
                return Sign.BACK
            if typed.sign is Sign.ELSEWHERE:
                if elsewhere := self._chosen(self.route.every, ("Enter", "stanna här")):
                    return elsewhere
            elif typed.sign is None and 1 <= typed.number <= len(chapter.paths):
                again(chapter.paths[typed.number - 1])
            else:
                self.asking.tell(f"Skriv ett nummer, 1-{len(chapter.paths)}, g eller bara Enter.")

    def of_all(self) -> Chapter | None:
        """The end: everything that was asked, to look over; the chapter that somebody goes back to."""
        self.asking.head("Granska alla avsnitt")
        return self._chosen(self.route.every, DONE)

    def _show(self, chapter: Chapter) -> None:
        asking, dossier = self.asking, self.adviser.recorder.dossier
        questions = [question_at(dossier, path) for path in chapter.paths]
        asking.head(review_heading(chapter, progress(self.adviser.report)))
        asking.tell(review_table(questions, self._wanting(chapter)))
        asking.tell(review_menu(self.route.is_last(chapter)))

    def _chosen(self, every: Sequence[Chapter], enter: tuple[str, str]) -> Chapter | None:
        """The section that is chosen from a list of all."""
        asking = self.asking
        gaps = [sum(map(self.adviser.is_gap, chapter.paths)) for chapter in every]
        choices = asking.choices(
            [chapter.section.title for chapter in every],
            [sections_table(every, progress(self.adviser.report), gaps)],
            [line(told(("Nummer", "gå till avsnittet"), enter))],
            enter[1],
        )
        while True:
            typed = read_line(asking.asker.choose("Svar: ", choices))
            if typed.sign is Sign.LATER:
                return None
            if typed.sign is None and 1 <= typed.number <= len(every):
                return every[typed.number - 1]
            asking.tell(f"Skriv ett nummer, 1-{len(every)}, eller bara Enter.")
            choices = choices._replace(lines=(), beside=())

    def _wanting(self, chapter: Chapter) -> dict[str, Rule]:
        """Path -> the first rule that is not met there."""
        report = self.adviser.report
        found: dict[str, Rule] = {}
        for finding in report.findings:
            rule = report.dossier.rulebook.rules.get(finding.rule)
            for path in chapter.paths:
                if rule and not rule.kind.compares and f"{finding.path}.".startswith(f"{path}."):
                    found.setdefault(path, rule)
        return found
