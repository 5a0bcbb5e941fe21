"""What a check says about a decision that is about to be entered: of its basis, and of itself."""

from __future__ import annotations

from dialogcli.checking.decisions import ANYWAY, UNANSWERED, is_of_basis
from dialogcli.checking.report import Report, for_gate
from dialogcli.dossier.model import Dossier
from dialogcli.model.commands import fill
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.place import Place
from dialogcli.rulebook.model import Form, Gate


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
    return any(answer.filled for answer in answers)
