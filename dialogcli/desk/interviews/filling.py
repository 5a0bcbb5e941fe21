"""One run of `dialog fill` at a terminal: chapter by chapter, each looked over before the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dialogcli.checking.engine import COMPARISONS, Report
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where
from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import LINEAR_SIGNS, SIGNS, Interviewer, Sign
from dialogcli.desk.interviews.interviewing import Ask, Interview
from dialogcli.desk.interviews.outcome import said_no
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.desk.interviews.setting import coming_chapters, laid_out, progress
from dialogcli.interview.chapters import Chapter, chapters, pressing
from dialogcli.interview.copying import copied
from dialogcli.interview.matching import chapters_called
from dialogcli.interview.progress import heading, next_decision, saved
from dialogcli.interview.question import Question
from dialogcli.interview.review import review_heading, review_lines, review_menu, sections_lines
from dialogcli.interview.scope import scope_paths
from dialogcli.interview.wording import sentences
from dialogcli.model.layout import command
from dialogcli.model.words import count
from dialogcli.process.referrals import open_points
from dialogcli.rulebook.model import Rule
from dialogcli.storage.nodes import Plain


@dataclass(slots=True)
class Filling:
    """`coming` are the chapters that can be gone to, `asked` those that are gone through, `at` the one that is open."""

    context: Context
    where: Where
    recorder: Recorder
    adviser: Adviser
    asking: Interviewer
    coming: list[Chapter] = field(default_factory=list)
    asked: list[Chapter] = field(default_factory=list)
    at: int = 0

    def run(self, section: str) -> int:
        self.coming, self.asked = wanted_chapters(self.adviser, section)
        self._head()
        backwards = False
        while self.at < len(self.asked):
            there = self.at
            sign = self._chapter(self.asked[self.at], backwards)
            if self._over(self.asked[there]):
                return 0
            backwards = sign is Sign.BACK
            if backwards and self.at == 0:
                self._say("Det här är den första frågan.")
            elif self.at == there:
                self.at += -1 if backwards else 1
            if self.at >= len(self.asked) > 1:
                self._all_sections()
        self._end()
        return 0

    @property
    def report(self) -> Report:
        return self.adviser.report

    def _head(self) -> None:
        dossier = self.recorder.dossier
        gate = self.report.standing.next_gate
        organ, day = self.report.standing.planned(gate) if gate else ("", None)
        title = ", dnr ".join(filter(None, [dossier.text("dossier.titel"), self._dnr()]))
        self._say(title, next_decision(gate, organ, day), progress(self.report).in_all,
                  *self._open_points(), LINEAR_SIGNS if self._linear else SIGNS,
                  "Ctrl-C = sluta. Varje svar sparas innan nästa fråga visas.")

    def _chapter(self, chapter: Chapter, backwards: bool) -> Sign | None:
        """Ask and look over one chapter; Sign.BACK to the one before. Another chapter can be gone to: then `at` moves.
        """
        self._say("", heading(chapter, progress(self.report), self._linear))
        interview = Interview(self.asking, self.recorder, self.adviser, self._saved)
        start = len(chapter.paths) - 1 if backwards else None
        while True:
            if interview.go_through(chapter.paths, self._asking(interview, chapter), start=start,
                                    enough=lambda: self._outside(chapter), leave=True) is Sign.BACK:
                return Sign.BACK
            if len(chapter.paths) == 1 or self._outside(chapter):
                return None
            if self._review(interview, chapter) is not Sign.BACK:
                return None
            start = len(chapter.paths) - 1

    def _asking(self, interview: Interview, chapter: Chapter) -> Ask:
        total = len(chapter.paths)

        def numbered(path: str) -> Question:
            return interview.question_at(path).at(f"Fråga {chapter.paths.index(path) + 1} av {total}")

        return numbered

    def _review(self, interview: Interview, chapter: Chapter) -> Sign | None:
        """The answers of a chapter, until somebody goes on; Sign.BACK to the last question."""
        while True:
            questions = [interview.question_at(path) for path in chapter.paths]
            self._say("", review_heading(chapter, progress(self.report)))
            lines = review_lines(questions, self._wanting(chapter), self.context.console.width, self._linear)
            interview.interviewer.say(*lines)
            self._say(review_menu(self.asked[-1:] == [chapter], self._linear))
            typed = interview.interviewer.asker.ask("Svar: ").strip().lower()
            if typed in ("", "<"):
                return Sign(typed) if typed else None
            if typed == "g":
                if self._go_elsewhere(chapter):
                    return None
            elif typed.isdigit() and 1 <= int(typed) <= len(questions):
                interview.answer(self._asking(interview, chapter)(chapter.paths[int(typed) - 1]))
            else:
                self._say(f"Skriv ett nummer, 1-{len(questions)}, g eller bara Enter.")

    def _go_elsewhere(self, here: Chapter | None) -> bool:
        """Whether another section was chosen; it is then the one at `at`."""
        every = [*self.coming, *(chapter for chapter in self.asked if chapter not in self.coming)]
        chosen = self._chosen(every, "Enter = stanna här" if here else "Enter = klar")
        if chosen is None:
            return False
        if every[chosen] not in self.asked:
            self.asked.insert(self.at + 1 if here else len(self.asked), every[chosen])
        self.at = self.asked.index(every[chosen])
        return True

    def _all_sections(self) -> None:
        """The end: everything that was asked, to look over or to go back to."""
        self._say("", "Granska alla avsnitt")
        self._go_elsewhere(None)

    def _chosen(self, every: Sequence[Chapter], enter: str) -> int | None:
        """The position of the section that is chosen from a list of all."""
        gaps = [sum(map(self.adviser.is_gap, chapter.paths)) for chapter in every]
        self.context.console.out("\n".join(
            sections_lines(every, progress(self.report), gaps, self.context.console.width, self._linear)))
        self._say(f"Nummer = gå till avsnittet, {enter}")
        while typed := self.asking.asker.ask("Svar: ").strip():
            if typed.isdigit() and 1 <= int(typed) <= len(every):
                return int(typed) - 1
            self._say(f"Skriv ett nummer, 1-{len(every)}, eller bara Enter.")
        return None

    def _saved(self, value: Plain) -> str:
        chapter = self.asked[self.at] if self.at < len(self.asked) else None
        return saved(chapter, progress(self.report), sentences(value), self._linear)

    def _wanting(self, chapter: Chapter) -> dict[str, Rule]:
        """Path -> the first rule that is not met there."""
        rules = self.recorder.dossier.rulebook.rules
        found: dict[str, Rule] = {}
        for finding in self.report.findings:
            rule = rules.get(finding.rule)
            for path in chapter.paths:
                if rule and rule.kind not in COMPARISONS and f"{finding.path}.".startswith(f"{path}."):
                    found.setdefault(path, rule)
        return found

    def _outside(self, chapter: Chapter) -> bool:
        """Whether an answer in this chapter has just shown that it is no citizen dialogue."""
        paths = [path for path in scope_paths(self.recorder.dossier.rulebook) if path in chapter.paths]
        return bool(paths and said_no(self.report, paths, ""))

    def _over(self, chapter: Chapter) -> bool:
        """Whether that is the outcome; then it is said, and there is nothing more to ask."""
        paths = [path for path in scope_paths(self.recorder.dossier.rulebook) if path in chapter.paths]
        lines = said_no(self.report, paths, self.where.typed) if paths else []
        if lines:
            self._say("", *lines)
        return bool(lines)

    def _end(self) -> None:
        left = progress(self.report).in_all or "Inga krav återstår i det här steget."
        self._say("", left, *self._open_points(), f"Se vad som saknas: {command('check', self.where.typed)}")

    def _open_points(self) -> list[str]:
        points = len(open_points(self.recorder.dossier))
        return [f"{count(points, 'punkt', 'punkter')} i en återremiss saknar svar."] if points else []

    def _dnr(self) -> str:
        answer = self.recorder.dossier.answer("dossier.dnr")
        return ", ".join(row.text for row in answer.rows) if answer else ""

    def _say(self, *lines: str) -> None:
        self.context.console.out(laid_out(self.context.console, *lines))

    @property
    def _linear(self) -> bool:
        return self.asking.linear


def wanted_chapters(adviser: Adviser, section: str) -> tuple[list[Chapter], list[Chapter]]:
    """All chapters towards the next decision, and of these or others those to ask: a section, or where gaps press."""
    report = adviser.report
    coming, known = coming_chapters(report), chapters(report.dossier.rulebook)
    if section:
        return coming, chapters_called(known, section, coming)
    unmet = [rule for rule in report.active if rule.id not in report.satisfied]
    asked = pressing(report.dossier, coming, unmet, adviser.is_gap)
    waiting = set(copied(report.dossier))
    return coming, asked + [chapter for chapter in known if waiting & set(chapter.paths) and chapter not in asked]
