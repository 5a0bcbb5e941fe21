"""What a check finds of a dossier once a file of it has another text."""

from __future__ import annotations

from datetime import date

from dialogcli.base.findings import Finding, Severity
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier


def new_faults(dossier: Dossier, name: str, text: str, today: date) -> list[Finding]:
    """What it finds that it did not find before, but for what is only told."""
    before = {(one.rule, one.path) for one in check(dossier, today).findings}
    changed = build_dossier(dossier.rulebook, {**dossier.texts, name: text})
    return [
        one
        for one in check(changed, today).findings
        if (one.rule, one.path) not in before and one.severity is not Severity.UPPLYSNING
    ]
