"""Findings under the titles of the forms they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dialogcli.checking.remedies import section_command
from dialogcli.checking.report import Report
from dialogcli.model.finding import Finding, Remedy, Severity
from dialogcli.model.screen import Command, Item, Kept, Line, Part, Tone, heading, line, rows
from dialogcli.reports.counts import counted
from dialogcli.reports.headings import file_title

NEIGHBOURS = 3
"""So many findings in a row with the same source print it once, after the last."""

_LABELS = len("Åtgärd:")
_TONES = {
    Severity.FEL: Tone.FAULT,
    Severity.VARNING: Tone.WARNING,
    Severity.UPPLYSNING: Tone.NOTE,
}


def findings_items(report: Report) -> Iterator[list[Item]]:
    """All findings, a paragraph for each file."""
    groups = groupby(report.findings, key=lambda one: file_title(report.dossier, one.place.file))
    for title, group in groups:
        findings = list(group)
        items: list[Item] = [heading(f"{title}: {counted(findings, zeros=False)}")]
        for run in _runs(findings):
            items += _run(run, report)
        yield items


def finding_items(finding: Finding) -> list[Item]:
    """One finding with its source and its remedy."""
    return [finding_line(finding), *_closing(finding, finding.remedy)]


def called(finding: Finding) -> Kept:
    """`Fel V-47:`, the first word in its colour."""
    word = finding.severity.word
    return Kept(f"{word} {finding.rule}:", _TONES[finding.severity], len(word))


def _run(run: Sequence[Finding], report: Report) -> Iterator[Item]:
    if len(run) < NEIGHBOURS:
        for finding in run:
            yield from finding_items(finding)
        return
    yield from map(finding_line, run)
    shared = {finding.remedy for finding in run}
    paths = [finding.path for finding in run]
    remedy = shared.pop() if len(shared) == 1 else section_command(report.dossier.rulebook, paths)
    yield from _closing(run[-1], remedy)


def _runs(findings: Sequence[Finding]) -> Iterator[Sequence[Finding]]:
    """Neighbours with the same source that are mended the same way."""
    groups = groupby(
        findings, key=lambda one: (one.source, _fills_a_section(one.remedy) or one.remedy)
    )
    return (list(run) for _, run in groups)


def _fills_a_section(remedy: Remedy) -> bool:
    return isinstance(remedy, Command) and remedy.verb == "fill" and bool(remedy.args)


def finding_line(finding: Finding) -> Line:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:88:1)`."""
    place = Kept(f"({finding.place})")
    return line(called(finding), f" {finding.message} ", place, indent=2, hang=4)


def _closing(finding: Finding, remedy: Remedy) -> list[Item]:
    """Who asks for it, and what mends it."""
    found: list[tuple[Part, Part]] = []
    if finding.source:
        found.append(("Källa:", str(finding.source)))
    if remedy:
        found.append(("Åtgärd:", remedy))
    return [rows(*found, indent=4, labels=_LABELS)] if found else []
