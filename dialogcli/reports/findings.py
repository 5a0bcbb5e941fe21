"""Findings as text, under the titles of the forms they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from dialogcli.checking.remedies import section_command
from dialogcli.checking.report import Report
from dialogcli.model.finding import Finding, Remedy, remedy_text
from dialogcli.model.layout import WIDTH, block, glued, joined, paragraphs, wrapped
from dialogcli.model.screen import Command
from dialogcli.reports.counts import counted
from dialogcli.reports.headings import file_title

NEIGHBOURS = 3
"""So many findings in a row with the same source print it once, after the last."""


def findings_text(report: Report, width: int = WIDTH, folder: str = "") -> str:
    """All findings, a block for each file."""
    groups = groupby(
        report.findings, key=lambda finding: file_title(report.dossier, finding.place.file)
    )
    return paragraphs(
        *(_group(title, list(findings), report, width, folder) for title, findings in groups)
    )


def finding_text(finding: Finding, width: int = WIDTH, folder: str = "") -> str:
    """One finding with its source and its remedy."""
    return joined(
        filter(None, [_sentence(finding, width), _closing(finding, finding.remedy, width, folder)])
    )


def _group(title: str, findings: Sequence[Finding], report: Report, width: int, folder: str) -> str:
    return joined(
        [
            wrapped(f"{title}: {counted(findings, zeros=False)}", width),
            *(joined(_lines(run, report, width, folder)) for run in _runs(findings)),
        ]
    )


def _lines(run: Sequence[Finding], report: Report, width: int, folder: str) -> Iterator[str]:
    if len(run) < NEIGHBOURS:
        yield from (finding_text(finding, width, folder) for finding in run)
        return
    yield from (_sentence(finding, width) for finding in run)
    shared = {finding.remedy for finding in run}
    paths = [finding.path for finding in run]
    remedy = shared.pop() if len(shared) == 1 else section_command(report.dossier.rulebook, paths)
    yield _closing(run[-1], remedy, width, folder)


def _runs(findings: Sequence[Finding]) -> Iterator[Sequence[Finding]]:
    """Neighbours with the same source that are mended the same way."""
    yield from _grouped(
        findings, lambda one: (one.source, _fills_a_section(one.remedy) or one.remedy)
    )


def _grouped(
    findings: Iterable[Finding], key: Callable[[Finding], object]
) -> Iterator[Sequence[Finding]]:
    return (list(run) for _, run in groupby(findings, key=key))


def _fills_a_section(remedy: Remedy) -> bool:
    return isinstance(remedy, Command) and remedy.verb == "fill" and bool(remedy.args)


def _sentence(finding: Finding, width: int) -> str:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:88:1)`."""
    words = f"{finding.severity.word} {finding.rule}"
    return wrapped(f"{glued(words)}: {finding.message} {glued(f'({finding.place})')}", width, 2, 4)


def _closing(finding: Finding, remedy: Remedy, width: int, folder: str) -> str:
    rows = [("Källa:", str(finding.source))] if finding.source else []
    if remedy:
        text = remedy_text(remedy, folder)
        rows.append(("Åtgärd:", glued(text) if isinstance(remedy, Command) else text))
    return block([(label.ljust(len("Åtgärd:")), text) for label, text in rows], width, 4)
