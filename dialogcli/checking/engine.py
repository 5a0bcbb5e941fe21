"""Every rule of a rulebook held against a dossier, in one pass."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogcli.checking.copied import unreviewed
from dialogcli.checking.days import wrong_days
from dialogcli.checking.decision_form import form_faults
from dialogcli.checking.decisions import decided_anyway, unanswered
from dialogcli.checking.ending import Ending, end_told, ending_of, gives_way
from dialogcli.checking.kinds import JUDGES
from dialogcli.checking.products import wrong_products
from dialogcli.checking.remedies import remedy
from dialogcli.checking.report import Report, for_gate
from dialogcli.checking.scene import Fault, Scene
from dialogcli.checking.spine import Told, told
from dialogcli.checking.waivers import written_waivers
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import select
from dialogcli.dossier.shelf import of_register
from dialogcli.model.commands import rules_upgrade
from dialogcli.model.finding import Finding, Severity, Waiver
from dialogcli.model.place import Place
from dialogcli.process.spine import Breach, breaches
from dialogcli.process.standing import Standing, standing
from dialogcli.rulebook.model import Rule


def check(dossier: Dossier, today: date, only: Collection[str] | None = None) -> Report:
    """Judge all rules, or those with the ids given, together with what the reader remarked on.

    Those that judge a register's own entries are left out: see checking/registers.py.
    """
    waivers, remarks = written_waivers(dossier)
    where = standing(dossier)
    lacks = breaches(where)
    end = ending_of(where, lacks)
    judging = _Judging(dossier, where, today, waivers, end)
    for rule in dossier.rulebook.rules.values():
        if (only is None or rule.id in only) and not of_register(rule, dossier.rulebook):
            judging.judge(rule)
    judging.course(lacks, only)
    report = judging.report()
    if only is None:
        besides = [*dossier.remarks, *_version(dossier), *remarks, *wrong_days(dossier, today)]
        if end is None:
            besides += [*unanswered(dossier), *wrong_products(dossier), *unreviewed(dossier)]
        report = report._replace(findings=(*besides, *report.findings))
        report = report._replace(findings=(*report.findings, *_decided_anyway(report)))
    return _told(report)


@dataclass(slots=True)
class _Judging:
    """The rules one after the other, and what has come of them so far."""

    dossier: Dossier
    where: Standing
    today: date
    waivers: Mapping[str, Waiver]
    end: Ending | None
    findings: list[Finding] = field(default_factory=list)
    waived: list[Finding] = field(default_factory=list)
    active: list[Rule] = field(default_factory=list)
    upcoming: list[Rule] = field(default_factory=list)
    satisfied: set[str] = field(default_factory=set)
    lacking: tuple[Told, ...] = ()

    def judge(self, rule: Rule) -> None:
        """One rule: it does not apply, or is to come, or is met, waived, or broken."""
        scene = Scene(self.dossier, self.where, rule, self.today)
        if self._is_moot(rule) or not scene.applies():
            return
        faults = self._faults(scene)
        if faults is None:
            self.upcoming += [rule] if not rule.kind.compares else []
            return
        self.active.append(rule)
        if not faults or _is_excused(rule, self.dossier):
            self.satisfied.add(rule.id)
            return
        found = [_finding(self.dossier, rule, fault) for fault in faults]
        self._take([one for one in found if self._is_told(one)], rule.waivable)

    def _faults(self, scene: Scene) -> list[Fault] | None:
        come = _has_come(scene.rule, self.where)
        return JUDGES[scene.rule.kind.word](scene) if come else None

    def _take(self, found: Iterable[Finding], waivable: bool) -> None:
        """Findings, among those that a waiver excuses where one does."""
        for finding in found:
            waiver = self.waivers.get(finding.rule) if waivable else None
            (self.waived if waiver else self.findings).append(finding._replace(waiver=waiver))

    def _is_moot(self, rule: Rule) -> bool:
        return self.end is not None and not self.end.concerns(rule)

    def _is_told(self, finding: Finding) -> bool:
        """Whether the end of the dialogue does not say it, or make it moot."""
        if gives_way(self.where, finding):
            return False
        return self.end is None or self.end.is_about(finding)

    def course(self, lacks: Iterable[Breach], only: Collection[str] | None) -> None:
        """What the engine itself finds in the course of the dialogue and in its decisions."""
        self.lacking = tuple(told(self.where, lacks, self.findings))
        own = [*form_faults(self.where)]
        if self.end and (last := end_told(self.end)):
            own.append(last)
        own_and_waivable = [(one, False) for one in own]
        own_and_waivable += [(one.finding, one.waivable) for one in self.lacking]
        for finding, waivable in own_and_waivable:
            if only is None or finding.rule in only:
                self._take([finding], waivable)
                self._lend(finding.rule)

    def _lend(self, id_: str) -> None:
        """A rule that lends its id to a finding had something to judge, and is not met."""
        self.satisfied.discard(id_)
        self.upcoming = [rule for rule in self.upcoming if rule.id != id_]
        rule = self.dossier.rulebook.rules.get(id_)
        if rule and rule not in self.active:
            self.active.append(rule)

    def report(self) -> Report:
        return Report(
            self.dossier,
            self.where,
            tuple(self.findings),
            tuple(self.waived),
            tuple(self.active),
            tuple(self.upcoming),
            frozenset(self.satisfied),
            self.lacking,
        )


def _decided_anyway(report: Report) -> Iterable[Finding]:
    for gate in report.dossier.rulebook.gates():
        if decision := report.standing.states[gate.id].decision:
            yield from decided_anyway(gate, decision, for_gate(report, gate).findings)


def _has_come(rule: Rule, where: Standing) -> bool:
    if rule.before:
        return where.is_worked_towards(rule.before)
    return not rule.from_ or where.has_come(rule.from_)


def _is_excused(rule: Rule, dossier: Dossier) -> bool:
    """Whether the reason that the rule itself allows for (`unless`) is written."""
    return bool(rule.unless) and any(
        answer.filled and not answer.excused for answer in select(dossier, rule.unless)
    )


def _finding(dossier: Dossier, rule: Rule, fault: Fault) -> Finding:
    return Finding(
        rule.id,
        rule.severity,
        fault.message,
        fault.place,
        fault.path,
        rule.source,
        fault.remedy or remedy(dossier.rulebook, fault.path),
        subject=fault.subject,
    )


def _version(dossier: Dossier) -> Iterable[Finding]:
    """A dossier is pinned to a version; that there is another one is reported, never silently
    applied.
    """
    pinned, rulebook = dossier.answer("dossier.regelverksversion"), dossier.rulebook
    if not (pinned and pinned.filled):
        return
    if pinned.text != rulebook.version:
        severity = Severity.VARNING
        message = (
            f"Dossiern följer version {pinned.text} av regelverket. Den finns inte här. "
            f"Dossiern är kontrollerad mot version {rulebook.version}."
        )
    elif rulebook.newer:
        severity = Severity.UPPLYSNING
        message = (
            f"Dossiern följer version {pinned.text} av regelverket. Version {rulebook.newer} finns."
        )
    else:
        return
    yield Finding(
        "regelverksversion",
        severity,
        message,
        pinned.place,
        pinned.path,
        remedy=rules_upgrade(),
    )


def _told(report: Report) -> Report:
    """As it is told: in order, and without the personal identity numbers that a message would
    quote.
    """
    key = _Order(report.dossier).key
    return report._replace(
        findings=tuple(sorted((one.discreet() for one in report.findings), key=key)),
        waived=tuple(sorted((one.discreet() for one in report.waived), key=key)),
    )


class _Order:
    """Files in the order of the process, then lines."""

    def __init__(self, dossier: Dossier) -> None:
        self._ranks = {form.file: rank for rank, form in enumerate(dossier.rulebook.forms.values())}

    def key(self, finding: Finding) -> tuple[int, Place, str]:
        top = finding.place.file.split("/")[0]
        return self._ranks.get(top, len(self._ranks)), finding.place, finding.rule
