"""Figures with their words: `2 fel, 1 varning, 0 upplysningar`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dialogcli.model.finding import Severity
from dialogcli.model.words import count

_WORDS = {
    Severity.FEL: ("fel", "fel"),
    Severity.VARNING: ("varning", "varningar"),
    Severity.UPPLYSNING: ("upplysning", "upplysningar"),
}


class Weighed(Protocol):
    """A finding, or a remark about something else than a dossier."""

    @property
    def severity(self) -> Severity: ...


def per_severity(findings: Iterable[Weighed]) -> dict[Severity, int]:
    """How many findings there are of each severity, the heaviest first."""
    severities = [finding.severity for finding in findings]
    return {severity: severities.count(severity) for severity in Severity}


def counted(findings: Iterable[Weighed], zeros: bool = True) -> str:
    """`2 fel, 1 varning, 0 upplysningar`; without `zeros` only what there is."""
    numbers = per_severity(findings).items()
    return ", ".join(
        count(number, *_WORDS[severity]) for severity, number in numbers if number or zeros
    )


def requirements(number: int) -> str:
    """`35 krav är kontrollerade`."""
    return f"{number} krav är {'kontrollerat' if number == 1 else 'kontrollerade'}"
