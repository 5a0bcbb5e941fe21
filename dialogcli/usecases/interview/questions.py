"""Asking one question until there is an answer, or the person wants something else; and what an
interview needs, put together: a terminal to ask on, and what there is to ask towards the next
decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dialogcli.base.characters import cleaning_told, without_unwanted
from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import UsageError, hint_line
from dialogcli.base.screen import Item, Line, Part, Rows, Table, heading, line, screen
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, obligations
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import Chapter, in_play
from dialogcli.interview.parsing import Refusal, as_excuse, asks_why, parse_answer
from dialogcli.interview.pasted import CELL_END, RowsPastedError
from dialogcli.interview.progress import Progress
from dialogcli.interview.question import Question
from dialogcli.interview.question_screens import (
    about_choice,
    about_items,
    beside_items,
    choice_items,
    choice_sentences,
    detail_items,
    echo,
    found_item,
    head_lines,
    help_items,
    prompt,
)
from dialogcli.interview.signs import KEEP, LATER, UNDO, Sign, Typed, read_line, told
from dialogcli.terminal.askers import LAST_LINE, Asker, Choices, asker_for
from dialogcli.terminal.console import Console
from dialogcli.terminal.render import Medium, rendered
from dialogcli.usecases.context import Context
from dialogcli.yamltext.nodes import Plain

SEVERAL_LINES = f"Skriv hur många rader du vill. Avsluta med en punkt ({LAST_LINE}) på egen rad."


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Asks on a terminal. `edit` opens a text editor on a text, below what it is about, and gives
    what was saved; None when nothing was.
    """

    console: Console
    asker: Asker
    today: date
    edit: Callable[[str, str], str | None]
    leaving: Callable[[], str] = lambda: ""
    """How one gets out of that editor, '' where nobody has to be told."""

    @property
    def linear(self) -> bool:
        """Whether the person listens, or the console can do no more: sentences instead of tables."""
        return self.asker.line_by_line

    def tell(self, *told: Item | Part) -> None:
        """Lines of one paragraph; empty ones are left out."""
        items = [one if isinstance(one, Line | Rows | Table) else line(one) for one in told if one]
        if items:
            self.console.show(screen(self._spoken(items)))

    def gap(self) -> None:
        """A blank line, before what is something else."""
        self.console.show(())

    def head(self, *headings: Part) -> None:
        """What begins something new, after a blank line; bold where the console can."""
        self.gap()
        self.console.show(screen(map(heading, headings)))

    def show(self, question: Question) -> None:
        """The question itself, after a blank line; what can be chosen comes with the answer."""
        self.head(*head_lines(question))
        if not question.listed:
            self.tell(*detail_items(question))
        if self.is_long(question):
            self.say_how_to_end()

    def say_how_to_end(self) -> None:
        """Where Enter only ends a line, what ends the answer."""
        if self.linear:
            self.tell(SEVERAL_LINES)

    def read(self, *letters: Sign) -> Typed:
        """What is typed at a menu, where those letters are signs too."""
        return read_line(self.asker.write("Svar: "), *letters)

    def yes(self, asked: str) -> bool:
        """Whether something is answered with j, and not with n."""
        return self.asker.confirm(f"{asked} (j/n): ")

    def ask(self, question: Question) -> Plain | Sign:
        """Show a question and wait for its answer, its sign or an end (KeyboardInterrupt,
        EOFError).
        """
        self.show(question)
        return self.wait(question, prompt(question))

    def wait(
        self,
        question: Question,
        before: str,
        beside: Sequence[Item] | None = None,
        begun: str = "",
    ) -> Plain | Sign:
        """Wait for the answer to a question whose words are shown already; `before` stands before
        what is typed.

        `beside` is what else there is to know of a choice, if not what the question says itself.
        `begun` is a text to go on with, that stands on the line already.
        """
        choices = self._choices(question, beside)
        while True:
            typed = self._read(question, before, choices, begun)
            if _leaves(question, typed):
                return Sign.LATER if typed.sign is Sign.AFTER else Sign(typed.text)
            choices = choices._replace(lines=(), beside=())  # they stand on the screen by now
            written = self._written(question) if typed.sign is Sign.EDITOR else typed.text
            begun = self._refused(written)
            if self._explained(question, typed) or begun or not written:
                continue
            answer = self._parsed(question, before, self._as_asked(question, written))
            if not isinstance(answer, Refusal):
                if changed := cleaning_told(written):
                    self.tell(line(changed, indent=2))
                return answer

    def _parsed(self, question: Question, before: str, written: str) -> Plain | Refusal:
        """What was written, as an answer. Who says that the question does not apply, and not why, is
        asked for that: what comes next is the reason and no answer.
        """
        answer = parse_answer(question, written, self.today)
        self._answered(question, answer)
        if asks_why(question, written):
            self.tell(told(UNDO))
            while isinstance(answer, Refusal):
                typed = self._read(question, before, Choices(()), "")
                if typed.sign:
                    break
                answer = parse_answer(question, as_excuse(typed.text), self.today)
                self._answered(question, answer)
        return answer

    def _answered(self, question: Question, answer: Plain | Refusal) -> None:
        """What is said of an answer at once: how it was understood, or why it is none."""
        if isinstance(answer, Refusal):
            self.tell(answer.text)
        elif said := echo(question, answer):
            self.tell(line(said, indent=2))

    def _as_asked(self, question: Question, written: str) -> str:
        """Where rows may be pasted, a cell is on one line all the same. Raises RowsPastedError."""
        if question.takes_rows and CELL_END in written:
            raise RowsPastedError(written)
        if question.takes_rows and not self.is_long(question):
            return " ".join(written.splitlines())
        return written

    def choices(
        self, labels: Sequence[str], lines: Sequence[Item], beside: Sequence[Item], enter: str
    ) -> Choices:
        """Something to choose from, told as the console can."""
        return Choices(labels, self._spoken(lines), self._spoken(beside), enter)

    def _choices(self, question: Question, beside: Sequence[Item] | None) -> Choices:
        if not question.listed:
            return Choices(())
        if beside is None:
            beside = beside_items(question)
        ticked = [
            number for number, word in enumerate(question.choices, 1) if word in question.chosen
        ]
        _, enter = KEEP if question.answer else LATER
        enter = question.proposed or enter
        lines = choice_sentences(question) if self.linear else choice_items(question)
        found = self.choices([*question.choices.values()], lines, beside, enter)
        return found._replace(ticked=ticked)

    def _read(self, question: Question, before: str, choices: Choices, begun: str) -> Typed:
        """What a line means; where something is proposed, Enter is that."""
        letters = [Sign.SEARCH] if question.searchable else []
        typed = read_line(self._typed(question, before, choices, begun), *letters)
        taken = question.proposed and typed.sign is Sign.LATER
        return Typed(question.proposed) if taken else typed

    def _typed(self, question: Question, before: str, choices: Choices, begun: str) -> str:
        """What is typed, or chosen."""
        if not question.listed:
            # what is pasted may be a list, or rows
            several = (question.one_by_one or question.takes_rows) and not self.linear
            return self.asker.write(before, several or self.is_long(question), begun).strip()
        if question.field.many:
            return self.asker.choose_many(before, choices)
        return self.asker.choose(before, choices)

    def _refused(self, written: str) -> str:
        """A text without the characters that cannot be saved, to be looked over; '' where it has
        none.
        """
        kept, number = without_unwanted(written)
        if not number:
            return ""
        self.tell(
            f"Ett tecken på rad {number} går inte att spara och är borttaget. Enter = spara så"
        )
        if self.linear:
            self.tell(*kept.splitlines())
        return kept

    def _explained(self, question: Question, typed: Typed) -> bool:
        """Whether something about the question was asked for; then it is told."""
        if typed.sign is Sign.SEARCH:
            self.tell(found_item(question, self.asker.write("Sök: ")))
        elif typed.sign is Sign.HELP and not typed.number:
            self.tell(*help_items(question))
        elif typed.sign is Sign.HELP and question.choices:
            self.tell(*about_choice(question, typed.number))
        else:
            return False
        return True

    def _spoken(self, items: Sequence[Item]) -> list[Item]:
        """What is put on the screen: where somebody listens, sentences without blanks in front."""
        if not self.linear:
            return list(items)
        found: list[Item] = []
        for item in items:
            if isinstance(item, Line):
                found.append(item._replace(indent=0, hang=0))
            elif item.read_out:
                found += map(Line, item.read_out)
            else:
                found.append(item._replace(indent=0))
        return found

    def _written(self, question: Question) -> str:
        """What is written in the text editor; '', with a word about it, when that led to nothing."""
        if question.choices or question.yes_or_no:
            self.tell(f"Här räcker {'j eller n' if question.yes_or_no else 'ett nummer'}.")
            return ""
        self.tell("Textredigeraren är öppen. Spara och stäng den när du är klar.", self.leaving())
        try:
            about = rendered(screen(about_items(question)), Medium())
            written = self.edit(question.written, about)
        except UsageError as error:
            self.tell(error.message, *map(hint_line, error.hints))
            return ""
        if not written:
            self.tell("Inget är ändrat i textredigeraren.")
        return written or ""

    def is_long(self, question: Question) -> bool:
        """Whether the answer may have several lines."""
        of = question.type
        return (Trait.LONG in of.traits or of.shape is Shape.STATEMENT) and not question.choices


def _leaves(question: Question, typed: Typed) -> bool:
    """Whether a question is left without an answer, or with its answer taken away."""
    if typed.sign is Sign.REMOVE:
        return bool(question.answer) and not typed.number
    return typed.sign in (Sign.LATER, Sign.BACK, Sign.AFTER)


INTERRUPTED = 130

NO_TERMINAL = "Frågorna går inte att ställa här, för det finns ingen terminal."


def interviewer(context: Context) -> Interviewer:
    """Somebody to ask with on the terminal of this command. Where lines are all that it can do, what
    is said is put in words for it too.
    """
    asker = asker_for(context.console)
    context.console.plain = asker.line_by_line
    return Interviewer(context.console, asker, context.today, _editor(asker), _leaving)


def coming_chapters(report: Report) -> list[Chapter]:
    """What to ask towards the next decision."""
    return in_play(
        report.dossier.rulebook, report.standing.next_gate, report.active, report.satisfied
    )


def current_progress(report: Report) -> Progress:
    """The obligations towards the next decision; while there are none yet, those of the step that
    goes on.
    """
    gate = report.standing.next_gate
    if gate and (towards := obligations(report, gate)):
        return Progress.of(towards, report.satisfied)
    now = [
        rule for rule in report.active if not rule.kind.compares or rule.id not in report.satisfied
    ]
    return Progress.of(now, report.satisfied, "I det här steget")


def check_today(dossier: Dossier, context: Context) -> Report:
    return check(dossier, context.today)


def interrupted(context: Context, *items: Item) -> int:
    """Say in which state things are after Ctrl-C, below the line that was typed on; the exit
    code.
    """
    context.console.note(())
    context.console.note(screen(items))
    return INTERRUPTED


def _leaving() -> str:
    from dialogcli.terminal.text_editor import how_to_leave  # as below

    return how_to_leave()


def _editor(asker: Asker) -> Callable[[str, str], str | None]:
    def edit(text: str, about: str) -> str | None:
        from dialogcli.terminal.text_editor import (
            edited,  # brings subprocess, which only an opened editor needs
        )

        return edited(
            text, about, wait=lambda: asker.write("Tryck Enter när du har sparat och stängt. ")
        )

    return edit
