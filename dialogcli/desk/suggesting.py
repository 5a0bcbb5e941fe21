"""Suggestions of methods: out of what a dossier says, and of what somebody wishes, which goes
before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from dialogcli.model.layout import shown
from dialogcli.model.screen import Screen
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
    found = known._replace(participants=wishes.size, weeks=wishes.weeks or known.weeks)
    if wishes.targets:
        targets = tuple(target(name, catalogue) for name in wishes.targets)
        young = any(catalogue.groups[kind].young for one in targets for kind in one.kinds)
        found = found._replace(targets=targets, children=young)
    if wishes.purposes:
        purposes = tuple(_chosen(word, catalogue.purposes, "Syftet") for word in wishes.purposes)
        found = found._replace(purposes=purposes)
    if wishes.cost:
        cost = COSTS[_chosen(wishes.cost, dict(zip(COSTS, COSTS, strict=True)), "Budgeten")]
        found = found._replace(cost=cost)
    if wishes.level:
        level = _chosen(wishes.level, dict(zip(LEVELS, LEVELS, strict=True)), "Nivån")
        found = found._replace(level=level)
    return found


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
