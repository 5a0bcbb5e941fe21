"""A table in an interview: its rows and a menu to add, change and remove them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from dialogcli.desk.interviews.advising import Adviser
from dialogcli.desk.interviews.asking import Interviewer, Sign
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.dossier.model import Answer, Parts
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.tables import (
    SEVERAL,
    cells,
    column_choice,
    column_lines,
    column_prompt,
    menu,
    menu_help,
    row_name,
    row_sentences,
)
from dialogcli.interview.wording import help_lines
from dialogcli.model.errors import DialogError
from dialogcli.model.layout import harmless
from dialogcli.model.place import Place
from dialogcli.model.words import count
from dialogcli.reports.tables import NARROW, table
from dialogcli.storage.nodes import Plain

_NARROWEST = 12
"""A column of text gives way down to this many characters before the next one does."""


class Conversation(Protocol):
    """What a table needs of the interview that it is asked about in: single answers, and the person's word."""

    interviewer: Interviewer
    recorder: Recorder
    adviser: Adviser

    @property
    def after(self) -> Callable[[Plain], str]: ...

    def take(self, question: Question, before: str) -> Plain | Sign | None: ...

    def yes(self, asked: str) -> bool: ...

    def note(self, sentence: str) -> None: ...

    def settle(self, conflict: ChangedMeanwhileError) -> bool: ...


@dataclass(slots=True)
class TableTalk:
    """One table, as it is asked about. Every column is saved as soon as it is typed."""

    interview: Conversation
    question: Question
    changed: bool = False

    def run(self) -> Sign | None:
        """Sign.LATER when there was nothing and nothing came, Sign.BACK to go back, else None."""
        self.interview.interviewer.show(replace(self.question, answer=""))
        rows = self._rows()
        if not rows:
            self._say("En rad i taget. Enter = klar" if not self._linear else "En rad i taget. Enter betyder klar.")
            if (sign := self._add()) is not None:
                return sign
        self._show()
        while (typed := self._typed("Svar: ")) not in ("", "<"):
            self._obey(typed)
        if self.changed:
            self._say(self.interview.after(""))
        return Sign.BACK if typed == "<" else None if self.changed else Sign.LATER

    def _obey(self, typed: str) -> None:
        number = int(typed) if re.fullmatch(r"-?\d{1,4}", typed) else 0
        if typed.lower() == "n":
            self._add()
        elif typed == "?":
            self._say(*help_lines(self.question, self._width), menu_help(self._linear))
        elif 1 <= abs(number) <= len(self._rows()):
            (self._edit if number > 0 else self._remove)(abs(number))
        else:
            self._say(f"Rad {abs(number)} finns inte." if number else f"{typed} går inte att förstå här.",
                      menu(len(self._rows()), self._linear))

    def _add(self) -> Sign | None:
        """New rows; the sign that was given instead of the first column."""
        number = len(self._rows()) + 1
        first = self._column(number, 0)
        if first.searchable:
            return self._add_chosen(number, first)
        return self._fill(number, 0)

    def _add_chosen(self, number: int, first: Question) -> Sign | None:
        """A row for each of the choices; then the other columns, row by row."""
        interviewer = self.interview.interviewer
        interviewer.show(first)
        given = interviewer.wait(replace(first, field=first.field._replace(many=True)), SEVERAL)
        if isinstance(given, Sign):
            return given
        words = [str(word) for word in given] if isinstance(given, list) else [str(given)]
        for row, word in enumerate(words, number):
            self.interview.recorder.save(f"{self.question.path}.{row}.{first.field.id}", word, self.interview.settle)
            self.changed = True
        for row, word in enumerate(words, number):
            self._say("", first.choices.get(word, word))
            self._fill(row, 1)
        return None

    def _fill(self, number: int, start: int) -> Sign | None:
        """One row from a column on. A sign at the first column of it ends the row; back goes one column back."""
        columns, at = len(self.question.field.parts), start
        while at < columns:
            given = self._take(self._column(number, at), number, first=at == 0)
            if isinstance(given, Sign) and at == 0:
                return given
            at = max(at - 1, start) if given is Sign.BACK else at + 1
        self.changed = True
        self._say(f"Sparat: rad {number}.")
        return None

    def _edit(self, number: int) -> None:
        columns = list(self.question.field.parts.values())
        at = 0
        if len(columns) > 1:
            typed = self._typed(column_choice(columns))
            if not typed.isdigit() or not 1 <= int(typed) <= len(columns):
                return
            at = int(typed) - 1
        given = self._take(self._column(number, at), number, first=False)
        self.changed = self.changed or not isinstance(given, Sign)

    def _remove(self, number: int) -> None:
        name = row_name(self._rows()[number - 1])
        if not self.interview.yes(f"Ta bort rad {number}{f', {name}' if name else ''}?"):
            return
        if not self._done(lambda: self.interview.recorder.remove_row(f"{self.question.path}.{number}")):
            return
        left = len(self._rows())
        self.changed = True
        numbers = f", med nummer 1-{left}" if left > 1 else ""
        self._say("Borttagen. " + (f"{count(left, 'rad', 'rader')} är kvar{numbers}." if left else "Tabellen är tom."))

    def _done(self, change: Callable[[], None]) -> bool:
        """Whether a change could be made; otherwise why not is said."""
        try:
            change()
        except ChangedMeanwhileError as conflict:
            self.interview.note(f"Någon annan har ändrat raden i {conflict.file}. Den är kvar.")
        except DialogError as refused:
            self.interview.note(refused.message)
            self._say(*refused.hints)
        else:
            return True
        self.interview.recorder.reread()
        return False

    def _take(self, column: Question, number: int, first: bool) -> object:
        self._say(*column_lines(column, self._width))
        if self._linear and self.interview.interviewer.is_long(column):
            self.interview.interviewer.say_how_to_end()
        return self.interview.take(column, harmless(column_prompt(column, number, first)))

    def _column(self, number: int, at: int) -> Question:
        """The question about one cell, with what stands there."""
        column = list(self.question.field.parts.values())[at]
        rows = self._rows()
        row = rows[number - 1] if number <= len(rows) else None
        there = row.part(column.id) if row else None
        path = f"{self.question.path}.{number}.{column.id}"
        answer = there or Answer(path, column, Place(""))
        return self.interview.adviser.advised(question_about(self.interview.recorder.dossier, answer))

    def _show(self) -> None:
        rows = self._rows()
        if self._linear or self._width < NARROW:
            self._say(*row_sentences(rows, self._width))
        else:
            self._say(_as_table(rows, self.interview.interviewer.console.table_width))
        self._say(menu(len(rows), self._linear))

    def _rows(self) -> list[Answer]:
        answer = self.interview.recorder.dossier.answer(self.question.path)
        return [row for row in answer.rows if isinstance(row.value, Parts)] if answer else []

    def _typed(self, before: str) -> str:
        return self.interview.interviewer.asker.ask(before).strip()

    def _say(self, *lines: str) -> None:
        self.interview.interviewer.say(*filter(None, lines))

    @property
    def _linear(self) -> bool:
        return self.interview.interviewer.linear

    @property
    def _width(self) -> int:
        return self.interview.interviewer.console.width


def _as_table(rows: list[Answer], width: int) -> str:
    """The rows under their headings; texts give way, the longest first, dates and numbers never."""
    heads = [part.field.label for part in rows[0].parts.values()]
    lines = [["Nr", *heads], *([str(number), *cells(row)] for number, row in enumerate(rows, 1))]
    longest = [max(map(len, column)) for column in zip(*lines, strict=True)]
    cuttable = sorted((at for at in range(1, len(longest)) if longest[at] > _NARROWEST),
                      key=lambda at: -longest[at])
    return table(lines, width, [(at, _NARROWEST) for at in cuttable], right=(0,), indent=2)
