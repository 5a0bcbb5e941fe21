"""One run of `dialog fill` at a terminal: the way through the chapters, each looked over before the
next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogcli.base.screen import Line, Part, line, screen
from dialogcli.base.screen import heading as bold
from dialogcli.base.words import count
from dialogcli.checking.feedback_due import owed
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import Chapter, chapters, is_begun, pressing
from dialogcli.interview.items import addable
from dialogcli.interview.lookup import chapters_called
from dialogcli.interview.progress import (
    next_decision,
    progress_heading,
    review_heading,
    review_menu,
    review_table,
    saved,
    sections_table,
)
from dialogcli.interview.question import Question, copied_paths, question_at
from dialogcli.interview.question_screens import sentences
from dialogcli.interview.scope import scope_paths, stopped_by
from dialogcli.interview.signs import (
    ASK_HELP,
    DONE,
    GO_BACK,
    LATER,
    OPEN_EDITOR,
    STOP,
    Sign,
    read_line,
    told,
)
from dialogcli.process.course import open_points
from dialogcli.process.traces import forms_of
from dialogcli.rulebook.model import FEEDBACK, Rule, Step
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.items import ItemTalk
from dialogcli.usecases.interview.questions import Interviewer, coming_chapters, current_progress
from dialogcli.usecases.interview.session import Interview
from dialogcli.usecases.interview.whole import said_no, saying_no
from dialogcli.yamltext.nodes import Plain


@dataclass(slots=True)
class Route:
    """`coming` are the chapters towards the next decision, `asked` those that are gone through."""

    coming: list[Chapter]
    asked: list[Chapter]
    at: int = 0
    named: bool = False
    """Whether somebody asked for these chapters: then they are asked, whatever has been answered."""

    @classmethod
    def towards(cls, adviser: Adviser, section: str) -> Route:
        """The chapters of one section, or, for '', those where gaps press, or something waits that
        was left undone.

        Raises UsageError for a section that there is none of.
        """
        report = adviser.report
        coming, known = coming_chapters(report), chapters(report.dossier.rulebook)
        if section:
            return cls(coming, chapters_called(known, section, coming), named=True)
        if report.standing.stopped:  # only feedback is owed, which has files of its own
            return cls(coming, [])
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
    return bool({*copied_paths(dossier)} & {*chapter.paths}) or any(
        is_begun(dossier, path) for path in chapter.paths
    )


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
        asking.head(review_heading(chapter, current_progress(self.adviser.report)))
        asking.tell(review_table(questions, self._wanting(chapter)))
        asking.tell(review_menu(self.route.is_last(chapter)))

    def _chosen(self, every: Sequence[Chapter], enter: tuple[str, str]) -> Chapter | None:
        """The section that is chosen from a list of all."""
        asking = self.asking
        gaps = [sum(map(self.adviser.is_gap, chapter.paths)) for chapter in every]
        choices = asking.choices(
            [chapter.section.title for chapter in every],
            [sections_table(every, current_progress(self.adviser.report), gaps)],
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


@dataclass(frozen=True, slots=True)
class Filling:
    """A conversation about a dossier, along a route."""

    talk: Conversation
    route: Route

    def run(self) -> None:
        """Ask until all is answered, left for later, or needless."""
        self._begin()
        if not self._goes_on():
            return
        self._offer_items()
        backwards = False
        while (chapter := self.route.open) is not None:
            then = self._chapter(chapter, backwards)
            if self._over(chapter):
                return
            backwards = then is Sign.BACK
            if isinstance(then, Chapter):
                self.route.go_to(then)
            elif not backwards:
                self._on()
            elif not self.route.back():
                self.talk.interviewer.tell("Det här är den första frågan.")
            if (
                not self.route.open
                and len(self.route.asked) > 1
                and (again := self._review.of_all())
            ):
                self.route.go_to(again)
        self._end()

    def _begin(self) -> None:
        """What it is about, and how far it has come."""
        report, asking = self.talk.adviser.report, self.talk.interviewer
        gate = report.standing.next_gate
        organ, day = report.standing.planned(gate) if gate else ("", None)
        title = ", dnr ".join(filter(None, [report.dossier.text("dossier.titel"), self._dnr()]))
        asking.console.show(screen(bold(title)))
        asking.tell(
            next_decision(gate, organ, day),
            current_progress(report).in_all,
            self._open_points(),
            told(LATER, GO_BACK, ASK_HELP, OPEN_EDITOR),
            line(told(STOP, end="."), " Varje svar sparas innan nästa fråga visas."),
        )

    def _on(self) -> None:
        """To the next chapter with something to ask: one may have been gone to before its turn."""
        talk, route = self.talk, self.route
        route.on()
        while (chapter := route.open) and not route.named:
            if _waits(talk.recorder.dossier, chapter) or any(
                map(talk.adviser.is_gap, chapter.paths)
            ):
                return
            route.on()

    def _goes_on(self) -> bool:
        """Whether there is more to ask: where the scope test has said no, that is told, and the
        answer can be changed.
        """
        talk = self.talk
        tested = scope_paths(talk.recorder.dossier.rulebook)
        path = "" if self.route.named else saying_no(talk.adviser.report, tested)
        if not path:
            return True
        question = question_at(talk.recorder.dossier, path)
        talk.interviewer.gap()
        talk.interviewer.tell(*stopped_by(question), "Vill du ändra svaret?")
        if not talk.interviewer.yes("Svar"):
            return False
        Interview(talk, self._saved).answer(question)
        if said := said_no(talk.adviser.report, tested):
            talk.interviewer.gap()
            talk.interviewer.tell(*said)
            return False
        again = Route.towards(talk.adviser, "")
        self.route.coming, self.route.asked = again.coming, again.asked
        return True

    def _offer_items(self) -> None:
        """In a step that sessions or feedback make done: to enter one now; of a dialogue that is
        stopped the feedback that is still owed.
        """
        where = self.talk.adviser.report.standing
        if where.stopped and not self.route.named:
            self.talk.interviewer.gap()
            self.talk.interviewer.tell(f"Dialogen {where.stopped.said}.")
            if any(not one.held for one in owed(self.talk.adviser.report)):
                ItemTalk(self.talk, where.dossier.rulebook.forms[FEEDBACK]).offer()
            return
        step = where.current
        if self.route.named or where.over or not isinstance(step, Step):
            return
        for form in addable(where.dossier.rulebook):
            if form.id in forms_of(step):
                ItemTalk(self.talk, form).offer()

    def _chapter(self, chapter: Chapter, backwards: bool) -> Sign | Chapter | None:
        """Ask and look over one chapter; Sign.BACK to the one before, or another one to go to."""
        self.talk.interviewer.head(
            progress_heading(chapter, current_progress(self.talk.adviser.report))
        )
        interview = Interview(self.talk, self._saved)
        start = len(chapter.paths) - 1 if backwards else self._where_it_says_no(chapter)
        ended_before = start is not None and not backwards
        questions_before = 0

        def enough() -> bool:
            """Whether an answer that has been seen here shows that there is nothing to ask."""
            nonlocal questions_before
            questions_before += 1
            return bool(self._no(chapter)) and (questions_before > 1 or not ended_before)

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
                    enough=enough,
                    leave=lambda: True,
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

    def _where_it_says_no(self, chapter: Chapter) -> int | None:
        """The position of the answer that has ended the dialogue, in a chapter that was asked for: it
        can be changed there. None where there is none.
        """
        if not self.route.named or not self._no(chapter):
            return None
        path = saying_no(self.talk.adviser.report, chapter.paths)
        return next(
            (at for at, one in enumerate(chapter.paths) if f"{path}.".startswith(f"{one}.")), 0
        )

    def _saved(self, question: Question, value: Plain) -> Part:
        progress = current_progress(self.talk.adviser.report)
        done = not self.talk.adviser.uncounted(question.path)
        return saved(self.route.open, progress, sentences(value), done)

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
        left = (
            current_progress(self.talk.adviser.report).in_all
            or "Inga krav återstår i det här steget."
        )
        self.talk.interviewer.gap()
        self.talk.interviewer.tell(left, self._open_points())

    def _open_points(self) -> str:
        points = len(open_points(self.talk.recorder.dossier))
        return f"{count(points, 'punkt', 'punkter')} i en återremiss saknar svar." if points else ""

    def _dnr(self) -> str:
        answer = self.talk.recorder.dossier.answer("dossier.dnr")
        return ", ".join(row.text for row in answer.rows) if answer else ""

    @property
    def _review(self) -> Review:
        return Review(self.talk.interviewer, self.talk.adviser, self.route)
