"""Asking one question until there is an answer, or the person wants something else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from dialogcli.interview.parsing import parse_answer
from dialogcli.interview.question import Question
from dialogcli.interview.refusal import Refusal
from dialogcli.interview.signs import BACK, EDITOR, HELP, REMOVE
from dialogcli.interview.wording import (
    about_lines,
    about_text,
    detail_lines,
    echo,
    found_lines,
    head_lines,
    help_lines,
    prompt,
)
from dialogcli.model.errors import UsageError, hint_text
from dialogcli.model.fieldtypes import Shape, Trait
from dialogcli.model.layout import joined, wrapped
from dialogcli.storage.nodes import Plain
from dialogcli.terminal.console import Console
from dialogcli.terminal.prompts import LAST_LINE, Asker

SEVERAL_LINES = f"Skriv hur många rader du vill. Avsluta med en punkt ({LAST_LINE}) på egen rad."


class Sign(Enum):
    """What somebody wants who does not answer."""

    LATER = ""
    BACK = BACK
    REMOVE = REMOVE


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Asks on a terminal. `edit` opens a text editor on a text, below what it is about, and gives
    what was saved; None when nothing was.
    """

    console: Console
    asker: Asker
    today: date
    edit: Callable[[str, str], str | None]
    folder: str = ""
    """What commands that are shown have to name; '' where the person stands in the dossier."""

    @property
    def linear(self) -> bool:
        """Whether the person listens, or the console can do no more: sentences instead of tables."""
        return self.asker.line_by_line

    def say(self, *lines: str) -> None:
        """Lines as they are; where somebody listens, without blanks in front."""
        for line in lines:
            self.console.out(
                "\n".join(one.lstrip(" ") for one in line.split("\n")) if self.linear else line
            )

    def head(self, *lines: str) -> None:
        """What begins something new, after a blank line; wrapped, and bold where the console can."""
        self.console.out("")
        self.console.out(
            "\n".join(wrapped(line, self.console.width) for line in lines), heading=True
        )

    def tell(self, *texts: str) -> None:
        """Sentences, each wrapped on its own; an indented one stays so, and '' is a blank line."""
        width = self.console.width
        self.say(
            joined(
                wrapped(text.lstrip(" "), width, len(text) - len(text.lstrip(" ")))
                for text in texts
            )
        )

    def show(self, question: Question) -> None:
        """The question itself, after a blank line."""
        self.head(*head_lines(question, self.console.width))
        self.say(*detail_lines(question, self.console.width, self.linear))
        if self.is_long(question):
            self.say_how_to_end()

    def say_how_to_end(self) -> None:
        """Where Enter only ends a line, what ends the answer."""
        if self.linear:
            self.say(SEVERAL_LINES)

    def ask(self, question: Question) -> Plain | Sign:
        """Show a question and wait for its answer, its sign or an end (KeyboardInterrupt,
        EOFError).
        """
        self.show(question)
        return self.wait(question, prompt(question))

    def wait(self, question: Question, before: str) -> Plain | Sign:
        """Wait for the answer to a question that is shown already; `before` stands before what is
        typed.
        """
        while True:
            typed = self._typed(question, before)
            if isinstance(typed, Sign):
                return typed
            answer = parse_answer(question, typed, self.today)
            if not isinstance(answer, Refusal):
                self.say(*filter(None, [echo(question, answer)]))
                return answer
            self.say(wrapped(answer.text, self.console.width))

    def _typed(self, question: Question, before: str) -> str | Sign:
        """What is typed, or written in the editor. The signs act only when they are the whole line."""
        labels = [] if question.yes_or_no else list(question.choices.values())
        several = question.one_by_one and not self.linear  # what is pasted may be a list
        while True:
            typed = self.asker.ask(before, labels, several or self.is_long(question)).strip()
            if typed in ("", BACK) or (typed == REMOVE and question.answer):
                return Sign(typed)
            if typed == HELP:
                self.say(*help_lines(question, self.console.width, self.folder))
            elif question.searchable and typed.lower() == "s":
                self.say(
                    *found_lines(question, self.asker.ask("Sök: "), self.console.width, self.linear)
                )
            elif question.choices and (number := re.fullmatch(r"\?\s*(\d{1,3})", typed)):
                self.say(*about_lines(question, int(number[1]), self.console.width))
            elif typed != EDITOR:
                return typed
            elif written := self._written(question):
                return written

    def _written(self, question: Question) -> str | None:
        """What is written in the text editor; None, with a word about it, when that led to nothing."""
        self.say("Textredigeraren är öppen. Spara och stäng den när du är klar.")
        try:
            written = self.edit(question.written, about_text(question))
        except UsageError as error:
            self.say(error.message, *map(hint_text, error.hints))
            return None
        if not written:
            self.say("Inget är ändrat i textredigeraren.")
        return written

    def is_long(self, question: Question) -> bool:
        """Whether the answer may have several lines."""
        return (
            Trait.LONG in question.type.traits or question.type.shape is Shape.STATEMENT
        ) and not question.choices
