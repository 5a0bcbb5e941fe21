"""Going through questions: ask, save, ask for the reason, next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.desk.interviews.points import answer_points
from dialogcli.desk.interviews.table_talk import TableTalk
from dialogcli.interview.chapters import is_begun, is_missing
from dialogcli.interview.considerations import follow_up, latest_signer, parse_consideration
from dialogcli.interview.copying import is_copied
from dialogcli.interview.question import Question, question_at
from dialogcli.interview.refusal import Refusal
from dialogcli.interview.signs import Sign
from dialogcli.interview.wording import follow_up_line, prompt
from dialogcli.model.fieldtypes import Shape
from dialogcli.model.screen import Part
from dialogcli.rulebook.model import REFERRAL
from dialogcli.storage.nodes import Plain

Ask = Callable[[str], Question]
"""The question at a path as it is to be asked now, with its number and what is answered already."""

CONFIRMED = "Granskat. Svaret står kvar."


@dataclass(frozen=True, slots=True)
class Interview:
    """A conversation about many questions. `after` says what is to be said when an answer has been
    saved.
    """

    talk: Conversation
    after: Callable[[Plain], Part]

    def go_through(
        self,
        paths: Sequence[str],
        question: Ask,
        enough: Callable[[], bool] = lambda: False,
        start: int | None = None,
        leave: bool = False,
    ) -> Sign | None:
        """Ask the questions at some paths, from the first gap on; where there is none, all of them
        once more.

        `enough` is asked after every answer: when it is true, the rest need not be asked. `start`
        is the question to begin with instead of the first gap. With `leave`, going back from the
        first question ends it: Sign.BACK.
        """
        gap = self._gap_from(paths, 0)
        number = start if start is not None else gap or 0
        while number < len(paths) and not enough():
            if self.answer(question(paths[number])) is not Sign.BACK:
                number = self._next(paths, number, gaps_only=gap is not None)
            elif number == 0 and leave:
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
        if question.path.split(".")[0] == REFERRAL:
            return answer_points(
                talk.interviewer, talk.recorder, question, talk.settle, lambda: self.after("")
            )
        if question.type.shape is Shape.ROWS and not question.field.many:
            return self._ended(question, TableTalk(talk, question, lambda: self.after("")).run())
        question = talk.adviser.advised(question)
        talk.interviewer.show(question)
        given = talk.take(question, prompt(question))
        if isinstance(given, Sign):
            return self._ended(question, given)
        sign = self._follow_up(question, given) if given is not None else None
        if given is not None and sign is None:
            talk.interviewer.tell(self.after(given))
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

    def _follow_up(self, question: Question, given: Plain) -> Sign | None:
        """Ask for what the answer came without, until it is whole."""
        interviewer, parts = self.talk.interviewer, given
        signer = latest_signer(self.talk.recorder.dossier)
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
            if (sign := self._follow_up(question, again)) is not None:
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
