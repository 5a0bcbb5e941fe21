"""Suggestions of methods: out of what a dossier says, and of what somebody wishes, which goes
before it. In an interview those that fit come first, each with a few words about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Screen
from dialogcli.base.words import count, did_you_mean, listed, same_word
from dialogcli.disk.folders import nearest_holding
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.question import Question
from dialogcli.methods.situation import Situation, situation_of, target_group
from dialogcli.methods.suggest import method_remarks, suggest
from dialogcli.rulebook.methods import LEVELS, Catalogue, Method, load_catalogue
from dialogcli.screens.methods import suggestions_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.next_step import asks_about

COSTS = {"liten": 1, "måttlig": 2, "stor": 3, "mycket-stor": 4}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was typed about the dialogue; '' and 0 for what was not."""

    level: str
    purposes: Sequence[str]
    targets: Sequence[str]
    size: int
    weeks: int
    cost: str


def suggestions(context: Context, folder: str, wishes: Wishes) -> Screen:
    """Out of the dossier and the wishes; without a dossier, from the wishes alone. Raises
    UsageError for a word that is not known.
    """
    catalogue = load_catalogue()
    reads = bool(folder) or not any(astuple(wishes)) or bool(nearest_holding(context.cwd))
    dossier = read_dossier(find_folder(context, folder).folder) if reads else None
    known = situation_of(dossier, catalogue, context.today) if dossier else Situation()
    situation = _with(wishes, known, catalogue)
    advice = method_remarks(situation, catalogue)
    then = asks_about(dossier.rulebook, "metoder") if dossier else []
    return suggestions_screen(
        suggest(situation, catalogue), advice, situation, catalogue, from_dossier=reads, then=then
    )


def _with(wishes: Wishes, known: Situation, catalogue: Catalogue) -> Situation:
    """What was typed goes before what the dossier says."""
    situation = known._replace(participants=wishes.size, weeks=wishes.weeks or known.weeks)
    if wishes.targets:
        situation = _aimed_at(situation, wishes.targets, catalogue)
    if wishes.purposes:
        purposes = tuple(_chosen(word, catalogue.purposes, "Syftet") for word in wishes.purposes)
        situation = situation._replace(purposes=purposes)
    if wishes.cost:
        cost = COSTS[_chosen(wishes.cost, _themselves(COSTS), "Budgeten")]
        situation = situation._replace(cost=cost or known.cost)
    if wishes.level:
        situation = situation._replace(level=_chosen(wishes.level, _themselves(LEVELS), "Nivån"))
    return situation


def _aimed_at(situation: Situation, names: Iterable[str], catalogue: Catalogue) -> Situation:
    """The same for other groups, which may be young or not."""
    targets = tuple(target_group(name, catalogue) for name in names)
    young = any(catalogue.groups[kind].young for one in targets for kind in one.kinds)
    return situation._replace(targets=targets, children=young)


def _themselves(words: Iterable[str]) -> dict[str, str]:
    """Words that are known by no other name."""
    return {word: word for word in words}


def _chosen(typed: str, known: Mapping[str, str], what: str) -> str:
    found = next(
        (word for word, name in known.items() if same_word(typed, word) or same_word(typed, name)),
        "",
    )
    if not found:
        raise UsageError(
            f"{what} {shown(typed)} finns inte.{did_you_mean(typed, known)}",
            f"Det här finns: {listed(known)}.",
        )
    return found


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
