"""Findings and faults as finished text, for those screens that are no values yet. Goes with the last
of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.model.finding import FileFault, Finding, remedy_text
from dialogcli.model.layout import WIDTH, block, glued, joined, wrapped
from dialogcli.model.screen import Command
from dialogcli.reports.faults import number_of_files


def finding_text(finding: Finding, width: int = WIDTH, folder: str = "") -> str:
    """One finding with its source and its remedy."""
    words = f"{finding.severity.word} {finding.rule}"
    sentence = wrapped(
        f"{glued(words)}: {finding.message} {glued(f'({finding.place})')}", width, 2, 4
    )
    rows = [("Källa:", str(finding.source))] if finding.source else []
    if finding.remedy:
        text = remedy_text(finding.remedy, folder)
        rows.append(("Åtgärd:", glued(text) if isinstance(finding.remedy, Command) else text))
    closing = block([(label.ljust(len("Åtgärd:")), text) for label, text in rows], width, 4)
    return joined(filter(None, [sentence, closing]))


def faults_text(faults: Sequence[FileFault], width: int = WIDTH) -> str:
    """Under one heading, each file with the line as it is and as it should be."""
    head = f"Filer som inte går att läsa: {number_of_files(faults)}"
    return joined([head, *(_fault(fault, width) for fault in faults)])


def _fault(fault: FileFault, width: int) -> str:
    head = wrapped(f"{fault.place.file}: {fault.message} {glued(f'({fault.place})')}", width, 2, 4)
    return joined([head, *(_note(label, text, width) for label, text in fault.notes)])


def _note(label: str, text: str, width: int) -> str:
    if not label:
        return wrapped(text, width, 4)
    return block([(f"{label}:".ljust(len("Raden är:")), text)], width, 4)
