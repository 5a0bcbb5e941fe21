"""Which requirements a rulebook takes care of, how, and how many cases show that it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dialogcli.checking.cases import Case
from dialogcli.rulebook.accounting import Policy, Requirement, requirements


class Covered(NamedTuple):
    """A requirement, and the number of cases of all rules that answer it."""

    requirement: Requirement
    passing: int
    failing: int


class Coverage(NamedTuple):
    """All requirements of one organisation."""

    organisation: str
    rows: tuple[Covered, ...]


def coverage(organisation: str, policy: Policy, cases: Iterable[Case]) -> Coverage:
    """`cases` are those beside the rulebook."""
    numbers = Counter((case.rule, case.passing) for case in cases)

    def number(row: Requirement, passing: bool) -> int:
        return sum(numbers[rule, passing] for rule in row.rules)

    return Coverage(
        organisation,
        tuple(Covered(row, number(row, True), number(row, False)) for row in requirements(policy)),
    )
