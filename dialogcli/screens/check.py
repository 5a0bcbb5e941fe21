"""The screens of `dialog check`."""

from __future__ import annotations

from dialogcli.base.commands import check
from dialogcli.base.findings import Severity
from dialogcli.base.screen import Kept, Line, Screen, Tone, line, screen
from dialogcli.base.words import count
from dialogcli.checking.report import UNANSWERED, Report, obligations
from dialogcli.checking.report import report_rows as requirement_rows
from dialogcli.checking.unjudged import number_of as number_unjudged
from dialogcli.process.deciders import authority
from dialogcli.rulebook.model import Gate
from dialogcli.screens.findings import (
    counted,
    faults_items,
    findings_items,
    report_head,
    requirements_counted,
    unjudged_items,
)
from dialogcli.screens.next_step import NextStep, next_line
from dialogcli.screens.requirements import excused_items, upcoming_items, waived_items

MANY = 10
"""With more findings than this the report says how many there are in how many files."""


def check_screen(report: Report, then: NextStep, upcoming: bool = False) -> Screen:
    """All of a report, and what comes next.

    With files that cannot be read there are no closing lines: what to do then is the command's own
    stop.
    """
    coming = list(upcoming_items(report)) if upcoming else []
    found = [
        report_head(report.standing),
        faults_items(report.dossier.faults),
        *findings_items(report),
        waived_items(report),
        excused_items(report),
        unjudged_items(report),
    ]
    if report.dossier.faults:
        return screen(*found, *coming)
    if report.findings:
        return screen(*found, *coming, [*_closing(report), next_line(then)])
    if upcoming:
        return screen(*found, _clean(report, hint=False), *coming, next_line(then))
    return screen(*found, [*_clean(report, hint=True), next_line(then)])


def gate_screen(report: Report, gate: Gate, then: NextStep) -> Screen:
    """The report on the basis of one decision; `report` is already cut down to it."""
    decides = str(authority(gate, report.dossier))
    return screen(
        report_head(report.standing),
        faults_items(report.dossier.faults),
        line(f"Underlag för {gate.name}" + (f" ({decides})" if decides else "")),
        *findings_items(report),
        waived_items(report),
        excused_items(report),
        unjudged_items(report),
        [_basis(report, gate), *([] if report.dossier.faults else [next_line(then)])],
    )


def others_read(report: Report) -> str:
    """`De andra 4 filerna: 0 fel, ...`, or nothing when no other file could be read."""
    number = sum(file.present for files in report.dossier.files.values() for file in files)
    which = "Den andra filen" if number == 1 else f"De andra {number} filerna"
    return f"{which}: {counted(report.findings)}." if number else ""


def _clean(report: Report, hint: bool) -> list[Line]:
    """Nothing was found. It is only well when everything could be judged."""
    said = f"{_sum(report)}. {requirements_counted(report.checked)}."
    lines = [line(said)]
    if not report.unjudged:
        lines = [
            line(Kept("Klart", Tone.GOOD), f": {said}"),
            line("Alla krav som går att pröva här är uppfyllda."),
        ]
    number = len(requirement_rows(report.upcoming))
    if number and hint:
        lines.append(line(f"Kommande krav: {number}. Se dem: ", check(upcoming=True)))
    return lines


def _closing(report: Report) -> list[Line]:
    """The sum, and what to do now."""
    number = len(report.findings)
    if number > MANY:
        files = len({finding.place.file for finding in report.findings})
        return [line(f"{number} anmärkningar i {count(files, 'fil', 'filer')}: {_sum(report)}.")]
    lines = [line(f"{_sum(report)}.")]
    if errors := report.number_of(Severity.FEL):
        lines.append(_deadline(report, "felet" if errors == 1 else "felen"))
    return lines


def _deadline(report: Report, errors: str) -> Line:
    gate = report.standing.next_gate
    if gate is None:
        return line(f"Åtgärda {errors} och kör sedan ", check())
    _, day = report.standing.planned(gate)
    if day and day.last >= report.today:
        return line(f"Åtgärda {errors} före {day.in_words} ({gate.name}).")
    return line(f"Åtgärda {errors} före {gate.name}.")


def _basis(report: Report, gate: Gate) -> Line:
    """Whether what must be in place before the decision is there."""
    if not report.active and report.upcoming:
        return line("Kraven inför beslutet är kommande. Se dem: ", check(upcoming=True))
    counted_rules = obligations(report, gate)
    wanted = requirement_rows(counted_rules)
    faulty = requirement_rows(rule for rule in counted_rules if rule.id not in report.satisfied)
    complete = "inte " if report.number_of(Severity.FEL) or report.dossier.faults else ""
    points = sum(finding.rule == UNANSWERED for finding in report.findings)
    unanswered = f", {count(points, 'punkt', 'punkter')} saknar svar" if points else ""
    return line(
        f"Underlaget är {complete}komplett: {len(wanted) - len(faulty)} av {len(wanted)} krav är uppfyllda"
        f"{unanswered}{_unjudged(report)}{_waivers(report)}."
    )


def _unjudged(report: Report) -> str:
    number = number_unjudged(report.left_unjudged)
    return f", {number} kunde inte prövas" if number else ""


def _sum(report: Report) -> str:
    return counted(report.findings) + _waivers(report)


def _waivers(report: Report) -> str:
    number = len({finding.rule for finding in report.waived})
    waived = f", {number} undantag" if number else ""
    return waived + (f", {len(report.excused)} ej tillämpligt" if report.excused else "")
