"""The scope test: is this a citizen dialogue at all? The answer, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.dossier.model import Dossier
from dialogcli.model.finding import Finding
from dialogcli.model.words import count
from dialogcli.rulebook.model import Rulebook

SCOPE = "prövning"
"""The form that holds the test, in rulebooks that have one."""

JUDGES = ("forbidden", "one_of")
"""The kinds of rules that say what lies outside the policy."""


def scope_findings(dossier: Dossier, findings: Iterable[Finding]) -> list[Finding]:
    """Those findings about an answer that put the matter outside the policy."""
    rules = dossier.rulebook.rules
    return [finding for finding in findings if finding.path.startswith(f"{SCOPE}.")
            and finding.rule in rules and rules[finding.rule].kind in JUDGES
            and (answer := dossier.answer(finding.path)) and answer.filled]


def scope_yes(rulebook: Rulebook) -> str:
    """What can be said when nothing speaks against it. "Kan vara", since only the scope was tested."""
    source = rulebook.main_source
    return f"Ja, det här kan vara en medborgardialog enligt {source.short or source.title}."


def scope_no(findings: Iterable[Finding]) -> list[str]:
    """Each reason why not, with the document that says so."""
    return [line for finding in findings
            for line in (f"Nej. {finding.message}", f"  Källa: {finding.rule}, {finding.source}")]


def scope_heading(number: int) -> str:
    """`Är det här en medborgardialog? 2 frågor avgör.`"""
    return f"Är det här en medborgardialog? {count(number, 'fråga', 'frågor')} avgör."
