"""Going through questions: ask, save, ask for the reason, next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import Interviewer, Sign
from dialogcli.desk.interviews.points import answer_points
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.desk.interviews.table_talk import TableTalk
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.considerations import follow_up, parse_consideration
from dialogcli.interview.copying import is_copied
from dialogcli.interview.question import Question, question_at
from dialogcli.interview.refusal import Refusal
from dialogcli.interview.wording import prompt
from dialogcli.model.errors import ConflictError, UsageError
from dialogcli.model.layout import block, wrapped
from dialogcli.process.referrals import REFERRAL
from dialogcli.rulebook.model import FieldType
from dialogcli.storage.nodes import Plain

Ask = Callable[[str], Question]
"""The question at a path as it is to be asked now, with its number and what is answered already."""

CONFIRMED = "Granskat. Svaret står kvar."


@dataclass(slots=True)
class Interview:
    """An interviewer with a recorder. `after` says what is to be said when an answer has been saved."""

    interviewer: Interviewer
    recorder: Recorder
    adviser: Adviser
    after: Callable[[Plain], str]

    def go_through(self, paths: Sequence[str], question: Ask, enough: Callable[[], bool] = lambda: False,
                   start: int | None = None, leave: bool = False) -> Sign | None:
        """Ask the questions at some paths, from the first gap on; where there is none, all of them once more.

        `enough` is asked after every answer: when it is true, the rest need not be asked. `start` is the question to
        begin with instead of the first gap. With `leave`, going back from the first question ends it: Sign.BACK.
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
        return question_at(self.recorder.dossier, path)

    def answer(self, question: Question) -> Sign | None:
        """Ask one question and save its answer; None when it is answered, or what was copied is confirmed."""
        if question.path.split(".")[0] == REFERRAL:
            return answer_points(self.interviewer, self.recorder, question, self.settle, lambda: self.after(""))
        if question.type is FieldType.TABLE and not question.field.many:
            return self.ended(question, TableTalk(self, question).run())
        question = self.adviser.advised(question)
        self.interviewer.show(question)
        given = self.take(question, prompt(question))
        if isinstance(given, Sign):
            return self.ended(question, given)
        sign = self._follow_up(question, given) if given is not None else None
        if given is not None and sign is None:
            self.interviewer.say(*filter(None, [self.after(given)]))
        return sign

    def take(self, question: Question, before: str) -> Plain | Sign | None:
        """Wait for an answer and save it; None when somebody else's was left standing.

        An answer that cannot be written is said to be so, and asked for again: what was typed is still on the screen.
        """
        while True:
            given = self.interviewer.wait(question, before)
            if isinstance(given, Sign):
                return given
            if not self._certain(question, given):
                continue
            try:
                if self.recorder.save(question.path, given, self.settle) is None:
                    return None
            except (UsageError, ConflictError) as refused:
                self.note(refused.message)
                self.interviewer.say(*refused.hints)
                continue
            self.tell(*self.adviser.objections(question.path))
            return given

    def ended(self, question: Question, sign: Sign | None) -> Sign | None:
        """What an empty answer means: what was copied stands from now on; something else is left for later."""
        if sign is Sign.LATER and is_copied(self.recorder.dossier, question.path):
            return self._confirm(question)
        if sign is Sign.LATER and question.required and is_missing(self.recorder.dossier, question.path):
            self.interviewer.say("Svara senare. Kravet återstår inför beslutet.")
        return sign

    def tell(self, *lines: str) -> None:
        """Sentences, each wrapped on its own; an indented one stays so."""
        width = self.interviewer.console.width
        self.interviewer.say(*(wrapped(line.lstrip(" "), width, len(line) - len(line.lstrip(" "))) for line in lines))

    def note(self, sentence: str) -> None:
        console = self.interviewer.console
        console.err(wrapped(f"Obs: {sentence}", console.width))

    def yes(self, asked: str) -> bool:
        """An answer of j or n."""
        while True:
            typed = self.interviewer.asker.ask(f"{asked} (j/n): ").strip().lower()
            if typed in ("j", "ja", "n", "nej"):
                return typed.startswith("j")

    def settle(self, conflict: ChangedMeanwhileError) -> bool:
        """Somebody else has changed the same answer: which of the two is to stand?"""
        console = self.interviewer.console
        self.note(f"Någon annan har ändrat samma svar i {conflict.file}.")
        self.interviewer.say(block([("1  I filen nu:", conflict.there or "saknas"), ("2  Ditt svar:", conflict.ours)],
                                   console.width, gap=2))
        while True:
            typed = self.interviewer.asker.ask("Vilket ska gälla? (1-2): ").strip()
            if typed in ("1", "2"):
                return typed == "2"

    def _certain(self, question: Question, given: Plain) -> bool:
        """Whether an answer is to be kept that something speaks against."""
        doubts = self.adviser.doubts(question.path, given)
        for doubt in doubts:
            self.note(doubt)
        return not doubts or self.yes("Behåll datumet?")

    def _follow_up(self, question: Question, given: Plain) -> Sign | None:
        """Ask for what the answer came without, until it is whole."""
        parts = given
        while (wanted := follow_up(question, parts)) is not None and isinstance(parts, dict):
            self.tell(wanted.text)
            if self.interviewer.is_long(wanted):
                self.interviewer.say_how_to_end()
            more = self.take(wanted, prompt(wanted))
            if isinstance(more, Sign):
                return self.ended(wanted, more)
            if more is None:
                return None
            parts = {**parts, wanted.field.id: more}
        return None

    def _confirm(self, question: Question) -> Sign | None:
        """Take over what was copied: the one who does so answers for it from today."""
        answer = self.recorder.dossier.answer(question.path)
        reason = answer.part("skäl") if answer and question.type is FieldType.STATEMENT else None
        if answer and reason and reason.filled:
            text = ", ".join(filter(None, [answer.text, reason.text]))
            again = parse_consideration(question, text, self.interviewer.today)
            if isinstance(again, Refusal):
                self.tell(again.text)
                return Sign.LATER
            self.recorder.save(question.path, again, self.settle)
            if (sign := self._follow_up(question, again)) is not None:
                return sign
        else:
            self.recorder.confirm(question.path)
        self.interviewer.say(CONFIRMED)
        return None

    def _back(self, number: int) -> int:
        if number == 0:
            self.interviewer.say("Det här är den första frågan.")
        return max(number - 1, 0)

    def _next(self, paths: Sequence[str], number: int, gaps_only: bool) -> int:
        """The next question: the next gap, or simply the next."""
        if not gaps_only:
            return number + 1
        gap = self._gap_from(paths, number + 1)
        return len(paths) if gap is None else gap

    def _gap_from(self, paths: Sequence[str], start: int) -> int | None:
        """The position of the first question, from one on, where something is left to do."""
        return next((number for number in range(start, len(paths)) if self.adviser.is_gap(paths[number])), None)
