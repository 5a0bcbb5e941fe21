"""One run of `dialog fill` at a terminal: chapter by chapter, each looked over before the next."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.desk.interviews.interviewing import Interview
from dialogcli.desk.interviews.outcome import said_no
from dialogcli.desk.interviews.reviewing import Review
from dialogcli.desk.interviews.route import Route
from dialogcli.desk.interviews.setting import progress
from dialogcli.interview.chapters import Chapter
from dialogcli.interview.progress import heading, next_decision, saved
from dialogcli.interview.question import Question
from dialogcli.interview.scope import scope_paths
from dialogcli.interview.signs import ASK_HELP, GO_BACK, LATER, OPEN_EDITOR, STOP, Sign, told
from dialogcli.interview.wording import sentences
from dialogcli.model.commands import check
from dialogcli.model.screen import Line, Part, line, screen
from dialogcli.model.screen import heading as bold
from dialogcli.model.words import count
from dialogcli.process.referrals import open_points
from dialogcli.storage.nodes import Plain


@dataclass(frozen=True, slots=True)
class Filling:
    """A conversation about a dossier, along a route."""

    talk: Conversation
    route: Route

    def run(self) -> int:
        """Ask until all is answered, left for later, or needless; returns the exit code."""
        self._begin()
        backwards = False
        while (chapter := self.route.open) is not None:
            then = self._chapter(chapter, backwards)
            if self._over(chapter):
                return 0
            backwards = then is Sign.BACK
            if isinstance(then, Chapter):
                self.route.go_to(then)
            elif not backwards:
                self.route.on()
            elif not self.route.back():
                self.talk.interviewer.tell("Det här är den första frågan.")
            if (
                not self.route.open
                and len(self.route.asked) > 1
                and (again := self._review.of_all())
            ):
                self.route.go_to(again)
        self._end()
        return 0

    def _begin(self) -> None:
        """What it is about, and how far it has come."""
        report, asking = self.talk.adviser.report, self.talk.interviewer
        gate = report.standing.next_gate
        organ, day = report.standing.planned(gate) if gate else ("", None)
        title = ", dnr ".join(filter(None, [report.dossier.text("dossier.titel"), self._dnr()]))
        asking.console.show(screen(bold(title)))
        asking.tell(
            next_decision(gate, organ, day),
            progress(report).in_all,
            self._open_points(),
            told(LATER, GO_BACK, ASK_HELP, OPEN_EDITOR),
            line(told(STOP, end="."), " Varje svar sparas innan nästa fråga visas."),
        )

    def _chapter(self, chapter: Chapter, backwards: bool) -> Sign | Chapter | None:
        """Ask and look over one chapter; Sign.BACK to the one before, or another one to go to."""
        self.talk.interviewer.head(heading(chapter, progress(self.talk.adviser.report)))
        interview = Interview(self.talk, self._saved)
        start = len(chapter.paths) - 1 if backwards else None

        def numbered(path: str) -> Question:
            return interview.question_at(path).numbered(
                chapter.paths.index(path) + 1, len(chapter.paths), "Fråga"
            )

        while True:
            if (
                interview.go_through(
                    chapter.paths,
                    numbered,
                    start=start,
                    enough=lambda: bool(self._no(chapter)),
                    leave=True,
                )
                is Sign.BACK
            ):
                return Sign.BACK
            if len(chapter.paths) == 1 or self._no(chapter):
                return None
            then = self._review.of_chapter(chapter, lambda path: interview.answer(numbered(path)))
            if then is not Sign.BACK:
                return then
            start = len(chapter.paths) - 1

    def _saved(self, value: Plain) -> Part:
        return saved(self.route.open, progress(self.talk.adviser.report), sentences(value))

    def _no(self, chapter: Chapter) -> list[Line]:
        """What is said when an answer in this chapter shows that it is no citizen dialogue."""
        report = self.talk.adviser.report
        paths = [path for path in scope_paths(report.dossier.rulebook) if path in chapter.paths]
        return said_no(report, paths) if paths else []

    def _over(self, chapter: Chapter) -> bool:
        """Whether that is the outcome; then it is said, and there is nothing more to ask."""
        if lines := self._no(chapter):
            self.talk.interviewer.gap()
            self.talk.interviewer.tell(*lines)
        return bool(lines)

    def _end(self) -> None:
        left = progress(self.talk.adviser.report).in_all or "Inga krav återstår i det här steget."
        self.talk.interviewer.gap()
        self.talk.interviewer.tell(left, self._open_points(), line("Se vad som saknas: ", check()))

    def _open_points(self) -> str:
        points = len(open_points(self.talk.recorder.dossier))
        return f"{count(points, 'punkt', 'punkter')} i en återremiss saknar svar." if points else ""

    def _dnr(self) -> str:
        answer = self.talk.recorder.dossier.answer("dossier.dnr")
        return ", ".join(row.text for row in answer.rows) if answer else ""

    @property
    def _review(self) -> Review:
        return Review(self.talk.interviewer, self.talk.adviser, self.route)
