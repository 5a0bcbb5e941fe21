"""The question which method: those that fit the dialogue first, each with a few words about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dialogcli.dossier.model import Dossier
from dialogcli.interview.question import Question
from dialogcli.methods.reading import situation_of
from dialogcli.methods.suggesting import suggest
from dialogcli.model.words import count, listed
from dialogcli.rulebook.methods import Method, load_catalogue


def method_choices(question: Question, dossier: Dossier, today: date) -> Question:
    """The question with its choices in the order of the suggestions; as it was when they are no
    methods.
    """
    catalogue = load_catalogue()
    if not set(question.choices) <= set(catalogue.methods):
        return question
    situation = situation_of(dossier, catalogue, today)
    suggested = suggest(situation, catalogue)
    ranked = [
        one.method.id
        for one in (*suggested.fitting, *suggested.others)
        if one.method.id in question.choices
    ]
    order = [*ranked, *(word for word in question.choices if word not in ranked)]
    text = f"{question.text} {_in_order(bool(ranked), bool(situation.targets))}"
    return replace(
        question,
        text=text,
        choices={word: question.choices[word] for word in order},
        hints={word: _hints(catalogue.methods[word]) for word in order},
        about={word: _about(catalogue.methods[word]) for word in order},
    )


def _in_order(fits: bool, targets_known: bool) -> str:
    """What the order of the list is worth."""
    if not fits:
        return "Ingen av dem passar det som är planerat."
    if not targets_known:
        return "Målgrupperna är inte skrivna än. Därför står de enklaste först."
    return "De som passar er dialog bäst står först."


def _hints(method: Method) -> tuple[str, ...]:
    """What can be compared at one sight: `samtal`, `8-16 deltagare`, `4 veckor`."""
    size = f"{method.smallest}-{method.largest}" if method.largest else f"minst {method.smallest}"
    return (
        "samtal" if method.two_way else "envägs",
        f"{size} deltagare",
        count(method.weeks, "vecka", "veckor"),
    )


def _about(method: Method) -> str:
    lines = [
        method.fits,
        f"Deltagare: {method.gathering}" if method.gathering else "",
        f"Tid: {method.time}" if method.time else "",
        f"För: {listed(method.plus)}" if method.plus else "",
        f"Emot: {listed(method.minus)}" if method.minus else "",
    ]
    return "\n".join(filter(None, lines))
