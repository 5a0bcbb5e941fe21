"""The outcome of the scope test, as lines of a screen."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.report import Report
from dialogcli.interview.scope import SCOPE, ended_by, kept, refused, scope_end, scope_no
from dialogcli.model.layout import command


def said_no(report: Report, paths: Sequence[str], folder: str) -> list[str]:
    """Why it is no citizen dialogue and what to do instead; [] when nothing speaks against it.

    `paths` are the questions of the test, `folder` what the command that changes the answer has to
    name.
    """
    dossier = report.dossier
    if findings := refused(dossier, report.findings, paths):
        change = _change(findings[0].path, folder)
        return [*scope_no(dossier.rulebook, findings, change), kept(dossier.rulebook)]
    if path := ended_by(dossier, paths):
        return [*scope_end(dossier, path, _change(path, folder)), kept(dossier.rulebook)]
    return []


def _change(path: str, folder: str) -> str:
    return command(f"fill --section {SCOPE if path.startswith(f'{SCOPE}.') else path}", folder)
