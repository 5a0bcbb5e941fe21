"""Whether a breach of a rule is noticed: a dossier that meets it is broken in every single way that
touches what it judges, and one of them has to draw its finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dialogcli.checking.cases import Case, try_cases
from dialogcli.checking.engine import check
from dialogcli.checking.mutations import Mutation, Readings, lost_marks, mutations
from dialogcli.checking.named_fields import touches
from dialogcli.dossier.build import assemble_dossier, build_shelf, judges_register
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.model import Rule, Rulebook
from dialogcli.yamltext.reader import read_yaml


def noticed_in_cases(rulebook: Rulebook, cases: Iterable[Case]) -> frozenset[str]:
    """The ids of the rules of which a breach is noticed: in a case that passes, once it is broken,
    or in one that fails as it says.
    """
    found: set[str] = set()
    for case in cases:
        if case.rule in rulebook.rules and case.rule not in found:
            noticed = _breaks(rulebook, case) if case.passing else _fails(rulebook, case)
            found |= {case.rule} if noticed else set()
    return frozenset(found)


def noticed_in_dossier(rulebook: Rulebook, readings: Readings, today: date) -> frozenset[str]:
    """The ids of the rules of which a breach is noticed in a finished dossier."""
    rules = rulebook.rules.values()
    return frozenset(rule.id for rule in rules if _notices(rulebook, rule, readings, today))


def _fails(rulebook: Rulebook, case: Case) -> bool:
    return not try_cases(rulebook, (), [case]).broken


def _breaks(rulebook: Rulebook, case: Case) -> bool:
    files = {"dossier.yaml": "", **case.files}
    readings = {name: read_yaml(text, name) for name, text in files.items()}
    return _notices(rulebook, rulebook.rules[case.rule], readings, case.today)


def _notices(rulebook: Rulebook, rule: Rule, readings: Readings, today: date) -> bool:
    known = _findings(rulebook, rule, readings, today)
    return any(
        _findings(rulebook, rule, one.readings, today) - known
        for one in _breaches(rulebook, rule, readings, today)
    )


def _breaches(
    rulebook: Rulebook, rule: Rule, readings: Readings, today: date
) -> Iterator[Mutation]:
    """The changes of what the rule judges."""
    dossier = _read(rulebook, rule, readings)
    yield from lost_marks(dossier, readings)
    for one in mutations(dossier, readings, today):
        if touches(one.field, rule, dossier.rulebook):
            yield one


def _findings(
    rulebook: Rulebook, rule: Rule, readings: Readings, today: date
) -> set[tuple[str, str]]:
    """What the rule says of the files: messages with their paths."""
    findings = check(_read(rulebook, rule, readings), today, only={rule.id}).findings
    return {(one.message, one.path) for one in findings if one.rule == rule.id}


def _read(rulebook: Rulebook, rule: Rule, readings: Readings) -> Dossier:
    if judges_register(rule, rulebook):
        return build_shelf(rulebook, readings)
    return assemble_dossier(rulebook, readings)
