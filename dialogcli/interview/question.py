"""A question: one thing to ask, with everything the screen needs to show it and the parser to read
the answer. A mark says that an answer was copied and nobody has looked at it yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from datetime import date

from dialogcli.base.fieldtypes import FieldType, Shape, Trait
from dialogcli.base.findings import Severity
from dialogcli.base.typed_dates import Direction
from dialogcli.base.words import count, is_number, same_word
from dialogcli.dossier.model import Answer, Dossier, NotApplicable
from dialogcli.dossier.select import first_day
from dialogcli.process.support import at_field, at_form
from dialogcli.rulebook.excuses import barring, demanding, reason_length, refusal, who_needs
from dialogcli.rulebook.model import (
    DECISIONS,
    FEEDBACK,
    RESULT,
    SESSIONS,
    Field,
    Rule,
    Rulebook,
)
from dialogcli.rulebook.names import BINDING, source_line

MARKED = "dossier.granska"
"""The list of the fields that were copied and wait for a review."""


def copied_paths(dossier: Dossier) -> list[str]:
    """The paths of fields (`handlingsplan.syfte`) that were copied and that nobody has confirmed."""
    answer = dossier.answer(MARKED)
    return [row.text for row in answer.rows] if answer else []


def is_copied(dossier: Dossier, path: str) -> bool:
    """Whether an answer belongs to a field that waits for a review."""
    return field_of(path) in copied_paths(dossier)


def field_of(path: str) -> str:
    """The field that a part or a row belongs to."""
    return ".".join(path.split(".")[:2])


REASON_LENGTH = 20
"""Characters that a consideration needs when its rule says nothing else."""

LISTED = 12
"""More choices than this are searched among."""

_IN_THE_COURSE = (DECISIONS, SESSIONS, RESULT, FEEDBACK)
"""Forms of which nothing has happened before the dialogue began."""

MATTER = {
    "dossier.kommande_beslut.ärende": "Vilket beslut ska dialogen ge underlag till?",
    "dossier.kommande_beslut.datum": "När fattas det? Skriv till exempel 24 november eller 2027-11-24.",
}
"""The decision that a dialogue is for, asked from the start; the vocabulary knows its date only as
a date.
"""

SOMEBODY_ELSE = "annan"
"""The choice for all that a policy does not allow."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask about the field at one concrete path.

    `choices` leads from the stored word to the shown one, also for ja and nej of a statement;
    `names` from an id to a name (organs). `hints` and `about` tell of choices: some words in
    columns, and a text to read. `answer` is what the dossier holds, as shown, and `written` the
    same as it would be typed; `counts` is false where that is no answer; `copied` when it comes
    from another dossier and nobody has looked at it. `by` is who answers for a consideration.
    `on_screen` is false for an answer that comes without the question having been seen: then
    numbers of choices say nothing. `one_by_one` where each of several answers is asked for by
    itself. `chosen` are the words of an answer of several. A day without a year is the nearest in
    `direction`, and not before `since`. `advice` is what the policy says without demanding it.
    `needed`: why no excuse can stand here, '' where one can; `reason_length`: how long its reason
    has to be, 0 where nobody asks. `proposed` is what Enter alone means, as it would be typed; ''
    where that is "later". `takes_rows`: it is the first cell of a new row, and whole rows may be
    pasted there. `reason` is that of a stored consideration with answers, and `signed` its day and
    who made it.
    """

    path: str
    field: Field
    text: str
    guidance: str = ""
    example: str = ""
    source: str = ""
    rule: Rule | None = None
    choices: Mapping[str, str] = with_default(default_factory=dict)
    names: Mapping[str, str] = with_default(default_factory=dict)
    answer: str = ""
    by: str = ""
    length: int = 0
    position: str = ""
    hints: Mapping[str, tuple[str, ...]] = with_default(default_factory=dict)
    about: Mapping[str, str] = with_default(default_factory=dict)
    copied: bool = False
    written: str = ""
    on_screen: bool = True
    one_by_one: bool = False
    chosen: tuple[str, ...] = ()
    direction: Direction = Direction.AHEAD
    since: date | None = None
    counts: bool = True
    advice: tuple[str, ...] = ()
    needed: str = ""
    reason_length: int = 0
    proposed: str = ""
    reason: str = ""
    signed: str = ""
    takes_rows: bool = False

    @property
    def type(self) -> FieldType:
        return self.field.type

    @property
    def listed(self) -> bool:
        """Whether it is answered by a word among others that are listed with their numbers."""
        return bool(self.choices) and not self.yes_or_no

    @property
    def searchable(self) -> bool:
        """Whether there are too many choices to list them all."""
        return len(self.choices) > LISTED and self.listed

    @property
    def yes_or_no(self) -> bool:
        """Whether j and n answer it."""
        plain = set(self.choices.items()) == {("ja", "ja"), ("nej", "nej")}
        return Trait.YES_OR_NO in self.type.traits or plain

    @property
    def required(self) -> bool:
        """Whether an obligation rests on it."""
        return self.rule is not None and self.rule.modality in BINDING

    @property
    def voluntary(self) -> bool:
        """Whether nobody asks for it, neither a rule nor the work itself."""
        return self.rule is None and self.path not in MATTER

    def numbered(self, number: int, total: int, word: str = "") -> Question:
        """The same question with its position: `Fråga 1 av 6`, `2 av 13, frivillig`."""
        position = f"{word} {number} av {total}".lstrip()
        return replace(self, position=f"{position}, frivillig" if self.voluntary else position)


def question_at(dossier: Dossier, path: str) -> Question:
    """The question about a field of an ordinary form, or about a part of it. Raises KeyError when
    there is none.
    """
    answer = dossier.answer(path)
    if answer is None:
        raise KeyError(path)
    question, above = question_about(dossier, answer), dossier.answer(path.rpartition(".")[0])
    if above is None or above.field.type.shape is not Shape.PARTS or path in MATTER:
        return question
    return replace(
        question, text=f"{above.field.label}: {question.text[:1].lower()}{question.text[1:]}"
    )


def question_about(dossier: Dossier, answer: Answer, by: str = "") -> Question:
    """The question about one answer of the dossier, wherever it stands; `by` if not the handläggare
    answers for it.
    """
    of, rule = answer.field, _asked_by(dossier.rulebook, answer.path)
    source = source_line(rule) if rule else ""
    text = MATTER.get(answer.path) or of.question or of.label
    guidance = of.guidance or of.type.hint
    return Question(
        answer.path,
        of,
        text,
        guidance if answer.path not in MATTER else "",
        of.example,
        source,
        rule,
        _offered(dossier.rulebook, answer) or of.answers,
        dossier.rulebook.organ_names if Trait.ORGAN in of.type.traits else {},
        answer_shown(answer),
        by or dossier.text("dossier.handläggare"),
        _length(of, rule),
        copied=is_copied(dossier, answer.path),
        written=_written(answer),
        chosen=tuple(row.text for row in answer.rows),
        direction=dossier.rulebook.direction_at(answer.path),
        since=_since(dossier, answer.path),
        counts=answer.filled,
        advice=_advice(dossier.rulebook, _without_numbers(answer.path)),
        needed=_needed(dossier.rulebook, answer.path),
        reason_length=_reason_length(dossier.rulebook, answer.path),
        reason=_reason(answer),
        signed=_signed(answer),
    )


def _since(dossier: Dossier, path: str) -> date | None:
    return first_day(dossier) if path.split(".")[0] in _IN_THE_COURSE else None


def _needed(rulebook: Rulebook, path: str) -> str:
    bar = next(iter(barring(rulebook, path)), None)
    rule = who_needs(rulebook, bar, path) if bar else None
    number = f" ({rule.id})" if rule else ""
    return f"{refusal(bar, rule)}{number}" if bar else ""


def _reason_length(rulebook: Rulebook, path: str) -> int:
    rule = demanding(rulebook, path)
    return reason_length(rule) if rule and rule.severity is Severity.FEL else 0


def _asked_by(rulebook: Rulebook, path: str) -> Rule | None:
    """The rule that asks for an answer; of an item the one for that item, else the one for all."""
    form_id, *words = _without_numbers(path).split(".")
    rule = rulebook.asked_by(".".join([form_id, *words]))
    form = rulebook.forms.get(form_id)
    if rule or not (form and form.items):
        return rule
    return rulebook.asked_by(".".join([form_id, *words[1:]]))


def question_paths(of: Field, path: str) -> tuple[str, ...]:
    """The paths that are asked one by one for a field: a group is asked part by part."""
    if of.type.shape is Shape.PARTS and not of.many:
        return tuple(
            inner
            for part in of.parts.values()
            for inner in question_paths(part, f"{path}.{part.id}")
        )
    return (path,)


def answer_shown(answer: Answer) -> str:
    """What is answered already, in one line; '' when nothing is."""
    if not answer.given:
        return ""
    if isinstance(answer.value, NotApplicable):
        return f"ej tillämpligt: {answer.value.reason}"
    if answer.rows and answer.field.type.shape is Shape.ROWS:
        return count(len(answer.rows), "rad", "rader")
    if answer.rows:
        return ", ".join(map(answer_shown, answer.rows))
    word = answer.field.type.cell(answer.text, answer.field)
    reason = answer.part("skäl")
    return " ".join(", ".join(filter(None, (word, reason.text if reason else ""))).split())


def _written(answer: Answer) -> str:
    """A text with its line breaks, to be gone on with in an editor; of a consideration its answer
    and its reason.
    """
    reason = answer.part("skäl")
    return ", ".join(filter(None, [answer.text, reason.text if reason else ""])) or answer_shown(
        answer
    )


def _reason(answer: Answer) -> str:
    return _part(answer, "skäl") if answer.field.answers else ""


def _part(answer: Answer, name: str) -> str:
    part = answer.part(name)
    return " ".join(part.text.split()) if part and part.filled else ""


def _signed(answer: Answer) -> str:
    """`11 februari 2027, handläggaren`, of a consideration that is written; '' of anything else."""
    if answer.field.type.shape is not Shape.STATEMENT or answer.excused:
        return ""
    when = answer.part("datum")
    day = when.day.in_words if when and when.day else ""
    return ", ".join(filter(None, (day, _part(answer, "av"))))


def _length(of: Field, rule: Rule | None) -> int:
    """How long a consideration has to be; 0 for everything else."""
    if of.type.shape is not Shape.STATEMENT:
        return 0
    length = rule.options.get("length") if rule else None
    return length if isinstance(length, int) else REASON_LENGTH


def _advice(rulebook: Rulebook, path: str) -> tuple[str, ...]:
    return (*at_field(rulebook, path), *at_form(rulebook, path.split(".")[0]))


def _offered(rulebook: Rulebook, answer: Answer) -> Mapping[str, str]:
    """The choices to list: those that the policy allows, where a rule says which. Others may still
    be written out.
    """
    path, choices = _without_numbers(answer.path), answer.field.offered
    for rule in rulebook.rules.values():
        if rule.kind.narrows and path in rule.fields:
            return _allowed(rule, choices) or choices
    return choices


def _allowed(rule: Rule, choices: Mapping[str, str]) -> dict[str, str]:
    values = rule.options.get("values", ())
    allowed = [*values] if isinstance(values, tuple) else []
    if rule.instead:
        allowed.append(SOMEBODY_ELSE)  # who is not allowed to, is told what can be done instead
    return {
        word: label
        for word, label in choices.items()
        if any(same_word(word, one) for one in allowed)
    }


def _without_numbers(path: str) -> str:
    return ".".join(word for word in path.split(".") if not is_number(word))
