"""Answers that are a consideration: somebody has weighed something, and says what."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.question import Question
from dialogcli.interview.refusal import Refusal
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import Shape
from dialogcli.model.words import chosen, is_number, same_word
from dialogcli.storage.nodes import Plain

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
    return refused(question, text) or signed(question, {"skäl": text}, today)


def refused(question: Question, reason: str) -> Refusal | None:
    """Why a text is no reason: a bare yes, a dash, the help text itself, or too few words."""
    bare = reason.strip(" .!").lower()
    if bare in ("ja", "j", "nej", "n", "ok"):
        return Refusal(f"Ett {_WORDS.get(bare, bare)} räcker inte här. {WANTED}")
    if not any(char.isalnum() for char in reason):
        return Refusal(f"Ett {'streck' if bare == '-' else 'tecken'} räcker inte här. {WANTED}")
    if any(
        help_text and same_word(reason, help_text)
        for help_text in (question.text, question.guidance, question.example)
    ):
        return Refusal(f"Det är hjälptexten. {WANTED}")
    if len(reason) < question.length:
        return Refusal(f"Det är för kort. {WANTED} Minst {question.length} tecken.")
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
    return refused(question, reason) or signed(question, {"svar": word, "skäl": reason}, today)


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
