"""The rows of a table, asked for column by column. Each is saved as soon as it is typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.dossier.model import Answer, Parts
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.signs import Sign, read_line
from dialogcli.interview.tables import (
    WHICH_COLUMN,
    begun,
    begun_line,
    column_choice,
    column_prompt,
    now_items,
    where_left,
)
from dialogcli.interview.wording import SEVERAL
from dialogcli.model.place import Place
from dialogcli.model.text import harmless
from dialogcli.storage.nodes import Plain
from dialogcli.terminal.askers import Choices


@dataclass(frozen=True, slots=True)
class RowTalk:
    """About the rows of one table; `question` is the one about the table. Rows count from 1."""

    talk: Conversation
    question: Question

    def rows(self) -> list[Answer]:
        """The rows there are now."""
        answer = self.talk.recorder.dossier.answer(self.question.path)
        return [row for row in answer.rows if isinstance(row.value, Parts)] if answer else []

    def add(self) -> Sign | None:
        """New rows; the sign that was given instead of the first column."""
        number = len(self.rows()) + 1
        first = self._column(number, 0)
        return self._add_chosen(number, first) if first.searchable else self._fill(number, 0)

    def edit(self, number: int) -> None:
        """One column of a row, whichever is chosen."""
        labels = [column.label for column in self.question.field.parts.values()]
        at = 1
        if len(labels) > 1:
            choices = Choices(labels, enter="ingenting", heading=WHICH_COLUMN)
            at = read_line(
                self.talk.interviewer.asker.choose(column_choice(labels), choices)
            ).number
        if 1 <= at <= len(labels):
            self._take(self._column(number, at - 1), number, first=False)

    def _add_chosen(self, number: int, first: Question) -> Sign | None:
        """A row for each of the choices; then the other columns, row by row."""
        interviewer = self.talk.interviewer
        interviewer.show(first)
        given = interviewer.wait(replace(first, field=first.field._replace(many=True)), SEVERAL)
        if isinstance(given, Sign):
            return given
        words = [str(word) for word in given] if isinstance(given, list) else [str(given)]
        for row, word in enumerate(words, number):
            self.talk.recorder.save(
                f"{self.question.path}.{row}.{first.field.id}", word, self.talk.settle
            )
        for row, word in enumerate(words, number):
            interviewer.tell(first.choices.get(word, word))
            if self._fill(row, 1) is Sign.BACK:
                break  # the rest is begun, and will be gone on with
        return None

    def go_on(self) -> None:
        """With rows that were left in the middle, until somebody goes back."""
        for number in self._begun():
            row = self.rows()[number - 1]
            self.talk.interviewer.tell(begun_line(number, row))
            if self._fill(number, where_left(row)) is Sign.BACK:
                break

    def _fill(self, number: int, start: int) -> Sign | None:
        """One row from a column on. Back goes one column back, and from the first out of the row:
        Sign.BACK.

        Sign.LATER when a new row gets nothing in its first column. That the last column was passed
        by is written down: the row is no longer half done.
        """
        columns, at = list(self.question.field.parts), start
        while at < len(columns):
            given = self._take(self._column(number, at), number, first=at == 0)
            if (
                at == start
                and isinstance(given, Sign)
                and (given is Sign.BACK or number > len(self.rows()))
            ):
                return given
            at += -1 if given is Sign.BACK else 1
        if number in self._begun():
            self.talk.recorder.leave_blank(f"{self.question.path}.{number}.{columns[-1]}")
        self.talk.interviewer.tell(f"Sparat: rad {number}.")
        return None

    def _begun(self) -> list[int]:
        return begun(self.talk.recorder.dossier.answer(self.question.path))

    def _take(self, column: Question, number: int, first: bool) -> Plain | Sign | None:
        interviewer = self.talk.interviewer
        now = now_items(column)
        if not column.listed:
            interviewer.tell(*now)
        if interviewer.is_long(column):
            interviewer.say_how_to_end()
        return self.talk.take(column, harmless(column_prompt(column, number, first)), now)

    def _column(self, number: int, at: int) -> Question:
        """The question about one cell, with what stands there."""
        column = list(self.question.field.parts.values())[at]
        rows = self.rows()
        row = rows[number - 1] if number <= len(rows) else None
        there = row.part(column.id) if row else None
        path = f"{self.question.path}.{number}.{column.id}"
        answer = there or Answer(path, column, Place(""))
        return self.talk.adviser.advised(question_about(self.talk.recorder.dossier, answer))
