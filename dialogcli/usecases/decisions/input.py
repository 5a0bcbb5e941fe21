"""What is given about a decision: as options, in an answers file, and at a terminal what it still
lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import UsageError
from dialogcli.base.words import capital
from dialogcli.disk.files import read_text
from dialogcli.dossier.model import (
    DAY,
    MOTIVATION,
    ORGAN,
    OUTCOME,
    PARAGRAPH,
    POINTS,
    Answer,
    Dossier,
)
from dialogcli.interview.answers_file import read_answers
from dialogcli.interview.question import answer_shown
from dialogcli.interview.question_screens import prompt
from dialogcli.interview.signs import Sign
from dialogcli.process.deciders import authority
from dialogcli.process.traces import Effect
from dialogcli.rulebook.model import DECISIONS
from dialogcli.usecases.decisions.fields import effect_at
from dialogcli.usecases.decisions.options import OPTION_OF
from dialogcli.usecases.decisions.parse import UNTOUCHED, Values
from dialogcli.usecases.interview.questions import NO_TERMINAL, Interviewer
from dialogcli.yamltext.nodes import Plain, node_as_plain


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """The command line: the gate, field -> the texts of its option, the words `FÄLT=VÄRDE`, the
    name of an answers file.

    `answers` is what such a file would say, where somebody has read it already.
    """

    gate: str
    options: Mapping[str, Sequence[str]]
    fields: Sequence[str] = ()
    file: str = ""
    answers: Mapping[str, Plain] = field(default_factory=dict)


def given(values: Values, typed: TypedDecision, cwd: Path) -> dict[str, Plain]:
    """Field -> value; the command line counts before the file. Raises UsageError for what cannot be
    read.
    """
    found: dict[str, Plain] = {}
    if typed.file:
        plain = node_as_plain(
            read_answers(read_text(cwd / typed.file, typed.file).text, typed.file).root
        )
        found |= values.from_file(plain if isinstance(plain, dict) else {})
    found |= values.from_file(typed.answers)
    for name, texts in typed.options.items():
        found[name] = values.read(name, texts, OPTION_OF[name])
    return found | _worded(values, typed.fields)


def too_little(values: Values, names: Sequence[str], known: Mapping[str, Plain]) -> UsageError:
    """What to give where nobody can be asked."""
    options = dict(OPTION_OF)
    if effect_at(values.gate, str(known.get(OUTCOME, ""))) is Effect.GO_BACK:
        options[MOTIVATION] = options[POINTS]
    fields = values.dossier.rulebook.forms[DECISIONS].fields
    wanted = [
        f"{options.get(name) or name + '=VÄRDE'} ({fields[name].label.lower()})" for name in names
    ]
    return UsageError(NO_TERMINAL, f"{UNTOUCHED} Det här saknas: {', '.join(wanted)}")


def _worded(values: Values, words: Sequence[str]) -> dict[str, Plain]:
    """`FÄLT=VÄRDE`; the same field several times is a list."""
    texts: dict[str, list[str]] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign or not text.strip():
            raise UsageError(
                f"{word} går inte att läsa. {UNTOUCHED}",
                "Skriv så: FÄLT=VÄRDE, till exempel expedierat=2027-03-10",
            )
        texts.setdefault(values.called(name), []).append(text)
    return {name: values.read(name, each) for name, each in texts.items()}


NEEDED = "Det här behövs för att beslutet ska kunna föras in."


@dataclass(frozen=True, slots=True)
class DecisionQuestions:
    """Asks with the words that fit a decision at one gate. An end (Ctrl-C) goes through: nothing
    has been entered.
    """

    interviewer: Interviewer
    values: Values

    def basics(self, missing: Iterable[str]) -> dict[str, Plain]:
        """What no decision can be without, and the paragraph where a body has decided."""
        found: dict[str, Plain] = {}
        for name in missing:
            answer = self._one(name, optional=name == PARAGRAPH)
            found |= {name: answer} if answer else {}
        return found

    def demanded(self, names: Iterable[str], outcome: str) -> dict[str, Plain]:
        """What the outcome demands. The motivation of a matter that is sent back is asked for point
        by point.
        """
        effect, found = effect_at(self.values.gate, outcome), dict[str, Plain]()
        for name in names:
            if name == MOTIVATION and effect is Effect.GO_BACK:
                found[POINTS] = self._points(outcome)
                continue
            if effect is Effect.STAY:
                self.interviewer.gap()
                self.interviewer.tell(
                    f"{_capital(outcome)}: ärendet skjuts upp utan mer beredning."
                )
            found[name] = self._one(name)
        return found

    def wanted(self, names: Iterable[str]) -> dict[str, Plain]:
        """What rules want a decision to say; it can be written later."""
        answers = {name: self._one(name, optional=True) for name in names}
        return {name: answer for name, answer in answers.items() if answer}

    def again(self, name: str, now: Answer) -> Plain:
        """One field of an entered decision, with what it says now; '' when that is to stand."""
        if now.filled:
            self.interviewer.gap()
            self.interviewer.tell(f"{now.field.label} (nu {shown_now(now)})")
        return self._one(name, optional=True)

    def agrees(self) -> bool:
        """Whether a decision is to be entered although something is odd about it."""
        self.interviewer.gap()
        self.interviewer.tell("Föra in beslutet ändå?")
        return self.interviewer.yes("Svar")

    def _one(self, name: str, optional: bool = False) -> Plain:
        question = self.values.question(name)
        if name == ORGAN:
            question = replace(question, text=organ_question(self.values), guidance="", example="")
        if question.type.shape is Shape.ROWS:
            return self._rows(name)
        self.interviewer.show(question)
        while True:
            given = self.interviewer.wait(question, prompt(question))
            if not isinstance(given, Sign):
                return (
                    self.values.read(name, [given])
                    if name == PARAGRAPH and isinstance(given, str)
                    else given
                )
            if optional and given is Sign.LATER:
                return ""
            self.interviewer.tell(NEEDED)

    def _points(self, outcome: str) -> Plain:
        self.interviewer.gap()
        self.interviewer.tell(
            f"{_capital(outcome)}: ärendet går tillbaka för mer beredning. Motivering krävs.",
            "Skriv den med protokollets ord, en punkt i taget. Enter = klar.",
        )
        points: list[Plain] = []
        while True:
            typed = " ".join(self.interviewer.asker.write(f"Punkt {len(points) + 1}: ").split())
            if typed:
                points.append(typed)
            elif points:
                return points
            else:
                self.interviewer.tell(NEEDED)

    def _rows(self, name: str) -> Plain:
        """Rows of two columns, each on one line; what cannot be read is asked for again."""
        question = self.values.question(name)
        self.interviewer.show(replace(question, guidance="", example=""))
        first, *_, last = question.field.parts.values()
        self.interviewer.tell(
            f"Skriv {first.label.lower()}: {last.label.lower()}. En rad i taget. Enter = klar"
        )
        rows: list[Plain] = []
        while typed := self.interviewer.asker.write(f"Rad {len(rows) + 1}: ").strip():
            try:
                rows.append(self.values.row(question.field, typed))
            except UsageError as refused:
                self.interviewer.tell(refused.message)
        return rows


def shown_now(answer: Answer) -> str:
    """What an entered decision says in a field, on one line."""
    if answer.rows and answer.field.type.shape is Shape.ROWS:
        return "; ".join(", ".join(map(answer_shown, row.parts.values())) for row in answer.rows)
    return answer.day.in_words if answer.day else answer_shown(answer)


def organ_question(values: Values) -> str:
    """Of one person who decides, in which organ: `Ordföranden i vilket organ beslutade?`"""
    allowed = authority(values.gate, values.dossier)
    if allowed.role.endswith("e"):
        return f"{_capital(allowed.role)}n i vilket organ beslutade?"
    return (
        f"Vilket organ beslutade? Det ska vara: {allowed}"
        if allowed.known
        else "Vilket organ beslutade?"
    )


def missing_basics(
    dossier: Dossier, values: Values, given: dict[str, Plain], ask_paragraph: bool
) -> list[str]:
    """Which of the fields that every decision has are still to be given."""
    needed = [OUTCOME, DAY, ORGAN]
    if ask_paragraph and not authority(values.gate, dossier).role:
        needed.append(PARAGRAPH)
    return [name for name in needed if name not in given]


def _capital(word: str) -> str:
    return capital(word).replace("_", " ")
