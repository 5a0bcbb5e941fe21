"""Going through questions: ask, save, ask for the reason, next. The scope test has an outcome, and
the points of a decision that sent the matter back are answered one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.screen import Part
from dialogcli.dossier.select import as_plain
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.chapters import is_begun, is_missing
from dialogcli.interview.parsing import (
    Refusal,
    follow_up,
    latest_signer,
    parse_consideration,
    who_excuses,
)
from dialogcli.interview.question import Question, is_copied, question_at
from dialogcli.interview.question_screens import follow_up_line, prompt
from dialogcli.interview.signs import Sign
from dialogcli.process.course import open_points, reference
from dialogcli.rulebook.model import REFERRAL
from dialogcli.usecases.interview.conversation import Conversation
from dialogcli.usecases.interview.questions import Interviewer
from dialogcli.usecases.interview.recorder import Recorder, Settle
from dialogcli.usecases.interview.rows import TableTalk
from dialogcli.usecases.interview.whole import WholeAnswer
from dialogcli.yamltext.nodes import Plain

Saved = Callable[[], Part]
"""What is to be said when an answer has been saved."""


def answer_points(
    interviewer: Interviewer, recorder: Recorder, question: Question, settle: Settle, saved: Saved
) -> Sign | None:
    """Ask for an answer to each open point; a point that is left stays open. `question` is about
    the whole table.
    """
    points = open_points(recorder.dossier)
    if not points:
        interviewer.gap()
        interviewer.tell("Ingen punkt väntar på svar.")
    for number, point in enumerate(points, 1):
        column = question.field.parts["svar"]
        asked = Question(
            question.path,
            column,
            point.text,
            column.guidance,
            column.example,
            f"{point.gate.name}{reference(point.decision)}",
            position=f"Punkt {number} av {len(points)}",
        )
        given = interviewer.ask(asked)
        if given is Sign.BACK:
            return Sign.BACK
        if isinstance(given, Sign):
            interviewer.tell("Svara senare. Punkten är obesvarad tills dess.")
            continue
        table = recorder.dossier.answer(question.path)
        row: Plain = {"punkt": point.text, "svar": given}
        if recorder.save(f"{question.path}.{len(table.rows) + 1 if table else 1}", row, settle):
            interviewer.tell(saved())
    return None


Ask = Callable[[str], Question]
"""The question at a path as it is to be asked now, with its number and what is answered already."""

CONFIRMED = "Granskat. Svaret står kvar."


@dataclass(frozen=True, slots=True)
class Interview:
    """A conversation about many questions. `after` says what is to be said when the answer to one
    has been saved.
    """

    talk: Conversation
    after: Callable[[Question, Plain], Part]

    def go_through(
        self,
        paths: Sequence[str],
        question: Ask,
        enough: Callable[[], bool] = lambda: False,
        start: int | None = None,
        leave: Callable[[], bool] = lambda: False,
    ) -> Sign | None:
        """Ask the questions at some paths, from the first gap on; where there is none, all of them
        once more.

        `enough` is asked after every answer: when it is true, the rest need not be asked. `start`
        is the question to begin with instead of the first gap. Where `leave` says so, going back
        from the first question ends it: Sign.BACK.
        """
        gap = self._gap_from(paths, 0)
        number = start if start is not None else gap or 0
        while number < len(paths) and not enough():
            if self.answer(question(paths[number])) is not Sign.BACK:
                number = self._next(paths, number, gaps_only=gap is not None)
            elif number == 0 and leave():
                return Sign.BACK
            else:
                number = self._back(number)
        return None

    def question_at(self, path: str) -> Question:
        return question_at(self.talk.recorder.dossier, path)

    def answer(self, question: Question) -> Sign | None:
        """Ask one question and save its answer; None when it is answered, or what was copied is
        confirmed.
        """
        talk = self.talk
        if question.path.split(".")[0] == REFERRAL and (
            question.answer or open_points(talk.recorder.dossier)
        ):
            return answer_points(
                talk.interviewer,
                talk.recorder,
                question,
                talk.settle,
                lambda: self.after(question, ""),
            )
        if question.type.shape is Shape.ROWS and not question.field.many:
            sign = TableTalk(talk, question, lambda: self.after(question, "")).run()
            self._sign(question, as_plain(talk.recorder.dossier.answer(question.path)))
            return self._ended(question, sign)
        question = talk.adviser.advised(question)
        talk.interviewer.show(question)
        signer = latest_signer(talk.recorder.dossier)
        given = talk.take(question, prompt(question), whole=WholeAnswer(talk, question).of)
        if isinstance(given, Sign):
            return self._ended(question, given)
        return self._taken(question, given, signer) if given is not None else None

    def _taken(self, question: Question, given: Plain, signer: str) -> Sign | None:
        """What an answer leads to: who answers for it, what follows from it, and how far one is.
        `signer` is who answered for the latest before it.
        """
        self._sign(question, given)
        sign = self._follow_up(question, given, signer)
        if sign is None:
            self.talk.interviewer.tell(self.after(question, given))
        return sign

    def _ended(self, question: Question, sign: Sign | None) -> Sign | None:
        """What an empty answer means: what was copied stands from now on; something else is left
        for later.
        """
        dossier = self.talk.recorder.dossier
        if sign is Sign.LATER and is_copied(dossier, question.path):
            return self._confirm(question)
        if (
            sign is Sign.LATER
            and question.required
            and is_missing(dossier, question.path)
            and not is_begun(dossier, question.path)
        ):
            self.talk.interviewer.tell("Svara senare. Kravet återstår inför beslutet.")
        return sign

    def _sign(self, question: Question, given: Plain) -> None:
        """Ask who answers for an excuse that came without it. One that nobody answers for stays as
        it is: a check asks again.
        """
        talk = self.talk
        wanted = who_excuses(question, given, talk.recorder.dossier)
        if wanted is None or not isinstance(given, dict):
            return
        talk.interviewer.tell(follow_up_line(wanted))
        by = talk.interviewer.wait(wanted, prompt(wanted))
        if by is Sign.LATER and wanted.written:
            by = wanted.written
        excuse = given[NOT_APPLICABLE]
        if isinstance(by, str) and not isinstance(by, Sign) and isinstance(excuse, dict):
            talk.save(question, {NOT_APPLICABLE: {**excuse, "av": by}})

    def _follow_up(self, question: Question, given: Plain, signer: str) -> Sign | None:
        """Ask for what the answer came without, until it is whole."""
        interviewer, parts = self.talk.interviewer, given
        while isinstance(parts, dict) and (wanted := follow_up(question, parts, signer)):
            interviewer.tell(follow_up_line(wanted))
            if interviewer.is_long(wanted):
                interviewer.say_how_to_end()
            more = self.talk.take(wanted, prompt(wanted))
            if more is Sign.LATER and wanted.written:
                more = self.talk.save(wanted, wanted.written)
            if isinstance(more, Sign):
                return self._ended(wanted, more)
            if more is None:
                return None
            parts = {**parts, wanted.field.id: more}
        return None

    def _confirm(self, question: Question) -> Sign | None:
        """Take over what was copied: the one who does so answers for it from today."""
        talk = self.talk
        answer = talk.recorder.dossier.answer(question.path)
        reason = answer.part("skäl") if answer and question.type.shape is Shape.STATEMENT else None
        if answer and reason and reason.filled:
            text = ", ".join(filter(None, [answer.text, reason.text]))
            again = parse_consideration(question, text, talk.interviewer.today)
            if isinstance(again, Refusal):
                talk.interviewer.tell(again.text)
                return Sign.LATER
            talk.recorder.save(question.path, again, talk.settle)
            signer = latest_signer(talk.recorder.dossier)
            if (sign := self._follow_up(question, again, signer)) is not None:
                return sign
        else:
            talk.recorder.confirm(question.path)
        talk.interviewer.tell(CONFIRMED)
        return None

    def _back(self, number: int) -> int:
        if number == 0:
            self.talk.interviewer.tell("Det här är den första frågan.")
        return max(number - 1, 0)

    def _next(self, paths: Sequence[str], number: int, gaps_only: bool) -> int:
        """The next question: the next gap, or simply the next."""
        if not gaps_only:
            return number + 1
        gap = self._gap_from(paths, number + 1)
        return len(paths) if gap is None else gap

    def _gap_from(self, paths: Sequence[str], start: int) -> int | None:
        """The position of the first question, from one on, where something is left to do."""
        return next(
            (
                number
                for number in range(start, len(paths))
                if self.talk.adviser.is_gap(paths[number])
            ),
            None,
        )
