"""Trying a rulebook on its own cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dialogcli.checking.cases import Case, found
from dialogcli.model.errors import UnreadableError
from dialogcli.rulebook.model import Rulebook

NO_RULE = "regeln finns inte i regelverket"


class Trial(NamedTuple):
    """One case and what came of it, as lines: findings, or in words why it could not be tried."""

    case: Case
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the findings are exactly those expected. A failing case without any expects
        nothing, so it is none.
        """
        return self.found == self.case.findings and bool(self.found) is not self.case.passing


class Trials(NamedTuple):
    """What came of all cases, and the rules that no case passes or none fails."""

    all: tuple[Trial, ...]
    without_passing: tuple[str, ...]
    without_failing: tuple[str, ...]

    @property
    def broken(self) -> list[Trial]:
        return [trial for trial in self.all if not trial.holds]


def tried(rulebook: Rulebook, rules: Iterable[str], cases: Sequence[Case]) -> Trials:
    """Every case held against its rule. `rules` are the ids of those that should have cases."""
    wanted = tuple(rules)
    return Trials(
        tuple(Trial(case, _found(rulebook, case)) for case in cases),
        _without(wanted, (case for case in cases if case.passing)),
        _without(wanted, (case for case in cases if not case.passing)),
    )


def _without(rules: Iterable[str], cases: Iterable[Case]) -> tuple[str, ...]:
    covered = {case.rule for case in cases}
    return tuple(rule for rule in rules if rule not in covered)


def _found(rulebook: Rulebook, case: Case) -> tuple[str, ...]:
    if case.rule not in rulebook.rules:
        return (NO_RULE,)
    try:
        return found(rulebook, case)
    except UnreadableError as error:
        return tuple(
            f"går inte att läsa: {fault.message} ({fault.place})" for fault in error.faults
        )
