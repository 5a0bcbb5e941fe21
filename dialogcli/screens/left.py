"""What is left towards the next decision: the questions that somebody must answer, and what else is
wrong.
"""

from __future__ import annotations

from typing import NamedTuple

from dialogcli.base.findings import Finding, Severity
from dialogcli.checking.survey import Outlook
from dialogcli.interview.chapters import chapters


class Left(NamedTuple):
    """`questions` are paths, each once; `faults` the findings of severity fel that no answer to a
    question mends.
    """

    questions: tuple[str, ...]
    faults: tuple[Finding, ...]


def left(look: Outlook) -> Left:
    """What is left now, in the order of the check."""
    asked = [path for chapter in chapters(look.dossier.rulebook) for path in chapter.paths]
    questions: dict[str, None] = {}
    faults: list[Finding] = []
    for finding in look.left:
        if finding.severity is not Severity.FEL:
            continue
        path = _question(finding, look, asked)
        if path:
            questions[path] = None
        else:
            faults.append(finding)
    return Left(tuple(questions), tuple(faults))


def _question(finding: Finding, look: Outlook, asked: list[str]) -> str:
    """The path of the question that a finding asks for; '' for one that compares answers, or is
    about something else.
    """
    rule = look.dossier.rulebook.rules.get(finding.rule)
    if rule is None or rule.kind.compares:
        return ""
    return next((path for path in asked if f"{finding.path}.".startswith(f"{path}.")), "")
