"""How each requirement of a policy is taken care of: a breach is noticed, or it is asked for or
shown, or nothing is done about it, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from dialogcli.checking.cases import Case
from dialogcli.rulebook.model import Rulebook, Unbound, Unchecked
from dialogcli.rulebook.sources import Policy, Requirement, requirements


class Care(StrEnum):
    """What is done about a requirement, the most first."""

    NOTICED = "noticed"
    SHOWN = "shown"
    NOTHING = "nothing"


class Covered(NamedTuple):
    """A requirement, and the number of cases of all rules that answer it. `noticed`: those of the
    rules of which a breach was tried and noticed; `asks`: whether a rule asks for an answer;
    `unchecked`: where it went instead of to a rule.
    """

    requirement: Requirement
    passing: int
    failing: int
    noticed: tuple[str, ...] = ()
    asks: bool = False
    unchecked: Unchecked | None = None

    @property
    def care(self) -> Care:
        if self.noticed:
            return Care.NOTICED
        elsewhere = self.unchecked is not None and bool(self.unchecked.where)
        return Care.SHOWN if self.asks or elsewhere else Care.NOTHING


class Coverage(NamedTuple):
    """All requirements of one organisation, and the links of its course that are switched off."""

    organisation: str
    rows: tuple[Covered, ...]
    unbound: tuple[Unbound, ...] = ()


def coverage(
    organisation: str, policy: Policy, cases: Iterable[Case], noticed: Collection[str]
) -> Coverage:
    """`cases` are those beside the rulebook, `noticed` the rules of which a breach is noticed."""
    numbers = Counter((case.rule, case.passing) for case in cases)

    def number(row: Requirement, passing: bool) -> int:
        return sum(numbers[rule, passing] for rule in row.rules)

    def covered(row: Requirement) -> Covered:
        return Covered(
            row,
            number(row, True),
            number(row, False),
            tuple(rule for rule in row.rules if rule in noticed),
            any(policy.rules[rule].kind.asks for rule in row.rules),
            policy.unchecked.get(row.id),
        )

    unbound = tuple(policy.unbound()) if isinstance(policy, Rulebook) else ()
    return Coverage(organisation, tuple(map(covered, requirements(policy))), unbound)
