"""What a check found, and the part of it that concerns one decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dialogcli.checking.decisions import stands_before
from dialogcli.checking.spine import Told
from dialogcli.dossier.model import Dossier
from dialogcli.model.finding import Finding, Severity
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Gate, Rule


class Report(NamedTuple):
    """What a check found. `findings` and `waived` are in the order of the process, then by place.

    `active` are the rules that had something to judge, `upcoming` those whose moment has not come;
    `course` what has happened without what it needs (a part of the findings);
    `satisfied` the ids of active rules without a fault (a waived one is not satisfied, but does not
    count as a fault either).
    """

    dossier: Dossier
    standing: Standing
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    active: tuple[Rule, ...]
    upcoming: tuple[Rule, ...]
    satisfied: frozenset[str]
    course: tuple[Told, ...] = ()

    @property
    def checked(self) -> int:
        """How many requirements were checked: `V-34a` and `V-34b` are one."""
        return len(rows(self.active))

    def number_of(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def rows(rules: Iterable[Rule]) -> list[str]:
    """The requirement rows that rules answer, each once."""
    return list(dict.fromkeys(rule.row for rule in rules))


def for_gate(report: Report, gate: Gate) -> Report:
    """The same report cut down to one gate: what must be in place before it, and all that is wrong
    in what it adopts.
    """
    wanted = {
        rule.id for rule in report.active if rule.before == gate.id or _judges_adopted(rule, gate)
    }
    rules = report.dossier.rulebook.rules
    before = report.standing.all_before(gate)
    on_the_way = {told.finding for told in report.course if told.before in before}

    def concerns(finding: Finding) -> bool:
        """What the reader remarked on is nobody's rule: it concerns the gate that adopts the form.
        What is lacking on the way to a gate concerns the gate.
        """
        if finding._replace(waiver=None) in on_the_way:
            return True
        if finding.rule in rules:
            return finding.rule in wanted
        return _form(finding.path) in gate.adopts or stands_before(finding, gate)

    return report._replace(
        findings=tuple(filter(concerns, report.findings)),
        waived=tuple(filter(concerns, report.waived)),
        active=tuple(rule for rule in report.active if rule.id in wanted),
        upcoming=tuple(rule for rule in report.upcoming if rule.before == gate.id),
        satisfied=report.satisfied & wanted,
    )


def obligations(report: Report, gate: Gate) -> tuple[Rule, ...]:
    """The rules that are counted towards a gate: what somebody must or should do, by its severity.

    Principles never move the figure. A comparison is no duty of its own: it counts only once it is
    broken.
    """
    return tuple(
        rule
        for rule in for_gate(report, gate).active
        if rule.severity is not Severity.UPPLYSNING
        and (not rule.kind.compares or rule.id not in report.satisfied)
    )


def _judges_adopted(rule: Rule, gate: Gate) -> bool:
    """Whether a rule without a moment judges a form that the gate adopts."""
    return not (rule.before or rule.from_) and any(
        _form(path) in gate.adopts for path in rule.fields
    )


def _form(path: str) -> str:
    return path.split(".")[0]
