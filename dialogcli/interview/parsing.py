"""From what somebody types to the value that is written, or a friendly no. Nothing is guessed. Some
answers are a consideration: somebody has weighed something and says what, or answers for an
exception from one rule. Decisions that are planned can speak against a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from dialogcli.base.answered import no_answer
from dialogcli.base.commands import set_waiver
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Shape, WrongTextError
from dialogcli.base.findings import UsageError
from dialogcli.base.personal_data import ASKED_ALWAYS, discreet
from dialogcli.base.screen import line
from dialogcli.base.words import chosen, did_you_mean, is_number, same_word
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.question import Question
from dialogcli.process.days import FIRST_SESSION
from dialogcli.process.standing import Standing
from dialogcli.process.traces import sessions_step
from dialogcli.rulebook.model import SESSIONS, WAIVERS, Gate, Role, Rule, Rulebook
from dialogcli.yamltext.nodes import Plain


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a typed text is not an answer, and what one looks like: Swedish sentences to show before
    asking again.
    """

    text: str
    why: str = field(default="", compare=False)
    """The same without what one looks like, where that is a sentence of its own."""

    def __post_init__(self) -> None:
        """A personal identity number among what was typed is not said back."""
        object.__setattr__(self, "text", discreet(self.text))
        object.__setattr__(self, "why", discreet(self.why or self.text))


_DECISION = re.compile(r"beslut\.([^.]+)\.datum")
_SESSION = f"{SESSIONS}.*.datum"


def orders(rulebook: Rulebook, path: str) -> list[Rule]:
    """The rules that say where the date at a path has to stand among others."""
    wanted = ".".join("*" if is_number(word) else word for word in path.split("."))
    return [
        rule
        for rule in rulebook.rules.values()
        if rule.kind.role is Role.DATES and wanted in rule.fields
    ]


def planned_doubts(standing: Standing, path: str, day: Day) -> list[str]:
    """A sentence for each decision that is planned for the same day or a later one, and has to be
    taken before.
    """
    found: dict[str, str] = {}
    for rule in standing.dossier.rulebook.rules.values():
        if rule.kind.role is Role.DATES and len(rule.fields) > 1 and _is_later(rule, path):
            gate = _gate(rule, standing)
            if gate and (doubt := _doubt(standing, gate, day)):
                found.setdefault(gate.id, f"{doubt} Det ska fattas först ({rule.row}).")
    for gate in _before_the_sessions(standing, path):
        if gate.id not in found and (doubt := _doubt(standing, gate, day)):
            found[gate.id] = f"{doubt} Det ska fattas först{_row(standing, gate)}."
    return list(found.values())


def _before_the_sessions(standing: Standing, path: str) -> list[Gate]:
    """The gates that people may not meet before, and that are not decided on, when the date is that
    of a session.
    """
    step = sessions_step(standing.dossier.rulebook)
    if step is None or not (path == _SESSION or path.endswith(f".{FIRST_SESSION}")):
        return []
    states = [standing.states[one] for one in standing.all_before(step) if one not in step.unbound]
    return [one.entry for one in states if isinstance(one.entry, Gate) and not one.decision]


def _row(standing: Standing, gate: Gate) -> str:
    """` (V-27)`, the requirement that there is a decision at a gate."""
    for rule in standing.dossier.rulebook.rules.values():
        if rule.kind.role is Role.DECISION and rule.text("gate") == gate.id:
            return f" ({rule.row})"
    return ""


def _doubt(standing: Standing, gate: Gate, day: Day) -> str:
    """When a decision is planned that is not taken before a day; '' when it is, or is not planned."""
    _, planned = standing.planned(gate)
    if planned is None or planned.last < day.first:
        return ""
    when = "Samma dag fattas" if planned == day else f"Den {planned.in_words} fattas"
    return f"{when} {gate.name}."


def _is_later(rule: Rule, path: str) -> bool:
    """Whether the rule wants this date after a decision. The first session is one of the sessions."""
    return rule.fields[-1] == path or (
        path.endswith(f".{FIRST_SESSION}") and rule.fields[-1] == _SESSION
    )


def _gate(rule: Rule, standing: Standing) -> Gate | None:
    """The gate whose decision comes first, unless it is taken already."""
    match = _DECISION.fullmatch(rule.fields[-2])
    gate = standing.dossier.rulebook.entries.get(match[1]) if match else None
    return gate if isinstance(gate, Gate) and not standing.states[gate.id].decision else None


def waiver(rulebook: Rulebook, rule_id: str, reason: str, by: str, today: date) -> dict[str, str]:
    """Field -> text. Raises UsageError when the rule is unknown or cannot be waived, or something
    is missing.
    """
    rule = next((rule for rule in rulebook.rules.values() if same_word(rule.id, rule_id)), None)
    own = same_word(ASKED_ALWAYS, rule_id)
    if rule is None and not own:
        raise UsageError(
            f"Regeln {rule_id} finns inte i regelverket.{did_you_mean(rule_id, rulebook.rules)}",
            "Inget är ändrat.",
        )
    if rule and not rule.waivable:
        raise UsageError(
            f"Från {rule.id} går det inte att göra undantag: {rule.says}", "Inget är ändrat."
        )
    if not reason.strip() or not by.strip():
        raise UsageError(
            "Ett undantag behöver ett skäl och någon som svarar för det. Inget är ändrat.",
            line("Skriv så: ", set_waiver(rule.id if rule else ASKED_ALWAYS)),
        )
    return {"av": by.strip(), "datum": str(Day.of(today)), "skäl": reason.strip()}


WANTED = "Skriv vad ni har vägt in och vad ni kom fram till."

_YES_OR_NO = re.compile(r"(ja|j|nej|n)\b[\s,.:;-]*(.*)", re.IGNORECASE | re.DOTALL)
_WORDS = {"j": "ja", "n": "nej"}


def parse_consideration(question: Question, text: str, today: date) -> Plain | Refusal:
    """A mapping with `skäl` (and `svar` when the field has answers), who answers for it and the
    day.

    Where the field has answers, the answer alone is taken: the reason is asked for next
    (`follow_up`).
    """
    if question.choices:
        return _chosen(question, text, today)
    return reason_refused(question, text) or signed(question, {"skäl": text}, today)


def reason_refused(
    question: Question, reason: str, length: int = 0, wanted: str = WANTED
) -> Refusal | None:
    """Why a text is no reason: a bare yes, a dash, the help text itself, or too few words. `length`
    and `wanted` where they are not those of a consideration.
    """
    length = length or question.length
    bare = reason.strip(" .!").lower()
    if bare in ("ja", "j", "nej", "n", "ok"):
        return Refusal(f"Ett {_WORDS.get(bare, bare)} räcker inte här. {wanted}")
    if instead := no_answer(reason, question.text, question.guidance, question.example):
        return Refusal(f"Det är bara {instead}. {wanted}")
    if len(reason) < length:
        return Refusal(f"Det är för kort. {wanted} Minst {length} tecken.")
    return None


def signed(question: Question, parts: dict[str, Plain], today: date) -> Plain:
    """The parts with who answers for them and the day; without a known name the place is left for
    later.
    """
    known: dict[str, Plain] = {"av": question.by} if question.by else {}
    return {**parts, **known, "datum": str(Day.of(today))}


def latest_signer(dossier: Dossier) -> str:
    """Who answers for the latest consideration; '' while nobody does."""
    signed_ = [
        (answer.parts["datum"].text, answer.parts["av"].text)
        for files in dossier.files.values()
        for file in files
        for answer in file.answers.values()
        if answer.field.type.shape is Shape.STATEMENT and answer.parts and answer.parts["av"].filled
    ]
    return max(signed_, default=("", ""))[1]


def follow_up(question: Question, given: Plain, signer: str = "") -> Question | None:
    """What is still to ask after an answer that came without its reason, or that nobody answers for
    yet.

    `signer` is who an empty answer to the latter means, '' for nobody.
    """
    if not isinstance(given, dict) or NOT_APPLICABLE in given:
        return None
    if "skäl" not in given:
        no = given.get("svar") == "nej" and question.yes_or_no
        text = (
            "Varför inte? Skälet kommer att stå i underlaget."
            if no
            else "Vad har ni kommit fram till? Det kommer att stå i underlaget."
            if question.yes_or_no
            else "Vilket är skälet? Det kommer att stå i underlaget."
        )
        return _about_part(question, "skäl", text, question.length)
    if "av" not in given:
        how = "" if signer else " En roll räcker, till exempel handläggaren."
        asked = _about_part(question, "av", f"Vem har gjort bedömningen?{how}", 0)
        return replace(asked, written=signer)
    return None


def _about_part(question: Question, part: str, text: str, length: int) -> Question:
    return replace(
        question,
        path=f"{question.path}.{part}",
        field=question.field.parts[part],
        text=text,
        guidance="",
        example="",
        source="",
        choices={},
        answer="",
        written="",
        length=length,
        position="",
    )


def _chosen(question: Question, text: str, today: date) -> Plain | Refusal:
    word, reason = _split(question, text)
    if not word:
        alternatives = (
            "j eller n" if question.yes_or_no else f"ett nummer, 1-{len(question.choices)}"
        )
        return Refusal(f"Svara {alternatives}. Skälet kommer som nästa fråga.")
    if not reason:
        return signed(question, {"svar": word}, today)
    return reason_refused(question, reason) or signed(
        question, {"svar": word, "skäl": reason}, today
    )


def _split(question: Question, text: str) -> tuple[str, str]:
    """The stored word that the text begins with, and the rest: `nej, kartlagt 2026` gives (`nej`,
    `kartlagt 2026`).
    """
    if question.yes_or_no:
        match = _YES_OR_NO.fullmatch(text)
        return (
            (_WORDS.get(match[1].lower(), match[1].lower()), match[2].strip())
            if match
            else ("", "")
        )
    first, _, rest = text.partition(" ")
    number = first.rstrip(".,:")
    if is_number(number) and 1 <= int(number) <= len(question.choices):
        return list(question.choices)[int(number) - 1], rest.strip()
    if word := chosen(text, question.choices):
        return word, ""
    return (number.lower(), rest.strip()) if number.lower() in question.choices else ("", "")


_EXCUSE = re.compile(r"ej[ _]till[äa]mplig(?:t|a)?\b[\s,.:-]*(.*)", re.IGNORECASE | re.DOTALL)


def parse_answer(question: Question, text: str, today: date) -> Plain | Refusal:
    """The value to write for a typed text, or why it cannot be taken. `ej tillämpligt <skäl>`
    answers any question.
    """
    text = text.strip()
    if excuse := _EXCUSE.fullmatch(text):
        return _excused(question, excuse[1].strip(), today)
    if question.field.many:
        return _several(question, text, today)
    if question.type.shape is Shape.STATEMENT:
        return parse_consideration(question, text, today)
    if question.length and (refusal := reason_refused(question, text)):
        return refusal
    return _one(question, text, today)


WHY_NOT = "Skriv varför frågan inte gäller er dialog."
WHY = "Skriv också varför: ej tillämpligt, och sedan skälet."


def is_excuse(text: str) -> bool:
    """Whether a text says that something does not apply, with a reason or without."""
    return _EXCUSE.fullmatch(text.strip()) is not None


def asks_why(question: Question, text: str) -> bool:
    """Whether somebody has typed that a question does not apply, and not why."""
    excuse = _EXCUSE.fullmatch(text.strip())
    if excuse is None or question.needed:
        return False
    return not any(char.isalpha() for char in excuse[1])


def as_excuse(text: str) -> str:
    """What is typed next, when it was asked why: the reason of the excuse."""
    return text if is_excuse(text) else f"ej tillämpligt: {text}"


def _excused(question: Question, reason: str, today: date) -> Plain | Refusal:
    """An exception like any other: with its reason, who answers for it, and the day."""
    if question.needed:
        return Refusal(question.needed)
    if not any(char.isalpha() for char in reason):
        return Refusal(WHY)
    if refused := _excuse_refused(question, reason):
        return refused
    return {NOT_APPLICABLE: signed(question, {"skäl": reason}, today)}


def _excuse_refused(question: Question, reason: str) -> Refusal | None:
    """Where a rule asks for the answer, a reason has to be one; elsewhere it only has to be words."""
    if question.reason_length:
        return reason_refused(question, reason, question.reason_length, WHY_NOT)
    if no_answer(reason, question.text, question.guidance):
        return Refusal(WHY)
    return None


def who_excuses(question: Question, given: Plain, dossier: Dossier) -> Question | None:
    """Who answers for an excuse, where a rule asks and nobody is known yet. `written` as in
    `follow_up`.
    """
    excuse = given.get(NOT_APPLICABLE) if isinstance(given, dict) else None
    if not question.reason_length or not isinstance(excuse, dict) or "av" in excuse:
        return None
    by = dossier.rulebook.forms[WAIVERS].fields["av"]
    return Question(question.path, by, "Vem har gjort bedömningen?", written=latest_signer(dossier))


def _several(question: Question, text: str, today: date) -> Plain | Refusal:
    """A list: one answer on each line; where no more are asked for, several on one line with commas
    or semicolons.
    """
    values: list[Plain] = []
    for piece in _pieces(question, text):
        value = _one(question, piece, today)
        if isinstance(value, Refusal):
            return value
        if value not in values:
            values.append(value)
    return values or Refusal("Skriv minst ett svar, eller tryck Enter för att svara senare.")


def _pieces(question: Question, text: str) -> list[str]:
    """A text divided into what may be answers each; `1 3` are two numbers where there are choices."""
    if question.choices and re.fullmatch(r"[\d ]+", text):
        return text.split()
    sign = ","
    if "\n" in text or question.one_by_one:
        sign = "\n"
    elif ";" in text:
        sign = ";"
    pieces = (piece.strip().removeprefix("- ") for piece in text.split(sign))
    return [piece for piece in pieces if piece]


def _one(question: Question, text: str, today: date) -> Plain | Refusal:
    try:
        return question.type.parse(text, question, today)
    except WrongTextError as error:
        return Refusal(str(error), error.why)
