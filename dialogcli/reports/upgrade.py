"""What it means for a dossier to follow another version of its rulebook."""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.checking.report import Report, rows
from dialogcli.model.finding import Finding
from dialogcli.model.layout import WIDTH, block, glued, joined, paragraphs, wrapped
from dialogcli.reports.counts import counted
from dialogcli.reports.difference import difference
from dialogcli.reports.difference_text import duties
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Rule

PINNED = "regelverksversion"
"""The remark that another version is there: it goes away with the upgrade and is no news here."""


def upgrade_text(now: Report, then: Report, width: int = WIDTH) -> str:
    """The duties that differ, then what a check would say that it does not say now."""
    old, new = now.dossier.rulebook, then.dossier.rulebook
    follows = now.dossier.text("dossier.regelverksversion") or "ingen version"
    head = f"{new.organisation}: Dossiern följer version {follows}. Version {new.version} finns."
    if old.version == new.version:
        changes = [
            wrapped(
                f"Version {follows} finns inte här. Därför går det inte att visa vad som är ändrat.",
                width,
            )
        ]
    else:
        changes = list(duties(difference(old, new), width)) or ["Kraven är desamma."]
    return paragraphs(wrapped(head, width), *changes, _verdict(now, then, width))


def _verdict(now: Report, then: Report, width: int) -> str:
    """The two counts, and each finding and coming duty that only one of the two has."""
    before, after = _findings(now), _findings(then)
    lines = [
        f"Så här säger dialog check i dag: {counted(before)}.",
        f"Så här säger den med version {then.dossier.rulebook.version}: {counted(after)}.",
    ]
    return paragraphs(
        joined(wrapped(line, width) for line in lines),
        _listed("Tillkommer", _only_in(after, before), width),
        _listed("Försvinner", _only_in(before, after), width),
        _coming([rule for rule in then.upcoming if rule.id in _new(now, then)], then, width),
    )


def _new(now: Report, then: Report) -> set[str]:
    return set(rows(then.upcoming)) - set(rows((*now.upcoming, *now.active)))


def _findings(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule != PINNED]


def _only_in(these: Iterable[Finding], those: Iterable[Finding]) -> list[Finding]:
    known = {(one.rule, one.severity, one.message, one.place) for one in those}
    return [one for one in these if (one.rule, one.severity, one.message, one.place) not in known]


def _listed(heading: str, findings: list[Finding], width: int) -> str:
    lines = [
        wrapped(
            f"{one.severity.word} {one.rule}: {one.message} {glued(f'({one.place})')}", width, 2, 4
        )
        for one in findings
    ]
    return joined([f"{heading}: {len(findings)}", *lines]) if findings else ""


def _coming(rules: list[Rule], report: Report, width: int) -> str:
    if not rules:
        return ""
    titles = [(rule.id, rule_title(rule, report.dossier.rulebook)) for rule in rules]
    return f"Kommande krav som är nya: {len(rules)}\n{block(titles, width)}"
