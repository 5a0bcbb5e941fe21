"""The question which method: those that fit the dialogue first, each with a few words about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogcli.dossier.model import Dossier
from dialogcli.interview.question import Question
from dialogcli.methods.reading import situation_of
from dialogcli.methods.suggesting import suggest
from dialogcli.model.words import listed
from dialogcli.rulebook.methods import Method, load_catalogue


def method_choices(question: Question, dossier: Dossier, today: date) -> Question:
    """The question with its choices in the order of the suggestions; as it was when they are no methods."""
    catalogue = load_catalogue()
    if not set(question.choices) <= set(catalogue.methods):
        return question
    suggested = suggest(situation_of(dossier, catalogue, today), catalogue)
    ranked = [one.method.id for one in (*suggested.fitting, *suggested.others) if one.method.id in question.choices]
    order = [*ranked, *(word for word in question.choices if word not in ranked)]
    best = "De som passar er dialog bäst står först." if ranked else "Ingen av dem passar det som är planerat."
    return replace(question, text=f"{question.text} {best}", choices={word: question.choices[word] for word in order},
                   hints={word: _hints(catalogue.methods[word]) for word in order},
                   about={word: _about(catalogue.methods[word]) for word in order})


def _hints(method: Method) -> tuple[str, ...]:
    return "samtal" if method.two_way else "envägs", method.gathering, method.time


def _about(method: Method) -> str:
    lines = [method.fits, f"För: {listed(method.plus)}" if method.plus else "",
             f"Emot: {listed(method.minus)}" if method.minus else ""]
    return "\n".join(filter(None, lines))
