"""What a check found, the part of it that concerns one decision, written exceptions from single
rules, and what every rulebook has in common about decisions: a matter that was sent back is
answered point by point, and a decision on an incomplete basis keeps its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import check, fill, set_waiver
from dialogcli.base.findings import Finding, Place, Severity, Waiver
from dialogcli.base.personal_data import ASKED_ALWAYS
from dialogcli.base.words import did_you_mean, listed
from dialogcli.checking.spine import WAIVABLE, Told
from dialogcli.checking.unjudged import Unjudged, not_told_yet, of_rules
from dialogcli.dossier.copies import COPY
from dialogcli.dossier.left_out import why_not
from dialogcli.dossier.model import BASIS, INCOMPLETE, Dossier, FormFile
from dialogcli.process.course import open_points, reference
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import REFERRAL, WAIVERS, Gate, Rule

UNANSWERED = "obesvarad-punkt"
ANYWAY = "beslutat-ändå"


def unanswered(dossier: Dossier) -> Iterator[Finding]:
    """A fel for each point without an answer: the organ itself has asked for it. Placed where the
    point stands.
    """
    for point in open_points(dossier):
        message = (
            f"{point.gate.name}{reference(point.decision)}: punkt {point.number} har inget svar: "
            f"{point.text.rstrip('.')}."
        )
        yield Finding(
            UNANSWERED,
            Severity.FEL,
            message,
            point.answer.place,
            point.answer.path,
            remedy=fill(REFERRAL),
        )


def stands_before(finding: Finding, gate: Gate) -> bool:
    """Whether it is a point that this gate has put."""
    return finding.rule == UNANSWERED and finding.path.split(".")[1] == gate.id


def is_of_basis(finding: Finding, file: str) -> bool:
    """Whether it is a fel in what a decision rests on, not in how the decision in `file` is
    written.
    """
    rests = finding.path.split(".")[2:3] == [BASIS]
    return finding.severity is Severity.FEL and (finding.place.file != file or rests)


def decided_anyway(gate: Gate, decision: FormFile, basis: Iterable[Finding]) -> Iterator[Finding]:
    """An upplysning with the reason, as long as a fel of the basis remains."""
    reason = decision.answers.get(INCOMPLETE)
    left = list(dict.fromkeys(one.rule for one in basis if is_of_basis(one, decision.file)))
    if reason and reason.filled and left:
        why = " ".join(reason.text.split()).rstrip(".")
        message = (
            f"{gate.name}{reference(decision)}: beslutat innan underlaget var komplett. "
            f"Det gäller {listed(left)}. Skäl: {why}."
        )
        yield Finding(
            ANYWAY,
            Severity.UPPLYSNING,
            message,
            reason.place,
            reason.path,
            remedy=check(gate.word),
        )


class Report(NamedTuple):
    """What a check found on a day. `findings` and `waived` are in the order of the process, then by place.

    `excused`: a finding with its waiver for each answer that a rule asks for and that does not
    apply. `active` are the rules that had something to judge, `upcoming` those whose moment has not
    come; `course` what has happened without what it needs (a part of the findings); `unjudged` those
    that should have been judged and could not be, also where a finding tells of the missing answer;
    `satisfied` the ids of active rules without a fault (a waived one is not satisfied, but does not
    count as a fault either).
    """

    dossier: Dossier
    standing: Standing
    today: date
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    active: tuple[Rule, ...]
    upcoming: tuple[Rule, ...]
    satisfied: frozenset[str]
    course: tuple[Told, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    excused: tuple[Finding, ...] = ()

    @property
    def checked(self) -> int:
        """How many requirements were checked: `V-34a` and `V-34b` are one."""
        return len(report_rows(self.active))

    @property
    def left_unjudged(self) -> list[Unjudged]:
        """What could not be judged, as far as no finding tells of the missing answer."""
        return not_told_yet(self.unjudged, self.findings)

    def number_of(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


def report_rows(rules: Iterable[Rule]) -> list[str]:
    """The requirement rows that rules answer, each once."""
    return list(dict.fromkeys(rule.row for rule in rules))


def for_gate(report: Report, gate: Gate) -> Report:
    """The same report cut down to one gate: what must be in place before it, and all that is wrong
    in what it adopts.
    """
    wanted = {rule.id for rule in report.active if _is_for(rule, gate)}
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
        excused=tuple(filter(concerns, report.excused)),
        active=tuple(rule for rule in report.active if rule.id in wanted),
        upcoming=tuple(rule for rule in report.upcoming if rule.before == gate.id),
        satisfied=report.satisfied & wanted,
        unjudged=of_rules(report.unjudged, lambda rule: _is_for(rules[rule], gate)),
    )


def stops_every_document(finding: Finding) -> bool:
    """Whether nothing may be final while it stands, whichever decision a document is for: what is
    told twice, and what must not be told at all.
    """
    return finding.severity is Severity.FEL and finding.rule in (COPY, ASKED_ALWAYS)


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


def _is_for(rule: Rule, gate: Gate) -> bool:
    return rule.before == gate.id or _judges_adopted(rule, gate)


def _judges_adopted(rule: Rule, gate: Gate) -> bool:
    """Whether a rule without a moment judges a form that the gate adopts."""
    return not (rule.before or rule.from_) and any(
        _form(path) in gate.adopts for path in rule.fields
    )


def _form(path: str) -> str:
    return path.split(".")[0]


def written_waivers(dossier: Dossier) -> tuple[dict[str, Waiver], list[Finding]]:
    """The waivers that count, by rule id, and remarks on those that do not."""
    waivers: dict[str, Waiver] = {}
    remarks: list[Finding] = []
    for file in dossier.files.get(WAIVERS, ()):
        problem = next(_problems(dossier, file), None)
        if problem:
            remarks.append(problem)
        else:
            texts = {name: answer.text for name, answer in file.answers.items()}
            waivers[file.key] = Waiver(texts["skäl"], texts["av"], texts["datum"], Place(file.file))
    return waivers, remarks


def _problems(dossier: Dossier, file: FormFile) -> Iterator[Finding]:
    rule = dossier.rulebook.rules.get(file.key)
    missing = [
        answer
        for name, answer in file.answers.items()
        if name in ("skäl", "av", "datum") and not answer.filled
    ]
    of_the_engine = (*WAIVABLE, ASKED_ALWAYS)
    if rule is None and file.key not in of_the_engine:
        known = did_you_mean(file.key, [*dossier.rulebook.rules, *of_the_engine])
        yield _remark(file, f"Regeln {file.key} finns inte i regelverket.{known}")
    elif rule and not rule.waivable:
        yield _remark(file, f"Från {file.key} går det inte att göra undantag.")
    if missing:
        labels = listed(answer.field.label for answer in missing)
        subject = f"Undantaget från {file.key} gäller inte. {labels}"
        why = next(filter(None, map(why_not, missing)), "")
        yield _remark(file, f"{subject} saknas. {why}".rstrip(), subject)


def _remark(file: FormFile, message: str, subject: str = "") -> Finding:
    return Finding(
        WAIVERS,
        Severity.VARNING,
        message,
        Place(file.file),
        f"{WAIVERS}.{file.key}",
        remedy=set_waiver(file.key),
        subject=subject,
    )
