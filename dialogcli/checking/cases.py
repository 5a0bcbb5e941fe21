"""A rulebook's own cases, small dossiers with the exact findings that one rule makes of them: read,
tried, and counted for each requirement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dialogcli.base.findings import FileFault, Finding, Place, UnreadableError
from dialogcli.base.words import did_you_mean
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier, build_shelf, judges_register
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.model import Rulebook, Unbound
from dialogcli.rulebook.sources import Policy, Requirement, requirements
from dialogcli.yamltext import nodes
from dialogcli.yamltext.reader import read_yaml

ANY_DAY = date(2027, 2, 22)
"""What today is in a case that does not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """One small dossier (file name -> text) and the lines that the rule is to say about it, none if
    it passes.
    """

    rule: str
    name: str
    files: Mapping[str, str]
    today: date
    findings: tuple[str, ...]
    passing: bool
    place: Place


def findings_of(rulebook: Rulebook, case: Case) -> tuple[str, ...]:
    """What the rule says about the case's dossier, as the case writes it."""
    dossier = (
        _shelf(rulebook, case)
        if judges_register(rulebook.rules[case.rule], rulebook)
        else _dossier(rulebook, case)
    )
    if dossier.faults:
        raise UnreadableError(f"Fallet {case.name} går inte att läsa.", faults=dossier.faults)
    return tuple(
        case_line(finding) for finding in check(dossier, case.today, only={case.rule}).findings
    )


def _dossier(rulebook: Rulebook, case: Case) -> Dossier:
    return build_dossier(rulebook, {"dossier.yaml": "", **case.files})


def _shelf(rulebook: Rulebook, case: Case) -> Dossier:
    """The entries of registers, which a case gives as `kandidatomraden/badplatsen.yaml`."""
    return build_shelf(rulebook, {name: read_yaml(text, name) for name, text in case.files.items()})


def case_line(finding: Finding) -> str:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:3:1)`."""
    return f"{finding.severity.word} {finding.rule}: {finding.message} ({finding.place})"


_FILE_KEYS = ("given", "cases")
_RULE_KEYS = ("passing", "failing")
_CASE_KEYS = ("name", "files", "today", "findings")


def read_cases(text: str, file: str) -> list[Case]:
    """The cases of one file, in its order. Raises UnreadableError with everything in it that means
    nothing.
    """
    reading = read_yaml(text, file)
    reader = _Reader()
    cases = list(reader.file(reading.root)) if reading.root else []
    if faults := [*reading.faults, *reader.faults]:
        raise UnreadableError(
            f"Fallen i {file} går inte att läsa.",
            "Rätta filen och kör kommandot igen.",
            faults=faults,
        )
    return cases


class _Reader:
    """Reads on after a fault, so that one run tells them all."""

    def __init__(self) -> None:
        self.faults: list[FileFault] = []

    def file(self, root: nodes.Mapping) -> Iterator[Case]:
        parts = self._parts(root, _FILE_KEYS)
        given = self._texts(parts.get("given"))
        for rule in self._entries(parts.get("cases")):
            for kind, items in self._parts(rule.value, _RULE_KEYS).items():
                for item in self._items(items):
                    yield self._case(rule.key.text, item, given, kind == "passing")

    def _case(self, rule: str, item: nodes.Node, given: Mapping[str, str], passing: bool) -> Case:
        parts = self._parts(item, _CASE_KEYS)
        name = self._text(parts.get("name"))
        if not name:
            self._fault(item, "Fallet behöver ett namn.")
        files = {**given, **self._texts(parts.get("files"))}
        findings = tuple(self._text(one) for one in self._items(parts.get("findings")))
        return Case(rule, name, files, self._day(parts.get("today")), findings, passing, item.place)

    def _day(self, node: nodes.Node | None) -> date:
        try:
            return date.fromisoformat(self._text(node)) if node else ANY_DAY
        except ValueError:
            self._fault(node, "Datumet ska skrivas som 2027-02-22.")
            return ANY_DAY

    def _parts(self, node: nodes.Node | None, known: tuple[str, ...]) -> dict[str, nodes.Node]:
        """The values of a mapping by key; keys that mean nothing are faults."""
        entries = self._entries(node)
        for entry in entries:
            if entry.key.text not in known:
                self._fault(
                    entry.key,
                    f"Det finns inget nyckelord {entry.key.text} här."
                    f"{did_you_mean(entry.key.text, known)}",
                )
        return {entry.key.text: entry.value for entry in entries if entry.key.text in known}

    def _entries(self, node: nodes.Node | None) -> tuple[nodes.Entry, ...]:
        if isinstance(node, nodes.Mapping):
            return node.entries
        self._unless_blank(node, "Här behövs nyckelord, ett på varje rad.")
        return ()

    def _items(self, node: nodes.Node | None) -> tuple[nodes.Node, ...]:
        if isinstance(node, nodes.Sequence):
            return node.items
        self._unless_blank(node, "Här behövs en lista, med - framför varje del.")
        return ()

    def _texts(self, node: nodes.Node | None) -> dict[str, str]:
        return {entry.key.text: self._text(entry.value) for entry in self._entries(node)}

    def _text(self, node: nodes.Node | None) -> str:
        if isinstance(node, nodes.Scalar):
            return node.text
        if node:
            self._fault(node, "Här behövs en text.")
        return ""

    def _unless_blank(self, node: nodes.Node | None, message: str) -> None:
        if node and not (isinstance(node, nodes.Scalar) and node.empty):
            self._fault(node, message)

    def _fault(self, node: nodes.Node | None, message: str) -> None:
        if node:
            self.faults.append(FileFault("fall", node.place, message))


NO_RULE = "regeln finns inte i regelverket"


class CaseTrial(NamedTuple):
    """One case and what came of it, as lines: findings, or in words why it could not be tried."""

    case: Case
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the findings are exactly those expected. A failing case without any expects
        nothing, so it is none.
        """
        return self.found == self.case.findings and bool(self.found) is not self.case.passing


class CaseTrials(NamedTuple):
    """What came of all cases, and the rules that no case passes or none fails."""

    all: tuple[CaseTrial, ...]
    without_passing: tuple[str, ...]
    without_failing: tuple[str, ...]

    @property
    def broken(self) -> list[CaseTrial]:
        return [trial for trial in self.all if not trial.holds]


def try_cases(rulebook: Rulebook, rules: Iterable[str], cases: Sequence[Case]) -> CaseTrials:
    """Every case held against its rule. `rules` are the ids of those that should have cases."""
    wanted = tuple(rules)
    return CaseTrials(
        tuple(CaseTrial(case, _found(rulebook, case)) for case in cases),
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
        return findings_of(rulebook, case)
    except UnreadableError as error:
        return tuple(
            f"går inte att läsa: {fault.message} ({fault.place})" for fault in error.faults
        )


class Covered(NamedTuple):
    """A requirement, and the number of cases of all rules that answer it."""

    requirement: Requirement
    passing: int
    failing: int


class Coverage(NamedTuple):
    """All requirements of one organisation, and the links of its course that are switched off."""

    organisation: str
    rows: tuple[Covered, ...]
    unbound: tuple[Unbound, ...] = ()


def coverage(organisation: str, policy: Policy, cases: Iterable[Case]) -> Coverage:
    """`cases` are those beside the rulebook."""
    numbers = Counter((case.rule, case.passing) for case in cases)

    def number(row: Requirement, passing: bool) -> int:
        return sum(numbers[rule, passing] for rule in row.rules)

    return Coverage(
        organisation,
        tuple(Covered(row, number(row, True), number(row, False)) for row in requirements(policy)),
        tuple(policy.unbound()) if isinstance(policy, Rulebook) else (),
    )
