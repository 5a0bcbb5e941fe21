"""A table in an interview: its rows, and a menu to add, change and remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dialogcli.desk.interviews.conversation import Conversation
from dialogcli.desk.interviews.row_talk import RowTalk
from dialogcli.dossier.change import ChangedMeanwhileError
from dialogcli.dossier.model import Answer
from dialogcli.dossier.plain_answers import as_plain
from dialogcli.interview.question import Question
from dialogcli.interview.signs import DONE, Sign, Typed, told
from dialogcli.interview.tables import cells, menu, menu_help, row_name, row_sentences
from dialogcli.interview.wording import help_lines
from dialogcli.model.errors import DialogError, hint_text
from dialogcli.model.words import count
from dialogcli.reports.tables import NARROW, table

_NARROWEST = 12
"""A column of text gives way down to this many characters before the next one does."""


_GAP = 2
"""The blanks before each column."""

_HEADING = 10
"""A heading gives way down to this many characters, where nothing below it is longer."""


@dataclass(frozen=True, slots=True)
class TableTalk:
    """One table, as it is asked about. `after` says what is to be said when it has been changed."""

    talk: Conversation
    question: Question
    after: Callable[[], str]

    def run(self) -> Sign | None:
        """Sign.LATER when there was nothing and nothing came, Sign.BACK to go back, else None."""
        before = self._content()
        self.talk.interviewer.show(replace(self.question, answer=""))
        if not self._rows.rows():
            self.talk.interviewer.tell(f"En rad i taget. {told(DONE, linear=self._linear)}")
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
            self._say(self.after())
        if typed.sign is Sign.BACK:
            return Sign.BACK
        return None if changed else Sign.LATER

    def _obey(self, typed: Typed) -> None:
        there = len(self._rows.rows())
        number, sign = typed.number, typed.sign
        if sign is Sign.NEW_ROW:
            self._rows.add()
        elif sign is Sign.HELP and not number:
            self._say(*help_lines(self.question, self._width, self.talk.interviewer.folder))
            self.talk.interviewer.tell(menu_help(self._linear))
        elif sign is None and 1 <= number <= there:
            self._rows.edit(number)
        elif sign is Sign.REMOVE and 1 <= number <= there:
            self._remove(number)
        else:
            known = number and sign is not Sign.HELP
            self.talk.interviewer.tell(
                f"Rad {number} finns inte." if known else f"{typed.text} går inte att förstå här.",
                menu(there, self._linear),
            )

    def _remove(self, number: int) -> None:
        name = row_name(self._rows.rows()[number - 1])
        if not self.talk.interviewer.yes(f"Ta bort rad {number}{f', {name}' if name else ''}?"):
            return
        if not self._done(lambda: self.talk.recorder.remove_row(f"{self.question.path}.{number}")):
            return
        left = len(self._rows.rows())
        numbers = f", med nummer 1-{left}" if left > 1 else ""
        self._say(
            "Borttagen. "
            + (f"{count(left, 'rad', 'rader')} är kvar{numbers}." if left else "Tabellen är tom.")
        )

    def _done(self, change: Callable[[], None]) -> bool:
        """Whether a change could be made; otherwise why not is said."""
        try:
            change()
        except ChangedMeanwhileError as conflict:
            self.talk.note(f"Någon annan har ändrat raden i {conflict.file}. Den är kvar.")
        except DialogError as refused:
            self.talk.note(refused.message)
            self._say(*map(hint_text, refused.hints))
        else:
            return True
        self.talk.recorder.reread()
        return False

    def _show(self) -> None:
        rows = self._rows.rows()
        if self._linear or self._width < NARROW:
            self._say(*row_sentences(rows, self._width))
        else:
            self._say(_as_table(rows, self.talk.interviewer.console.table_width))
        self.talk.interviewer.tell(menu(len(rows), self._linear))

    def _content(self) -> object:
        return as_plain(self.talk.recorder.dossier.answer(self.question.path))

    def _say(self, *lines: str) -> None:
        self.talk.interviewer.say(*filter(None, lines))

    @property
    def _rows(self) -> RowTalk:
        return RowTalk(self.talk, self.question)

    @property
    def _linear(self) -> bool:
        return self.talk.interviewer.linear

    @property
    def _width(self) -> int:
        return self.talk.interviewer.console.width


def _as_table(rows: list[Answer], width: int) -> str:
    """The rows under their headings. Headings that are wider than what stands below them give way
    first, then texts, down to an equal share of the room; dates and numbers never.
    """
    heads = [part.field.label for part in rows[0].parts.values()]
    lines = [["Nr", *heads], *([str(number), *cells(row)] for number, row in enumerate(rows, 1))]
    longest = [max(map(len, column)) for column in zip(*lines[1:], strict=True)]
    wide = [
        (at, max(longest[at], _HEADING))
        for at in range(1, len(longest))
        if len(lines[0][at]) > longest[at]
    ]
    texts = sorted(
        (at for at in range(1, len(longest)) if longest[at] > _NARROWEST),
        key=lambda at: longest[at],
    )
    others = sum(
        min(max(map(len, column)), dict(wide).get(at, width)) + _GAP
        for at, column in enumerate(zip(*lines, strict=True))
        if at not in texts
    )
    return table(
        lines, width, [*wide, *_shared(texts, longest, width - others)], right=(0,), indent=2
    )


def _shared(texts: Sequence[int], longest: Sequence[int], room: int) -> list[tuple[int, int]]:
    """What is left for each column of text: a short one takes no more than it needs. The longest
    gives way first.
    """
    least = []
    for number, at in enumerate(texts):
        share = max(room // (len(texts) - number) - _GAP, _NARROWEST)
        least.append((at, min(share, longest[at])))
        room -= least[-1][1] + _GAP
    return least[::-1]
