"""What is typed about a decision, as options, as FÄLT=VÄRDE or in a file, read as the values of its
fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dialogcli.base.fieldtypes import Shape, Trait
from dialogcli.base.findings import Place, UsageError
from dialogcli.base.words import did_you_mean, listed, same_word
from dialogcli.dossier.model import OUTCOME, Answer, Dossier
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import Question, question_about
from dialogcli.rulebook.model import DECISIONS, Field, Gate
from dialogcli.rulebook.own_forms import own_form
from dialogcli.yamltext.nodes import Plain

UNTOUCHED = "Inget är infört."


@dataclass(frozen=True, slots=True)
class Values:
    """Reads texts for the decision at one gate. Everything it cannot read is a UsageError that says
    what to write.
    """

    dossier: Dossier
    gate: Gate
    today: date

    def question(self, name: str) -> Question:
        """The question about a field of the decision; the outcome is one of those of the gate."""
        of = self.dossier.rulebook.forms[DECISIONS].fields[name]
        if name == OUTCOME:
            of = of._replace(
                type=own_form("frågor").fields[OUTCOME].type,
                choices={one: one.replace("_", " ") for one in self.gate.outcomes},
                guidance="",
                example="",
            )
        found = question_about(
            self.dossier, Answer(f"{DECISIONS}.{self.gate.id}.{name}", of, Place(""))
        )
        return replace(found, choices=of.choices) if name == OUTCOME else found

    def called(self, word: str) -> str:
        """The field of a decision that somebody means. Raises UsageError with the nearest."""
        fields = self.dossier.rulebook.forms[DECISIONS].fields
        found = next((name for name in fields if same_word(word, name)), "")
        if not found:
            raise UsageError(
                f"Fältet {word} finns inte i ett beslut.{did_you_mean(word, fields)} {UNTOUCHED}"
            )
        return found

    def read(self, name: str, texts: Sequence[str], option: str = "") -> Plain:
        """The value that some texts give a field: several of them are a list, or the rows of a
        table.

        A single text may name several organs or forms with commas between them. Prose is never
        divided.
        """
        question = self.question(name)
        if question.type.shape is Shape.ROWS:
            return [self.row(question.field, text, option) for text in texts]
        if question.field.many:
            names = len(texts) == 1 and Trait.FREE not in question.type.traits
            alone = replace(question, field=question.field._replace(many=names))
            values = [self._parsed(alone, text, name, option) for text in texts]
            return values[0] if isinstance(values[0], list) else values
        return self._parsed(question, texts[-1], name, option)

    def row(self, of: Field, text: str, option: str = "") -> Plain:
        """A row of a table with two columns: `regiondirektören:verksamhet`, `ordföranden: bifall
        till förslaget`.
        """
        first, *_, last = of.parts.values()
        head, tail = _divided(text, last)
        if not head.strip() or (not tail.strip() and not last.choices):
            example = f"{first.example or first.label}: {last.example or last.label}"
            before = f"{option} " if option else f"{of.id}="
            raise UsageError(
                f"{of.label}: {text.strip()} går inte att läsa. {UNTOUCHED}",
                f'Skriv så: {before}"{example}"',
            )
        row: dict[str, Plain] = {}
        for column, cell in ((first, head), (last, tail)):
            if cell.strip():
                path = f"{DECISIONS}.{self.gate.id}.{of.id}.1.{column.id}"
                question = Question(path, column, column.label, choices=column.choices)
                row[column.id] = self._parsed(question, cell, of.id, option)
        return row

    def from_file(self, root: Mapping[str, Plain]) -> dict[str, Plain]:
        """The values of an answers file: the same keys as in the decision's own file."""
        found: dict[str, Plain] = {}
        for word, value in root.items():
            name = self.called(word)
            if name == self.dossier.rulebook.forms[DECISIONS].items:
                self._must_be_this_gate(str(value))
            elif value:
                found[name] = self._filed(name, value)
        return found

    def _filed(self, name: str, value: Plain) -> Plain:
        match value:
            case str():
                return self.read(name, [value])
            case dict():
                return self._excused(name, value)
        if all(isinstance(one, str) for one in value):
            return self.read(name, [str(one) for one in value])
        return [self._cells(name, one) for one in value]

    def _excused(self, name: str, value: Mapping[str, Plain]) -> Plain:
        question = self.question(name)
        if set(value) != {NOT_APPLICABLE}:
            raise UsageError(f"{question.field.label}: Svaret i filen har fel form. {UNTOUCHED}")
        if question.needed:
            raise UsageError(f"{question.field.label}: {question.needed}", UNTOUCHED)
        return dict(value)

    def _cells(self, name: str, row: Plain) -> Plain:
        parts = self.question(name).field.parts
        if (
            not isinstance(row, dict)
            or not set(row) <= set(parts)
            or not all(isinstance(one, str) for one in row.values())
        ):
            raise UsageError(
                f"{self.question(name).field.label}: En rad i filen har fel form. {UNTOUCHED}",
                f"Skriv den med {listed(parts)}.",
            )
        return {
            column: self._parsed(
                Question(
                    f"{DECISIONS}.{self.gate.id}.{name}.1.{column}",
                    parts[column],
                    parts[column].label,
                    choices=parts[column].choices,
                ),
                str(cell),
                name,
            )
            for column, cell in row.items()
            if cell
        }

    def _parsed(self, question: Question, text: str, name: str, option: str = "") -> Plain:
        if name == "paragraf":
            text = text.strip().lstrip("§ ")
        value = parse_answer(question, text, self.today)
        if not isinstance(value, Refusal):
            return value
        raise UsageError(*self._refusal(question, text, value, option))

    def _refusal(
        self, question: Question, text: str, refusal: Refusal, option: str
    ) -> tuple[str, ...]:
        """What is wrong, and what an answer looks like."""
        if question.field.id == OUTCOME:
            return (
                f"Utfallet {text.strip()} finns inte vid {self.gate.name}. {UNTOUCHED}",
                f"Det som går är {listed(question.choices.values(), 'eller')}.",
            )
        if Trait.DAY in question.type.traits and option:
            today = self.today
            return (
                refusal.why,
                f"{UNTOUCHED} Skriv till exempel {option} {today.day}/{today.month} eller {option} {today}.",
            )
        return f"{question.field.label}: {refusal.text}", UNTOUCHED

    def _must_be_this_gate(self, text: str) -> None:
        if text and not self.gate.is_called(text):
            raise UsageError(f"Svarsfilen gäller {text}, inte {self.gate.word}. {UNTOUCHED}")


def _divided(text: str, last: Field) -> tuple[str, str]:
    """The two columns of a row. A choice or a number is what stands after the last colon, and a
    choice need not be given; other texts may have colons of their own.
    """
    if last.choices or Trait.NUMBER in last.type.traits:
        head, sign, tail = text.rpartition(":")
    else:
        head, sign, tail = text.partition(":")
    if not sign and (last.choices or not text.strip()):
        return text, ""
    return head, tail
