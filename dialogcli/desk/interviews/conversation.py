"""One answer in an interview: taken, doubted, saved, and settled with what others have written
meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import Interviewer
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.interview.wording import MORE
from dialogcli.model.errors import ConflictError, UsageError, hint_line
from dialogcli.model.screen import Item, remark, rows, screen
from dialogcli.storage.nodes import Plain


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who asks, where the answers go, and who knows the rules."""

    interviewer: Interviewer
    recorder: Recorder
    adviser: Adviser

    def take(
        self, question: Question, before: str, beside: Sequence[Item] | None = None
    ) -> Plain | Sign | None:
        """Wait for an answer and save it; None when somebody else's was left standing. `beside` is as
        in `Interviewer.wait`.

        Where there may be several they are asked for one by one, each saved before the next. An
        answer that cannot be written is said to be so, and asked for again: what was typed is still
        on the screen.
        """
        question = replace(question, one_by_one=question.field.many and not question.choices)
        while True:
            given = self.interviewer.wait(question, before, beside)
            try:
                if given is Sign.REMOVE:
                    self._remove(question)
                if isinstance(given, Sign):
                    return given
                if self._certain(question, given):
                    saved = self.save(question, given)
                    return (
                        self._with_more(question, saved)
                        if question.one_by_one and saved is not None
                        else saved
                    )
            except (UsageError, ConflictError) as refused:
                self.note(refused.message)
                self.interviewer.tell(*map(hint_line, refused.hints))
                self.recorder.reread()

    def save(self, question: Question, given: Plain) -> Plain | None:
        """Save an answer; None when somebody else's was left standing. Raises UsageError when it
        cannot be written.
        """
        if self.recorder.save(question.path, given, self.settle) is None:
            return None
        self.interviewer.tell(*self.adviser.objections(question.path))
        return given

    def note(self, sentence: str) -> None:
        self.interviewer.console.note(screen(remark(sentence)))

    def settle(self, conflict: ChangedMeanwhileError) -> bool:
        """Somebody else has changed the same answer: which of the two is to stand?"""
        self.note(f"Någon annan har ändrat samma svar i {conflict.file}.")
        there = ("1  I filen nu:", conflict.there or "saknas")
        self.interviewer.tell(rows(there, ("2  Ditt svar:", conflict.ours), gap=2))
        while True:
            typed = self.interviewer.asker.write("Vilket ska gälla? (1-2): ").strip()
            if typed in ("1", "2"):
                return typed == "2"

    def _with_more(self, question: Question, given: Plain) -> Plain:
        """An answer with those that come after it; each is taken as it is, commas and all."""
        while not isinstance(more := self.interviewer.wait(question, MORE), Sign):
            given = (
                [*given, *(one for one in more if one not in given)]
                if isinstance(given, list) and isinstance(more, list)
                else given
            )
            self.recorder.save(question.path, given, self.settle)
        return given

    def _remove(self, question: Question) -> None:
        self.recorder.leave_blank(question.path)
        self.interviewer.tell("Borttaget.")

    def _certain(self, question: Question, given: Plain) -> bool:
        """Whether an answer is to be kept that something speaks against."""
        doubts = self.adviser.doubts(question.path, given)
        for doubt in doubts:
            self.note(doubt)
        return not doubts or self.interviewer.yes("Behåll datumet?")
