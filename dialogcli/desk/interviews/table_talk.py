"""A table in an interview: its rows, and a menu to add, change and remove them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.desk.interviews.row_talk import RowTalk
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.dossier.plain_answers import as_plain
from dialogcli.interview.question import Question
from dialogcli.interview.signs import DONE, Sign, Typed, told
from dialogcli.interview.tables import menu, menu_help, row_name, rows_table
from dialogcli.interview.wording import help_items
from dialogcli.model.errors import DialogError, hint_line
from dialogcli.model.screen import Item, Part, line
from dialogcli.model.words import count


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
            if (sign := self._rows.add()) is not None:
                return sign
        else:
            self._rows.go_on()
        self._show()
        read = self.talk.interviewer.read
        while (typed := read(Sign.NEW_ROW)).sign not in (Sign.LATER, Sign.BACK):
            self._obey(typed)
        changed = self._content() != before
        if changed:
            self._tell(self.after())
        if typed.sign is Sign.BACK:
            return Sign.BACK
        return None if changed else Sign.LATER

    def _obey(self, typed: Typed) -> None:
        there = len(self._rows.rows())
        number, sign = typed.number, typed.sign
        if sign is Sign.NEW_ROW:
            self._rows.add()
        elif sign is Sign.HELP and not number:
            self._tell(*help_items(self.question), menu_help())
        elif sign is None and 1 <= number <= there:
            self._rows.edit(number)
        elif sign is Sign.REMOVE and 1 <= number <= there:
            self._remove(number)
        else:
            known = number and sign is not Sign.HELP
            self._tell(
                f"Rad {number} finns inte." if known else f"{typed.text} går inte att förstå här.",
                menu(there),
            )

    def _remove(self, number: int) -> None:
        name = row_name(self._rows.rows()[number - 1])
        if not self.talk.interviewer.yes(f"Ta bort rad {number}{f', {name}' if name else ''}?"):
            return
        if not self._done(lambda: self.talk.recorder.remove_row(f"{self.question.path}.{number}")):
            return
        left = len(self._rows.rows())
        numbers = f", med nummer 1-{left}" if left > 1 else ""
        what = f"{count(left, 'rad', 'rader')} är kvar{numbers}." if left else "Tabellen är tom."
        self._tell(f"Borttagen. {what}")

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

    def _show(self) -> None:
        rows = self._rows.rows()
        if rows:
            self._tell(rows_table(rows))
        self._tell(menu(len(rows)))

    def _content(self) -> object:
        return as_plain(self.talk.recorder.dossier.answer(self.question.path))

    def _tell(self, *told: Item | Part) -> None:
        self.talk.interviewer.tell(*told)

    @property
    def _rows(self) -> RowTalk:
        return RowTalk(self.talk, self.question)
