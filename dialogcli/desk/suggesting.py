"""Suggestions of methods: out of what a dossier says, and of what somebody wishes, which goes
before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.dossier.reading import IDENTITY, read_dossier
from dialogcli.methods.reading import situation_of
from dialogcli.methods.remarks import remarks
from dialogcli.methods.situation import Situation, target
from dialogcli.methods.suggesting import suggest
from dialogcli.model.errors import UsageError
from dialogcli.model.screen import Screen
from dialogcli.model.text import shown
from dialogcli.model.words import did_you_mean, listed, same_word
from dialogcli.reports.suggestions import suggestions_screen
from dialogcli.rulebook.methods import LEVELS, Catalogue, load_catalogue

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
    reads = bool(folder) or not any(astuple(wishes)) or _stands_in_dossier(context.cwd)
    known = (
        situation_of(read_dossier(find(context, folder).folder), catalogue, context.today)
        if reads
        else Situation()
    )
    situation = _with(wishes, known, catalogue)
    advice = remarks(situation, catalogue)
    return suggestions_screen(
        suggest(situation, catalogue), advice, situation, catalogue, from_dossier=reads
    )


def _stands_in_dossier(here: Path) -> bool:
    return any((folder / IDENTITY).is_file() for folder in (here, *here.parents))


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
    targets = tuple(target(name, catalogue) for name in names)
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
