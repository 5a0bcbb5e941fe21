"""What the rules of a rulebook notice, tried on dossiers that are broken in every way: a finished
one, or the cases beside the rulebook.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from dialogcli.base.findings import UnreadableError
from dialogcli.checking.cases import Case
from dialogcli.checking.noticed import noticed_in_cases, noticed_in_dossier
from dialogcli.checking.survivors import Tried, tried
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import (
    Pin,
    read_dossier,
    rulebook_with,
    with_own_organs,
    with_own_settings,
)
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.findings import unchecked
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.rulebooks import Policy, on_trial, path_of, read_usable_rulebook
from dialogcli.yamltext.reader import Reading, read_yaml


def finished_dossier(context: Context, folder: str, rulebook: str) -> Dossier:
    """The dossier in a folder, held against its own rulebook or the one that was typed.

    Raises UnreadableError when some of it cannot be read.
    """

    def load(pin: Pin, start: Path) -> Rulebook:
        if not rulebook:
            return rulebook_with(pin, start)
        book = read_usable_rulebook(path_of(context, rulebook))
        return with_own_settings(with_own_organs(book, start), start)

    dossier = read_dossier(find_folder(context, folder).folder, load)
    if dossier.faults:
        raise UnreadableError(unchecked(dossier.faults), faults=dossier.faults)
    return dossier


def broken_in_every_way(context: Context, dossier: Dossier) -> Iterator[Tried]:
    """Every single change of it, in memory, and what a check of today says."""
    return tried(dossier.rulebook, _readings(dossier), context.today)


def noticed_in(context: Context, dossier: Dossier) -> Collection[str]:
    """The ids of the rules of which a breach is noticed in a finished dossier."""
    return noticed_in_dossier(dossier.rulebook, _readings(dossier), context.today)


def noticed_beside(context: Context, policy: Policy, cases: Sequence[Case]) -> Collection[str]:
    """The same in the cases beside a rulebook or an overlay."""
    return noticed_in_cases(on_trial(policy, context), cases)


def _readings(dossier: Dossier) -> dict[str, Reading]:
    return {name: read_yaml(text, name) for name, text in dossier.texts.items()}
