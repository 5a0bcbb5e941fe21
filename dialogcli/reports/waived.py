"""Requirements that are waived in writing: shown every time, with reason, who and when."""

from __future__ import annotations

from dialogcli.checking.report import Report
from dialogcli.model.finding import Finding, Waiver
from dialogcli.model.layout import WIDTH, block, glued, joined, wrapped
from dialogcli.reports.headings import day_in_words


def waived_text(report: Report, width: int = WIDTH) -> str:
    """Each waived rule once, or nothing."""
    waived = {finding.rule: finding for finding in report.waived}
    if not waived:
        return ""
    return joined(
        [f"Undantag: {len(waived)}", *(_rule(report, one, width) for one in waived.values())]
    )


def _rule(report: Report, finding: Finding, width: int) -> str:
    rule = report.dossier.rulebook.rules.get(finding.rule)
    says = rule.says.rstrip(".") if rule else finding.message
    lines = [wrapped(f"{finding.rule}: {says}", width, 2, 4)]
    if finding.waiver:
        lines.append(block(_why(finding.waiver), width, 4))
    return joined(lines)


def _why(waiver: Waiver) -> list[tuple[str, str]]:
    by = f"{waiver.by}, {day_in_words(waiver.day)} {glued(f'({waiver.place})')}"
    return [("Skäl:".ljust(7), waiver.reason), ("Av:".ljust(7), by)]
