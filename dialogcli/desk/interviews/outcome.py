"""The outcome of the scope test, as lines of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.report import Report
from dialogcli.interview.scope import SCOPE, ended_by, kept, refused, scope_end, scope_no
from dialogcli.model.commands import fill
from dialogcli.model.screen import Command, Line


def said_no(report: Report, paths: Sequence[str]) -> list[Line]:
    """Why it is no citizen dialogue and what to do instead; [] when nothing speaks against it.

    `paths` are the questions of the test.
    """
    dossier = report.dossier
    if findings := refused(dossier, report.findings, paths):
        change = _change(findings[0].path)
        return [*scope_no(dossier.rulebook, findings, change), kept(dossier.rulebook)]
    if path := ended_by(dossier, paths):
        return [*scope_end(dossier, path, _change(path)), kept(dossier.rulebook)]
    return []


def _change(path: str) -> Command:
    return fill(SCOPE if path.startswith(f"{SCOPE}.") else path)
