"""Going through questions: ask, save, ask for the reason, next; tables row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogcli.cli.asking import Interviewer, Sign
from dialogcli.cli.points import answer_points
from dialogcli.cli.recording import Recorder
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.dossier.model import Answer, Parts
from dialogcli.interview.chapters import first_gap, is_missing
from dialogcli.interview.considerations import follow_up
from dialogcli.interview.question import Question, question_about, question_at
from dialogcli.interview.tables import column_lines, column_prompt, row_lines
from dialogcli.interview.wording import prompt
from dialogcli.model.errors import ConflictError, UsageError
from dialogcli.model.layout import block, harmless
from dialogcli.model.place import Place
from dialogcli.process.referrals import ANSWERS
from dialogcli.rulebook.model import FieldType
from dialogcli.storage.nodes import Plain

Ask = Callable[[str], Question]
"""The question at a path as it is to be asked now, with its number and what is answered already."""


@dataclass(slots=True)
class Interview:
    """An interviewer with a recorder. `after` says what is to be said when an answer has been saved."""

    interviewer: Interviewer
    recorder: Recorder
    after: Callable[[Plain], str]

    def go_through(self, paths: Sequence[str], question: Ask, enough: Callable[[], bool] = lambda: False) -> None:
        """Ask the questions at some paths, from the first gap on; where there is none, all of them once more.

        `enough` is asked after every answer: when it is true, the rest need not be asked.
        """
        start = first_gap(self.recorder.dossier, paths)
        number = start or 0
        while 0 <= number < len(paths) and not enough():
            if self.answer(question(paths[number])) is Sign.BACK:
                number = self._back(number)
            else:
                number = self._next(paths, number, gaps_only=start is not None)

    def question_at(self, path: str) -> Question:
        return question_at(self.recorder.dossier, path)

    def answer(self, question: Question) -> Sign | None:
        """Ask one question and save its answer; None when it is answered."""
        if question.path == ANSWERS:
            return answer_points(self.interviewer, self.recorder, question, self._settle, lambda: self.after(""))
        if question.type is FieldType.TABLE and not question.field.many:
            return self._table(question)
        self.interviewer.show(question)
        given = self._take(question, prompt(question))
        if isinstance(given, Sign):
            self._later(question, given)
            return given
        sign = self._follow_up(question, given) if given is not None else None
        if given is not None and sign is None:
            self.interviewer.say(*filter(None, [self.after(given)]))
        return sign

    def _take(self, question: Question, before: str) -> Plain | Sign | None:
        """Wait for an answer and save it; None when somebody else's was left standing.

        An answer that cannot be written is said to be so, and asked for again: what was typed is still on the screen.
        """
        while True:
            given = self.interviewer.wait(question, before)
            if isinstance(given, Sign):
                return given
            try:
                return given if self.recorder.save(question.path, given, self._settle) else None
            except (UsageError, ConflictError) as refused:
                self.interviewer.console.err(f"Obs: {refused.message}")
                self.interviewer.say(*refused.hints)

    def _follow_up(self, question: Question, given: Plain) -> Sign | None:
        """Ask for what the answer came without, until it is whole."""
        parts = given
        while (wanted := follow_up(question, parts)) is not None and isinstance(parts, dict):
            self.interviewer.say(wanted.text)
            more = self._take(wanted, prompt(wanted))
            if isinstance(more, Sign):
                self._later(wanted, more)
                return more
            if more is None:
                return None
            parts = {**parts, wanted.field.id: more}
        return None

    def _table(self, question: Question) -> Sign | None:
        """Rows until the first column is left empty. What is there already is shown, and stays."""
        rows = self._rows(question.path)
        self.interviewer.show(replace(question, answer=""))
        self.interviewer.say(*row_lines(rows, self.interviewer.console.width), "En rad i taget. Enter = klar")
        number = len(rows) + 1
        while (sign := self._row(question, number)) is None:
            self.interviewer.say(f"Sparat: rad {number}.")
            number += 1
        if number > len(rows) + 1:
            self.interviewer.say(self.after(""))
            return sign if sign is Sign.BACK else None
        self._later(question, sign)
        return sign

    def _row(self, question: Question, number: int) -> Sign | None:
        """One row, column by column, each saved as soon as it is typed. A sign at the first column ends the table."""
        columns = list(question.field.parts.values())
        at = 0
        while at < len(columns):
            path = f"{question.path}.{number}.{columns[at].id}"
            column = question_about(self.recorder.dossier, Answer(path, columns[at], Place("")))
            self.interviewer.say(*column_lines(column, self.interviewer.console.width))
            given = self._take(column, harmless(column_prompt(column, number, first=at == 0)))
            if isinstance(given, Sign) and at == 0:
                return given
            at += -1 if given is Sign.BACK else 1
        return None

    def _rows(self, path: str) -> list[Answer]:
        answer = self.recorder.dossier.answer(path)
        return [row for row in answer.rows if isinstance(row.value, Parts)] if answer else []

    def _settle(self, conflict: ChangedMeanwhileError) -> bool:
        """Somebody else has changed the same answer: which of the two is to stand?"""
        console = self.interviewer.console
        console.err(f"Obs: Någon annan har ändrat samma svar i {conflict.file}.")
        self.interviewer.say(block([("1  I filen nu:", conflict.there or "saknas"), ("2  Ditt svar:", conflict.ours)],
                                   console.width, gap=2))
        while True:
            typed = self.interviewer.asker.ask("Vilket ska gälla? (1-2): ").strip()
            if typed in ("1", "2"):
                return typed == "2"

    def _later(self, question: Question, sign: Sign) -> None:
        if sign is Sign.LATER and question.required and is_missing(self.recorder.dossier, question.path):
            self.interviewer.say("Svara senare. Kravet återstår inför beslutet.")

    def _back(self, number: int) -> int:
        if number == 0:
            self.interviewer.say("Det här är den första frågan.")
        return max(number - 1, 0)

    def _next(self, paths: Sequence[str], number: int, gaps_only: bool) -> int:
        """The next question: the next gap, or simply the next."""
        if not gaps_only:
            return number + 1
        gap = first_gap(self.recorder.dossier, paths[number + 1:])
        return len(paths) if gap is None else number + 1 + gap
