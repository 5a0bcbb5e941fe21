"""Every rule of a rulebook held against a dossier in one pass, with what no rulebook has to say:
answers copied and not looked at, amounts that do not come to their product. The same for a decision
that is about to be entered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dialogcli.base.commands import fill, rules_upgrade, set_
from dialogcli.base.findings import Finding, Place, Severity, Waiver
from dialogcli.base.personal_data import ASKED_ALWAYS
from dialogcli.base.screen import Command
from dialogcli.base.words import kronor
from dialogcli.checking.days import wrong_days
from dialogcli.checking.decision_form import form_faults
from dialogcli.checking.ending import Ending, end_told, ending_of, gives_way
from dialogcli.checking.excuses import judged
from dialogcli.checking.kinds import JUDGES
from dialogcli.checking.left_out_rows import left_out_rows
from dialogcli.checking.lost_marks import lost_marks
from dialogcli.checking.organs import renamed, unelected
from dialogcli.checking.personal_data import beside_rules
from dialogcli.checking.plans import past_plans
from dialogcli.checking.remedies import remedy_at, remedy_in
from dialogcli.checking.report import (
    ANYWAY,
    UNANSWERED,
    Report,
    decided_anyway,
    for_gate,
    is_of_basis,
    unanswered,
    written_waivers,
)
from dialogcli.checking.spine import Told, told
from dialogcli.checking.stopped import (
    Stopped,
    judge_feedback,
    stop_findings,
    stopped_of,
    without_feedback,
)
from dialogcli.checking.unjudged import Missing, grouped, happened, is_due, lacking
from dialogcli.checking.view import Fault, RuleView
from dialogcli.checking.withdrawn import withdrawn_told
from dialogcli.dossier.build import judges_register
from dialogcli.dossier.model import Dossier, Parts
from dialogcli.dossier.money import AMOUNT, NUMBER, PRICE, product
from dialogcli.dossier.select import select
from dialogcli.process.spine import Breach, breaches
from dialogcli.process.standing import Standing, standing
from dialogcli.rulebook.model import STOP, Form, Gate, Rule
from dialogcli.rulebook.model.rules import row_of

MARKED = "dossier.granska"
NAME = "granska"


def unreviewed(dossier: Dossier) -> Iterator[Finding]:
    """A finding for each field in the list of those to review."""
    marks = dossier.answer(MARKED)
    for mark in marks.rows if marks else ():
        answer = dossier.answer(mark.text)
        if answer is None:
            yield Finding(
                NAME,
                Severity.VARNING,
                f"Fältet {mark.text} finns inte.",
                mark.place,
                mark.path,
                remedy="Ta bort raden.",
            )
        else:
            yield Finding(
                NAME,
                Severity.VARNING,
                f"{answer.field.name}: Svaret är kopierat från en annan dossier och inte granskat.",
                answer.place,
                answer.path,
                remedy=remedy_at(dossier, answer),
            )


WRONG_PRODUCT = "fel-produkt"


def wrong_products(dossier: Dossier) -> Iterator[Finding]:
    """A varning for each row whose three figures contradict each other: no source asks, but one of
    them is wrong.
    """
    for file in dossier.all_files():
        for table in file.answers.values():
            for row in table.rows:
                if isinstance(row.value, Parts) and (found := _wrong(row.value)):
                    yield found


def _wrong(row: Parts) -> Finding | None:
    """The varning for a row of which all three are known, and do not agree."""
    amount, right = row.answers.get(AMOUNT), product(row)
    if right is None or amount is None or not isinstance(amount.value, int):
        return None
    if amount.value == right:
        return None
    number, price = row.answers[NUMBER].text, int(row.answers[PRICE].text)
    return Finding(
        WRONG_PRODUCT,
        Severity.VARNING,
        f"Beloppet är {kronor(amount.value)}, men {number} à {kronor(price)} är {kronor(right)}.",
        amount.place,
        amount.path,
        remedy=set_(amount.path, str(right)),
    )


def check(dossier: Dossier, today: date, only: Collection[str] | None = None) -> Report:
    """Judge all rules, or those with the ids given, together with what the reader remarked on.

    Those that judge a register's own entries are left out: see checking/registers.py.
    """
    waivers, remarks = written_waivers(dossier)
    where = standing(dossier)
    lacks = list(breaches(where))
    end: Ending | Stopped | None = stopped_of(where)
    if end:
        lacks = without_feedback(lacks)
    else:
        end = ending_of(where, lacks)
    judging = _Judging(dossier, where, today, waivers, end)
    for rule in dossier.rulebook.rules.values():
        if (only is None or rule.id in only) and not judges_register(rule, dossier.rulebook):
            judging.judge(rule)
    judging.course(lacks, only)
    judging.excuses(only)
    report = judging.report()
    if only is None:
        besides = [*_remarks(dossier), *_version(dossier), *remarks, *wrong_days(dossier, today)]
        if end is None:
            besides += [*unanswered(dossier), *wrong_products(dossier), *unreviewed(dossier)]
            besides += unelected(dossier, {finding.path for finding in report.findings})
            besides += [*renamed(dossier), *lost_marks(report.standing)]
            besides += left_out_rows(dossier, report.findings)
            besides += past_plans(where, today, {finding.path for finding in report.findings})
        beside = beside_rules(report, today, waivers.get(ASKED_ALWAYS))
        report = report._replace(findings=(*besides, *beside.findings), waived=beside.waived)
        report = report._replace(findings=(*report.findings, *_decided_anyway(report)))
    return _told(report)


@dataclass(slots=True)
class _Judging:
    """The rules one after the other, and what has come of them so far."""

    dossier: Dossier
    where: Standing
    today: date
    waivers: Mapping[str, Waiver]
    end: Ending | Stopped | None
    findings: list[Finding] = field(default_factory=list)
    waived: list[Finding] = field(default_factory=list)
    active: list[Rule] = field(default_factory=list)
    upcoming: list[Rule] = field(default_factory=list)
    satisfied: set[str] = field(default_factory=set)
    lacking: tuple[Told, ...] = ()
    missing: list[tuple[Rule, Missing]] = field(default_factory=list)
    excused: list[Finding] = field(default_factory=list)
    happened: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.happened = happened(self.where)

    def judge(self, rule: Rule) -> None:
        """One rule: it does not apply, or is to come, or is met, waived, or broken."""
        scene = RuleView(self.dossier, self.where, rule, self.today)
        if self._is_moot(rule):
            return
        faults = self._faults(scene)
        self._note_missing(scene, faults)
        if faults is None:
            self._note_upcoming(scene)
            return
        self.active.append(rule)
        if not faults or _is_excused(rule, self.dossier):
            self.satisfied.add(rule.id)
            return
        found = [_finding(self.dossier, rule, fault) for fault in faults]
        self._take([one for one in found if self._is_told(one)], rule.waivable)

    def _faults(self, scene: RuleView) -> list[Fault] | None:
        """None where the rule does not apply, its time has not come, or there is nothing to judge."""
        if isinstance(self.end, Stopped) and scene.rule.id in self.end.asks:
            return judge_feedback(scene)
        come = scene.applies() and _has_come(scene.rule, self.where)
        return JUDGES[scene.rule.kind.word](scene) if come else None

    def _note_upcoming(self, scene: RuleView) -> None:
        if scene.applies() and not scene.rule.kind.compares:
            self.upcoming.append(scene.rule)

    def _note_missing(self, scene: RuleView, faults: list[Fault] | None) -> None:
        """What kept a rule from being judged, unless the dialogue has ended or somebody has said why
        the rule does not hold here.
        """
        rule = scene.rule
        excused = _is_excused(rule, self.dossier) or (rule.waivable and rule.id in self.waivers)
        if self.where.over or excused or not is_due(rule, self.dossier.rulebook, self.happened):
            return
        lacks = lacking(scene, faults)
        self.missing += [(rule, one) for one in lacks if not _is_unread(self.dossier, one.place)]

    def _take(self, found: Iterable[Finding], waivable: bool) -> None:
        """Findings, among those that a waiver excuses where one does."""
        for finding in found:
            waiver = self.waivers.get(finding.rule) if waivable else None
            (self.waived if waiver else self.findings).append(finding._replace(waiver=waiver))

    def _is_told_already(self, finding: Finding) -> bool:
        """Whether another rule of the same row has said it: that a table is empty which the one
        wants filled and the other wants more of.
        """
        row = row_of(finding.rule)
        return any(
            (row_of(one.rule), one.path, one.message) == (row, finding.path, finding.message)
            for one in (*self.findings, *self.waived)
        )

    def _is_moot(self, rule: Rule) -> bool:
        return self.end is not None and not self.end.concerns(rule)

    def _is_told(self, finding: Finding) -> bool:
        """Whether nothing else says it, nor the end of the dialogue makes it moot."""
        if self._is_told_already(finding) or gives_way(self.where, finding):
            return False
        return self.end is None or self.end.is_about(finding)

    def course(self, lacks: Iterable[Breach], only: Collection[str] | None) -> None:
        """What the engine itself finds in the course of the dialogue and in its decisions."""
        self.lacking = tuple(_readable(self.dossier, told(self.where, lacks, self.findings)))
        own = [*form_faults(self.where), *stop_findings(self.where)]
        own += withdrawn_told(self.dossier)
        if isinstance(self.end, Ending) and (last := end_told(self.end)):
            own.append(last)
        own_and_waivable = [(one, False) for one in own]
        told_here = (one for one in self.lacking if not one.by_rule)
        own_and_waivable += [(one.finding, one.waivable) for one in told_here]
        for finding, waivable in own_and_waivable:
            if only is None or finding.rule in only:
                self._take([finding], waivable)
                self._lend(finding.rule)

    def excuses(self, only: Collection[str] | None) -> None:
        """Answers that do not apply, where a rule asks for them. What is told of one already is not
        told again.
        """
        known = {finding.path for finding in self.findings if finding.severity is Severity.FEL}
        for excuse in judged(self.where, self.today):
            finding = excuse.finding
            rule = self.dossier.rulebook.rules.get(finding.rule)
            wanted = only is None or finding.rule in only
            if not wanted or (rule and self._is_moot(rule)):
                continue
            if excuse.stands:
                self.excused.append(finding)
            elif finding.path not in known:
                self._take([finding], excuse.waivable)
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
            self.today,
            tuple(self.findings),
            tuple(self.waived),
            tuple(self.active),
            tuple(self.upcoming),
            frozenset(self.satisfied),
            self.lacking,
            grouped(self.missing),
            tuple(self.excused),
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


def _readable(dossier: Dossier, found: Iterable[Told]) -> Iterator[Told]:
    return (one for one in found if not _is_unread(dossier, one.finding.place))


def _is_unread(dossier: Dossier, place: Place) -> bool:
    """Whether a file that cannot be read may hold what seems to be missing: that file, or one of
    its folder.
    """
    top = place.file.split("/")[0]
    return any(fault.place.file.split("/")[0] == top for fault in dossier.faults)


def _finding(dossier: Dossier, rule: Rule, fault: Fault) -> Finding:
    return Finding(
        rule.id,
        rule.severity,
        fault.message,
        fault.place,
        fault.path,
        rule.source,
        fault.remedy or remedy_in(dossier, fault.path, fault.place.file),
        subject=fault.subject,
    )


def _remarks(dossier: Dossier) -> Iterator[Finding]:
    """What the reader remarked on. It knows no commands for files of which there are several, nor
    for that of a stop.
    """
    for one in dossier.remarks:
        form = dossier.rulebook.forms.get(one.path.split(".")[0])
        of_its_own = form is not None and (form.items or form.id == STOP)
        if of_its_own and isinstance(one.remedy, Command):
            one = one._replace(remedy=remedy_in(dossier, one.path, one.place.file))
        yield one


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
        excused=tuple(sorted((one.discreet() for one in report.excused), key=key)),
    )


class _Order:
    """Files in the order of the process, then lines."""

    def __init__(self, dossier: Dossier) -> None:
        self._ranks = {form.file: rank for rank, form in enumerate(dossier.rulebook.forms.values())}

    def key(self, finding: Finding) -> tuple[int, Place, str]:
        top = finding.place.file.split("/")[0]
        return self._ranks.get(top, len(self._ranks)), finding.place, finding.rule


def basis_faults(report: Report, gate: Gate, file: str) -> list[Finding]:
    """What is wrong, of severity fel, in the basis of the decision in a file. A form that the rules
    want among it and that is not written yet is to be mended there, not in the decision.
    """
    faults = [one for one in for_gate(report, gate).findings if is_of_basis(one, file)]
    return [_where_it_is_mended(report, one, file) for one in faults]


def own_faults(report: Report, file: str) -> list[Finding]:
    """What is wrong in the decision itself. What is only asked for from a later moment on is not."""
    rules = report.dossier.rulebook.rules
    later = {id_ for id_, rule in rules.items() if rule.from_}
    passed_over = {UNANSWERED, ANYWAY, *later}
    own = [one for one in report.findings if one.place.file == file]
    return [
        one
        for one in own
        if one.severity is not Severity.UPPLYSNING and one.rule not in passed_over
    ]


def new_breaches(before: Report, after: Report, file: str) -> list[Finding]:
    """What the decision in a file makes wrong elsewhere: what came before it and should have come
    after, or rests on what was never decided.
    """
    known = {told.finding for told in before.course}
    return [
        told.finding
        for told in after.course
        if told.finding not in known and told.finding.place.file != file
    ]


def _where_it_is_mended(report: Report, finding: Finding, file: str) -> Finding:
    rulebook = report.dossier.rulebook
    if finding.place.file != file or finding.rule not in rulebook.rules:
        return finding
    for name in rulebook.rules[finding.rule].texts("values"):
        form = rulebook.forms.get(name)
        if form and not _is_begun(report.dossier, form):
            return finding._replace(place=Place(form.file), remedy=fill(form.id))
    return finding


def _is_begun(dossier: Dossier, form: Form) -> bool:
    """Whether anything is written in a form."""
    answers = [
        answer for file in dossier.files.get(form.id, ()) for answer in file.answers.values()
    ]
    return any(answer.given for answer in answers)
