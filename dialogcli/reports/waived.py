"""Requirements that are waived in writing: shown every time, with reason, who and when."""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.checking.report import Report
from dialogcli.model.finding import Waiver
from dialogcli.model.screen import Item, Kept, Rows, heading, line, rows
from dialogcli.reports.headings import day_in_words


def waived_items(report: Report) -> Iterator[Item]:
    """Each waived rule once, or nothing."""
    waived = {finding.rule: finding for finding in report.waived}
    if waived:
        yield heading(f"Undantag: {len(waived)}")
    for finding in waived.values():
        rule = report.dossier.rulebook.rules.get(finding.rule)
        says = rule.says.rstrip(".") if rule else finding.message
        yield line(f"{finding.rule}: {says}", indent=2, hang=4)
        if finding.waiver:
            yield _why(finding.waiver)


def _why(waiver: Waiver) -> Rows:
    by = (f"{waiver.by}, {day_in_words(waiver.day)} ", Kept(f"({waiver.place})"))
    return rows(("Skäl:", waiver.reason), ("Av:", by), indent=4, labels=7)
