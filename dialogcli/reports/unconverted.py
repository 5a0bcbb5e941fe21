"""Findings as finished text, for those screens that are no values yet. Goes with the last of them."""

from __future__ import annotations

from dialogcli.model.finding import Finding, remedy_text
from dialogcli.model.layout import WIDTH, block, glued, joined, wrapped
from dialogcli.model.screen import Command


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
