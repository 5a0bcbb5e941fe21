"""Which single changes of a finished dossier draw no new finding: what a check does not notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeAlias

from dialogcli.base.findings import Severity
from dialogcli.checking.engine import check
from dialogcli.checking.mutations import (
    VALUE,
    Mutation,
    Readings,
    lost_marks,
    mutations,
    without_marks,
)
from dialogcli.checking.named_fields import Named, NamedFields
from dialogcli.dossier.build import assemble_dossier
from dialogcli.rulebook.model import Rulebook

Said: TypeAlias = "Counter[tuple[str, Severity, str, str]]"
"""What findings say, and how often. Places are left out: they move with the lines."""


class Tried(NamedTuple):
    """One change, and how much the worst of what a check newly says weighs; None for nothing."""

    change: str
    field: str
    path: str
    told: Severity | None


def tried(
    rulebook: Rulebook, readings: Readings, today: date, first: int = 0, step: int = 1
) -> Iterator[Tried]:
    """Every single change of the files of a dossier, checked; with a `step` only one of so many,
    so that several processes can share them.
    """
    whole = assemble_dossier(rulebook, readings)
    changes = islice(lost_marks(whole, readings), first, None, step)
    yield from _told(rulebook, readings, changes, today)
    bare = without_marks(readings)
    dossier = assemble_dossier(rulebook, bare)
    changes = islice(mutations(dossier, bare, today), first, None, step)
    yield from _told(rulebook, bare, changes, today)


def _told(
    rulebook: Rulebook, before: Readings, changes: Iterable[Mutation], today: date
) -> Iterator[Tried]:
    known = _said(rulebook, before, today)
    for one in changes:
        try:
            new = _said(rulebook, one.readings, today) - known
        except Exception as error:
            error.add_note(f"{one.change}: {one.path}")
            raise
        severities = (severity for _, severity, _, _ in new)
        worst = min(severities, key=lambda severity: severity.rank, default=None)
        yield Tried(one.change, one.field, one.path, worst)


def _said(rulebook: Rulebook, readings: Readings, today: date) -> Said:
    """What a check tells: its findings, the exceptions that it lists, and what it could not judge,
    which is then not called well.
    """
    report = check(assemble_dossier(rulebook, readings), today)
    findings = (*report.findings, *report.excused)
    found = [(one.rule, one.severity, one.message, one.path) for one in findings]
    found += [("", Severity.UPPLYSNING, left.message, left.path) for left in report.left_unjudged]
    return Counter(found)


class Silent(NamedTuple):
    """The changes of one field that draw nothing: wherever they are made, and only in some of the
    rows and files that it stands in.
    """

    field: str
    named: Named
    always: tuple[str, ...]
    sometimes: tuple[str, ...]


class Survivors(NamedTuple):
    """How many changes were made, how many told by weight and how many not by who names the field;
    and the fields that somebody names with the changes that were not told, sorted.
    """

    made: int
    told: Mapping[Severity, int]
    silent: Mapping[Named, int]
    fields: tuple[Silent, ...]

    def of(self, named: Named) -> tuple[Silent, ...]:
        return tuple(one for one in self.fields if one.named is named)


ANY_OTHER = "=annat"
"""Stands for all the other choices of a field, where none of them is noticed."""


def survivors(rulebook: Rulebook, changes: Iterable[Tried]) -> Survivors:
    """What was tried, counted."""
    names = NamedFields(rulebook)
    made: dict[str, Counter[str]] = {}
    left: dict[str, Counter[str]] = {}
    told: Counter[Severity] = Counter()
    silent: Counter[Named] = Counter()
    for one in changes:
        made.setdefault(one.field, Counter())[one.change] += 1
        if one.told:
            told[one.told] += 1
        else:
            silent[names.named(one.field)] += 1
            left.setdefault(one.field, Counter())[one.change] += 1
    fields = (_silent(field, names.named(field), made[field], left[field]) for field in left)
    total = sum(number.total() for number in made.values())
    return Survivors(total, told, silent, tuple(sorted(fields)))


def _silent(field: str, named: Named, made: Counter[str], left: Counter[str]) -> Silent:
    choices = [change for change in made if change.startswith(VALUE)]
    everywhere = [change for change in left if left[change] == made[change]]
    sometimes = [change for change in left if change not in everywhere]
    return Silent(field, named, _short(everywhere, choices), _short(sometimes, choices))


def _short(changes: list[str], choices: list[str]) -> tuple[str, ...]:
    """The changes, all other choices of a field as one."""
    if len(choices) > 1 and set(choices) <= set(changes):
        changes = [*(change for change in changes if change not in choices), ANY_OTHER]
    return tuple(str(change) for change in changes)
