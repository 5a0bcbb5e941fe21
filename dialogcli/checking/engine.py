"""Every rule of a rulebook held against a dossier, in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from dialogcli.checking.copied import unreviewed
from dialogcli.checking.decisions import decided_anyway, stands_before, unanswered
from dialogcli.checking.kinds import JUDGES
from dialogcli.checking.products import wrong_products
from dialogcli.checking.remedies import remedy
from dialogcli.checking.scene import Fault, Scene
from dialogcli.checking.waivers import written_waivers
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import select
from dialogcli.dossier.shelf import of_register
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.place import Place
from dialogcli.process.standing import Standing, standing
from dialogcli.rulebook.model import Gate, Rule

COMPARISONS = ("order", "agrees", "unchanged")
"""Kinds that only hold two things against each other: no duty of their own, so never listed as coming."""


class Report(NamedTuple):
    """What a check found. `findings` and `waived` are in the order of the process, then by place.

    `active` are the rules that had something to judge, `upcoming` those whose moment has not come; `satisfied` the
    ids of active rules without a fault (a waived one is not satisfied, but does not count as a fault either).
    """

    dossier: Dossier
    standing: Standing
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    active: tuple[Rule, ...]
    upcoming: tuple[Rule, ...]
    satisfied: frozenset[str]

    @property
    def checked(self) -> int:
        """How many requirements were checked: `V-34a` and `V-34b` are one."""
        return len(rows(self.active))

    def number_of(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def rows(rules: Iterable[Rule]) -> list[str]:
    """The requirement rows that rules answer, each once."""
    return list(dict.fromkeys(rule.row for rule in rules))


def check(dossier: Dossier, today: date, only: Collection[str] | None = None) -> Report:
    """Judge all rules, or those with the ids given, together with what the reader remarked on.

    Those that judge a register's own entries are left out: see checking/registers.py.
    """
    where = standing(dossier)
    waivers, remarks = written_waivers(dossier)
    findings = [] if only is not None else [*dossier.remarks, *_version(dossier), *remarks, *unanswered(dossier),
                                            *wrong_products(dossier), *unreviewed(dossier)]
    waived: list[Finding] = []
    active: list[Rule] = []
    upcoming: list[Rule] = []
    satisfied: set[str] = set()
    for rule in dossier.rulebook.rules.values():
        if (only is not None and rule.id not in only) or of_register(rule, dossier.rulebook):
            continue
        scene = Scene(dossier, where, rule, today)
        if not scene.applies():
            continue
        faults = _judge(scene) if _has_come(rule, where) else None
        if faults is None:
            upcoming += [rule] if rule.kind not in COMPARISONS else []
            continue
        active.append(rule)
        if not faults or _is_excused(rule, dossier):
            satisfied.add(rule.id)
            continue
        waiver = waivers.get(rule.id) if rule.waivable else None
        found = [_finding(dossier, rule, fault)._replace(waiver=waiver) for fault in faults]
        (waived if waiver else findings).extend(found)
    report = Report(dossier, where, tuple(findings), tuple(waived), tuple(active), tuple(upcoming),
                    frozenset(satisfied))
    if only is None:
        report = report._replace(findings=(*findings, *_decided_anyway(report)))
    return _told(report)


def for_gate(report: Report, gate: Gate) -> Report:
    """The same report cut down to one gate: what must be in place before it, and all that is wrong in what it adopts.
    """
    wanted = {rule.id for rule in report.active if rule.before == gate.id or _judges_adopted(rule, gate)}
    rules = report.dossier.rulebook.rules

    def concerns(finding: Finding) -> bool:
        """What the reader remarked on is nobody's rule: it concerns the gate that adopts the form."""
        if finding.rule in rules:
            return finding.rule in wanted
        return _form(finding.path) in gate.adopts or stands_before(finding, gate)

    return report._replace(findings=tuple(filter(concerns, report.findings)),
                   waived=tuple(filter(concerns, report.waived)),
                   active=tuple(rule for rule in report.active if rule.id in wanted),
                   upcoming=tuple(rule for rule in report.upcoming if rule.before == gate.id),
                   satisfied=report.satisfied & wanted)


def obligations(report: Report, gate: Gate) -> tuple[Rule, ...]:
    """The rules that are counted towards a gate: what somebody must or should do, by its severity.

    Principles never move the figure. A comparison is no duty of its own: it counts only once it is broken.
    """
    return tuple(rule for rule in for_gate(report, gate).active if rule.severity is not Severity.UPPLYSNING
                 and (rule.kind not in COMPARISONS or rule.id not in report.satisfied))


def _decided_anyway(report: Report) -> Iterable[Finding]:
    for gate in report.dossier.rulebook.gates():
        if decision := report.standing.states[gate.id].decision:
            yield from decided_anyway(gate, decision, for_gate(report, gate).findings)


def _judges_adopted(rule: Rule, gate: Gate) -> bool:
    """Whether a rule without a moment judges a form that the gate adopts."""
    return not (rule.before or rule.from_) and any(_form(path) in gate.adopts for path in rule.fields)


def _form(path: str) -> str:
    return path.split(".")[0]


def _judge(scene: Scene) -> list[Fault] | None:
    return JUDGES[scene.rule.kind](scene)


def _has_come(rule: Rule, where: Standing) -> bool:
    if rule.before:
        return where.is_worked_towards(rule.before)
    return not rule.from_ or where.has_come(rule.from_)


def _is_excused(rule: Rule, dossier: Dossier) -> bool:
    """Whether the reason that the rule itself allows for (`unless`) is written."""
    return bool(rule.unless) and any(answer.filled and not answer.excused for answer in select(dossier, rule.unless))


def _finding(dossier: Dossier, rule: Rule, fault: Fault) -> Finding:
    return Finding(rule.id, rule.severity, fault.message, fault.place, fault.path, rule.source,
                   fault.remedy or remedy(dossier.rulebook, fault.path))


def _version(dossier: Dossier) -> Iterable[Finding]:
    """A dossier is pinned to a version; that there is another one is reported, never silently applied."""
    pinned, rulebook = dossier.answer("dossier.regelverksversion"), dossier.rulebook
    if not (pinned and pinned.filled):
        return
    if pinned.text != rulebook.version:
        severity = Severity.VARNING
        message = (f"Dossiern följer version {pinned.text} av regelverket. Den finns inte här. "
                   f"Dossiern är kontrollerad mot version {rulebook.version}.")
    elif rulebook.newer:
        severity = Severity.UPPLYSNING
        message = f"Dossiern följer version {pinned.text} av regelverket. Version {rulebook.newer} finns."
    else:
        return
    yield Finding("regelverksversion", severity, message, pinned.place, pinned.path, remedy="dialog rules upgrade")


def _told(report: Report) -> Report:
    """As it is told: in order, and without the personal identity numbers that a message would quote."""
    key = _Order(report.dossier).key
    return report._replace(findings=tuple(sorted((one.discreet() for one in report.findings), key=key)),
                           waived=tuple(sorted((one.discreet() for one in report.waived), key=key)))


class _Order:
    """Files in the order of the process, then lines."""

    def __init__(self, dossier: Dossier) -> None:
        self._ranks = {form.file: rank for rank, form in enumerate(dossier.rulebook.forms.values())}

    def key(self, finding: Finding) -> tuple[int, Place, str]:
        top = finding.place.file.split("/")[0]
        return self._ranks.get(top, len(self._ranks)), finding.place, finding.rule
