"""What a check says about a decision that is about to be entered: of its basis, and of itself."""

from __future__ import annotations

from dialogcli.checking.decisions import ANYWAY, UNANSWERED, is_of_basis
from dialogcli.checking.report import Report, for_gate
from dialogcli.model.commands import fill
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.place import Place
from dialogcli.rulebook.model import Gate


def basis_faults(report: Report, gate: Gate, file: str) -> list[Finding]:
    """What is wrong, of severity fel, in the basis of the decision in a file. A form that the rules
    want among it and that is not written yet is to be mended there, not in the decision.
    """
    return [
        _where_it_is_mended(report, one) if one.place.file == file else one
        for one in for_gate(report, gate).findings
        if is_of_basis(one, file)
    ]


def own_faults(report: Report, file: str) -> list[Finding]:
    """What is wrong in the decision itself. What is only asked for from a later moment on is not."""
    rules = report.dossier.rulebook.rules
    return [
        one
        for one in report.findings
        if one.place.file == file
        and one.severity is not Severity.UPPLYSNING
        and one.rule not in (UNANSWERED, ANYWAY)
        and not (one.rule in rules and rules[one.rule].from_)
    ]


def _where_it_is_mended(report: Report, finding: Finding) -> Finding:
    rulebook = report.dossier.rulebook
    files = report.dossier.files
    wanted = rulebook.rules[finding.rule].texts("values") if finding.rule in rulebook.rules else ()
    for form in filter(None, map(rulebook.forms.get, wanted)):
        if not any(
            answer.filled for one in files.get(form.id, ()) for answer in one.answers.values()
        ):
            return finding._replace(place=Place(form.file), remedy=fill(form.id))
    return finding
