"""What a gate proposes to decide, as text: its sentences with the answers of the dossier in their places."""

from __future__ import annotations

import re

from dialogcli.dossier.model import Answer, Dossier, NotApplicable
from dialogcli.dossier.select import select
from dialogcli.model.day import Day
from dialogcli.model.words import listed
from dialogcli.process.deciders import organ_name
from dialogcli.rulebook.model import FieldType, Gate, Rulebook

_BRACED = re.compile(r"\{([^{}]+)\}(\.?)")


def proposal(dossier: Dossier, gate: Gate) -> str:
    """The sentences, numbered when there are several; '' when the gate proposes nothing."""
    sentences = proposed(dossier, gate)
    if len(sentences) < 2:
        return "".join(sentences)
    return "\n".join(f"{number}. {sentence}" for number, sentence in enumerate(sentences, 1))


def proposed(dossier: Dossier, gate: Gate) -> list[str]:
    """The sentences one by one. What is not answered stands as `[SAKNAS: Syfte]`, as in a draft of the document."""
    return [_sentence(dossier, sentence) for sentence in gate.proposes]


def _sentence(dossier: Dossier, sentence: str) -> str:
    """An answer that ends the sentence brings no full stop of its own."""
    def put(found: re.Match[str]) -> str:
        cited = _cited(dossier, found[1].strip())
        return f"{cited.rstrip('.')}." if found[2] else cited

    text = _BRACED.sub(put, sentence)
    return text[:1].upper() + text[1:]


def _cited(dossier: Dossier, path: str) -> str:
    answers = [answer for answer in select(dossier, path) if answer.filled]
    if not answers:
        field = dossier.rulebook.field_at(path)
        return f"[SAKNAS: {field.label if field else path}]"
    return " ".join(listed(_worded(answer, dossier.rulebook) for answer in answers).split())


def _worded(answer: Answer, rulebook: Rulebook) -> str:
    """An answer as running text: a date in words, an organ by its name, a choice as it is shown."""
    match answer.value:
        case Day() as day:
            return day.in_words
        case NotApplicable(reason):
            return f"ej tillämpligt: {reason.strip()}"
    if answer.rows and answer.field.type is not FieldType.TABLE:
        return listed(_worded(one, rulebook) for one in answer.rows if one.filled)
    if answer.field.type is FieldType.ORGAN:
        return organ_name(rulebook, answer.text)
    choices = answer.field.choices or answer.field.answers
    return choices.get(answer.text, answer.text)
