"""A table in an interview: its rows, a menu to add, change and remove them, and each row asked for
column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogcli.base.characters import harmless
from dialogcli.base.findings import DialogError, Place, hint_line
from dialogcli.base.screen import Item, Part, line
from dialogcli.base.words import count
from dialogcli.dossier.change import ChangedMeanwhileError, RowsChangedError
from dialogcli.dossier.model import Answer, Parts
from dialogcli.dossier.select import as_plain
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.parsing import Refusal, is_excuse, parse_answer
from dialogcli.interview.pasted import RowsPastedError, about_rows, read_rows
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.question_screens import SEVERAL, help_items
from dialogcli.interview.signs import DONE, Sign, Typed, read_line, told
from dialogcli.interview.tables import (
    LAST_ROWS,
    WHICH_COLUMN,
    begun,
    begun_line,
    column_choice,
    column_prompt,
    is_half,
    menu,
    menu_help,
    now_items,
    row_name,
    rows_table,
    where_left,
)
from dialogcli.terminal.askers import Choices
from dialogcli.usecases.interview.conversation import Conversation
from dialogcli.yamltext.nodes import Plain

_LEAVING = (Sign.LATER, Sign.AFTER, Sign.BACK)


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
        return self._add_chosen(first) if first.searchable else self._fill(number, 0)

    def edit(self, number: int) -> None:
        """One column of a row, whichever is chosen."""
        labels = [column.label for column in self.question.field.parts.values()]
        at = self._which(labels) if len(labels) > 1 else 1
        if at:
            self._take(self._column(number, at - 1), number, first=False)

    def _which(self, labels: Sequence[str]) -> int:
        """The number of the column that is to be changed; 0 for none."""
        asking = self.talk.interviewer
        choices = Choices(labels, enter="ingenting", heading=WHICH_COLUMN)
        while True:
            typed = read_line(asking.asker.choose(column_choice(labels), choices))
            if typed.sign in _LEAVING:
                return 0
            if typed.sign is None and 1 <= typed.number <= len(labels):
                return typed.number
            asking.tell(f"Skriv 1-{len(labels)}, eller bara Enter.")

    def _add_chosen(self, first: Question) -> Sign | None:
        """A row for each of the choices; then the other columns, row by row."""
        interviewer = self.talk.interviewer
        interviewer.show(first)
        given = interviewer.wait(replace(first, field=first.field._replace(many=True)), SEVERAL)
        if isinstance(given, Sign):
            return given
        if self._excuses(given):
            return Sign.LATER
        words = [str(word) for word in given] if isinstance(given, list) else [str(given)]
        made = []
        for word in words:
            path = f"{self.question.path}.{len(self.rows()) + 1}.{first.field.id}"
            self.talk.recorder.save(path, word, self.talk.settle)
            made.append(len(self.rows()))  # others may have added rows meanwhile
        for row, word in zip(made, words, strict=True):
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
            new = number > len(self.rows())
            given = self._take(self._column(number, at), number, first=at == 0)
            if at == start and isinstance(given, Sign) and (given is Sign.BACK or new):
                return given
            if at == 0 and self._excuses(given):
                return Sign.LATER
            number = self._saved_in(number) if new else number
            at += -1 if given is Sign.BACK else 1
        self._pass_by(number, columns[-1])
        self.talk.interviewer.tell(f"Sparat: rad {number}.")
        return None

    def _saved_in(self, number: int) -> int:
        """The number that a new row has got: the last, after those that others have added."""
        return max(number, len(self.rows()))

    def _excuses(self, given: Plain | Sign | None) -> bool:
        """Whether what was given instead of a first row says that the whole table does not apply;
        then it is written.
        """
        if not isinstance(given, dict) or NOT_APPLICABLE not in given or len(self.rows()) > 1:
            return False
        self.talk.save(self.question, given)
        return True

    def take_in(self, pasted: str) -> None:
        """Rows out of a spreadsheet, once somebody has seen what they become: all of them or none."""
        asking, recorder = self.talk.interviewer, self.talk.recorder
        text = pasted
        while asking.linear and (more := asking.asker.write("")).strip():
            text += f"\n{more}"  # line by line, an empty one is the end
        found = read_rows(recorder.dossier, self.question, text, asking.today)
        if found.wrong or not found.rows:
            asking.tell(*found.wrong, "Inga rader är sparade. Rätta dem och klistra in alla igen.")
            return
        asking.tell(about_rows(self.question, found.rows))
        number = len(found.rows)
        if not asking.yes(f"Ta in alla {number}?" if number > 1 else "Ta in den?"):
            asking.tell("Inga rader är sparade.")
            return
        for row in found.rows:
            recorder.save(f"{self.question.path}.{len(self.rows()) + 1}", row, self.talk.settle)
        asking.tell(f"Sparat: {count(number, 'rad', 'rader')}.")

    def _pass_by(self, number: int, column: str) -> None:
        """Write down that the last column of a row was passed by, unless somebody else has just
        answered it.
        """
        if not any(map(is_half, self.rows()[number - 1 : number])):
            return
        try:
            self.talk.recorder.leave_blank(f"{self.question.path}.{number}.{column}")
        except ChangedMeanwhileError:
            self.talk.recorder.reread()

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
        asked = question_about(self.talk.recorder.dossier, answer)
        asked = replace(asked, takes_rows=at == 0 and row is None)
        if at == 0 and not rows:  # an excuse is one of the whole table
            table = self.question
            asked = replace(asked, needed=table.needed, reason_length=table.reason_length)
        return self.talk.adviser.advised(asked)


@dataclass(frozen=True, slots=True)
class TableTalk:
    """One table, as it is asked about. `after` says what is to be said when it has been changed."""

    talk: Conversation
    question: Question
    after: Callable[[], Part]

    def run(self) -> Sign | None:
        """Sign.LATER when there was nothing and nothing came, Sign.BACK to go back, else None."""
        before = self._content()
        self.talk.interviewer.show(replace(self.question, answer=""))
        if not self._rows.rows():
            self._tell(line("En rad i taget. ", told(DONE)))
            if (sign := self._unless_changed(self._rows.add)) is not None:
                return self._left(sign)
        else:
            self._unless_changed(self._rows.go_on)
        self._show()
        read = self.talk.interviewer.read
        while (typed := read(Sign.NEW_ROW)).sign not in _LEAVING:
            if self._obey(typed):
                self._show(LAST_ROWS)
        changed = self._content() != before
        if changed:
            self._tell(*self.talk.adviser.objections_to_rows(self.question.path))
            self._tell(self.after())
        if typed.sign is Sign.BACK:
            return Sign.BACK
        return None if changed else Sign.LATER

    def _left(self, sign: Sign) -> Sign | None:
        """What it means that no row came: for a table that does not apply, that it is answered."""
        answer = self.talk.recorder.dossier.answer(self.question.path)
        if not answer or not answer.excused:
            return sign
        self._tell(self.after())
        return None

    def _unless_changed(self, do: Callable[[], Sign | None]) -> Sign | None:
        """Do something with rows. When they have become others meanwhile, or whole rows were pasted,
        all are shown as they are then.
        """
        try:
            return do()
        except RowsPastedError as pasted:
            self._rows.take_in(pasted.text)
        except RowsChangedError as changed:
            self.talk.note(changed.message)
            self.talk.recorder.reread()
        self._show()
        return None

    def _obey(self, typed: Typed) -> bool:
        """Do what was typed; whether the table is to be shown again, with its keys."""
        there = len(self._rows.rows())
        number, sign = typed.number, typed.sign
        if sign is Sign.HELP and not number:
            self._tell(*help_items(self.question), menu_help())
            return False
        if sign is Sign.NEW_ROW:
            self._unless_changed(self._rows.add)
        elif sign is None and 1 <= number <= there:
            self._unless_changed(lambda: self._rows.edit(number))
        elif sign is Sign.REMOVE and there and number <= there:
            self._remove(number)
        else:
            return self._excused(typed) or self._not_understood(typed)
        return True

    def _not_understood(self, typed: Typed) -> bool:
        known = typed.number and typed.sign is not Sign.HELP
        self._tell(
            f"Rad {typed.number} finns inte."
            if known
            else f"{typed.text} går inte att förstå här.",
            menu(len(self._rows.rows())),
        )
        return False

    def _excused(self, typed: Typed) -> bool:
        """Whether it was said that the table does not apply; a table with rows does."""
        if not is_excuse(typed.text):
            return False
        if self._rows.rows():
            self._tell("Tabellen har rader. Ta bort dem först: - tar bort alla.")
            return True
        given = parse_answer(self.question, typed.text, self.talk.interviewer.today)
        if isinstance(given, Refusal):
            self._tell(given.text)
        else:
            self.talk.save(self.question, given)
        return True

    def _remove(self, number: int) -> None:
        """A row, or, for 0, all of them."""
        if not number:
            self._remove_all()
            return
        name = row_name(self._rows.rows()[number - 1])
        if not self.talk.interviewer.yes(f"Ta bort rad {number}{f', {name}' if name else ''}?"):
            return
        if not self._done(lambda: self.talk.recorder.remove_row(f"{self.question.path}.{number}")):
            return
        left = len(self._rows.rows())
        numbers = f", med nummer 1-{left}" if left > 1 else ""
        what = f"{count(left, 'rad', 'rader')} är kvar{numbers}." if left else "Tabellen är tom."
        self._tell(f"Borttagen. {what}")

    def _remove_all(self) -> None:
        rows = count(len(self._rows.rows()), "rad", "rader")
        if self.talk.interviewer.yes(f"Ta bort hela tabellen, {rows}?"):
            self._done(lambda: self.talk.recorder.leave_blank(self.question.path))

    def _done(self, change: Callable[[], None]) -> bool:
        """Whether a change could be made; otherwise why not is said."""
        try:
            change()
        except ChangedMeanwhileError as conflict:
            self.talk.note(f"Någon annan har ändrat raden i {conflict.file}. Den är kvar.")
        except DialogError as refused:
            self.talk.note(refused.message)
            self._tell(*map(hint_line, refused.hints))
        else:
            return True
        self.talk.recorder.reread()
        return False

    def _show(self, last: int = 0) -> None:
        rows = self._rows.rows()
        if rows:
            self._tell(rows_table(rows, last))
        self._tell(menu(len(rows)))

    def _content(self) -> object:
        return as_plain(self.talk.recorder.dossier.answer(self.question.path))

    def _tell(self, *told: Item | Part) -> None:
        self.talk.interviewer.tell(*told)

    @property
    def _rows(self) -> RowTalk:
        return RowTalk(self.talk, self.question)
