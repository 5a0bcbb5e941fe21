"""The report of `dialog check` as text."""

from __future__ import annotations

from dialogcli.checking.decisions import UNANSWERED
from dialogcli.checking.report import Report, obligations, rows
from dialogcli.model.finding import Severity
from dialogcli.model.layout import WIDTH, command, joined, paragraphs, wrapped
from dialogcli.model.words import count
from dialogcli.process.deciders import authority
from dialogcli.reports.counts import counted, requirements
from dialogcli.reports.faults import faults_text
from dialogcli.reports.findings import findings_text
from dialogcli.reports.headings import report_head
from dialogcli.reports.upcoming import upcoming_text
from dialogcli.reports.waived import waived_text
from dialogcli.rulebook.model import Gate

MANY = 10
"""With more findings than this the report says where to begin."""


def text_report(
    report: Report, width: int = WIDTH, folder: str = "", upcoming: bool = False
) -> str:
    """All of a report. `folder` is what was typed on the command line, and stands in every command
    printed.

    With files that cannot be read there are no closing lines: what to do then is the command's own
    stop.
    """
    coming = upcoming_text(report, width) if upcoming else ""
    parts = [
        report_head(report.standing, width),
        _unread(report, width),
        findings_text(report, width, folder),
        waived_text(report, width),
    ]
    if report.dossier.faults:
        return paragraphs(*parts, coming)
    if report.findings:
        return paragraphs(*parts, coming, _closing(report, width, folder))
    return paragraphs(*parts, _clean(report, width, folder, hint=not upcoming), coming)


def gate_report(report: Report, gate: Gate, width: int = WIDTH, folder: str = "") -> str:
    """The report on the basis of one decision; `report` is already cut down to it."""
    decides = str(authority(gate, report.dossier))
    heading = f"Underlag för {gate.name}" + (f" ({decides})" if decides else "")
    return paragraphs(
        report_head(report.standing, width),
        _unread(report, width),
        wrapped(heading, width),
        findings_text(report, width, folder),
        waived_text(report, width),
        wrapped(_basis(report, gate, folder), width),
    )


def others_read(report: Report) -> str:
    """`De andra 4 filerna: 0 fel, ...`, or nothing when no other file could be read."""
    number = sum(file.present for files in report.dossier.files.values() for file in files)
    which = "Den andra filen" if number == 1 else f"De andra {number} filerna"
    return f"{which}: {counted(report.findings)}." if number else ""


def _unread(report: Report, width: int) -> str:
    return faults_text(report.dossier.faults, width) if report.dossier.faults else ""


def _clean(report: Report, width: int, folder: str, hint: bool) -> str:
    lines = [
        f"Klart: {_sum(report)}. {requirements(report.checked)}.",
        "Dossiern uppfyller regelverkets formkrav i det här steget.",
    ]
    number = len(rows(report.upcoming))
    if number and hint:
        lines.append(f"Kommande krav: {number}. Se dem: {command('check --upcoming', folder)}")
    return joined(wrapped(line, width) for line in lines)


def _closing(report: Report, width: int, folder: str) -> str:
    """The sum, and what to do now."""
    many = len(report.findings) > MANY
    lines = [
        f"{len(report.findings)} anmärkningar i {_files(report)}: {_sum(report)}."
        if many
        else f"{_sum(report)}."
    ]
    if many:
        lines.append(f"Börja med den första: {command('fill', folder)}")
    elif errors := report.number_of(Severity.FEL):
        lines.append(_deadline(report, "felet" if errors == 1 else "felen", folder))
    return joined(wrapped(line, width) for line in lines)


def _deadline(report: Report, errors: str, folder: str) -> str:
    gate = report.standing.next_gate
    if gate is None:
        return f"Åtgärda {errors} och kör sedan {command('check', folder)}"
    _, day = report.standing.planned(gate)
    return (
        f"Åtgärda {errors} före {day.in_words} ({gate.name})."
        if day
        else f"Åtgärda {errors} före {gate.name}."
    )


def _basis(report: Report, gate: Gate, folder: str) -> str:
    """Whether what must be in place before the decision is there."""
    if not report.active and report.upcoming:
        return f"Kraven inför beslutet är kommande. Se dem: {command('check --upcoming', folder)}"
    counted_rules = obligations(report, gate)
    wanted = rows(counted_rules)
    faulty = rows(rule for rule in counted_rules if rule.id not in report.satisfied)
    complete = "inte " if report.number_of(Severity.FEL) or report.dossier.faults else ""
    points = sum(finding.rule == UNANSWERED for finding in report.findings)
    unanswered = f", {count(points, 'punkt', 'punkter')} saknar svar" if points else ""
    return (
        f"Underlaget är {complete}komplett: {len(wanted) - len(faulty)} av {len(wanted)} krav är uppfyllda"
        f"{unanswered}{_waivers(report)}."
    )


def _sum(report: Report) -> str:
    return counted(report.findings) + _waivers(report)


def _waivers(report: Report) -> str:
    number = len({finding.rule for finding in report.waived})
    return f", {number} undantag" if number else ""


def _files(report: Report) -> str:
    return count(len({finding.place.file for finding in report.findings}), "fil", "filer")
