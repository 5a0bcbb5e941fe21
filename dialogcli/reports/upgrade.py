"""What it means for a dossier to follow another version of its rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogcli.checking.report import Report
from dialogcli.checking.report import rows as requirement_rows
from dialogcli.model.finding import Finding
from dialogcli.model.screen import Item, Line, Screen, heading, line, rows, screen
from dialogcli.reports.counts import counted
from dialogcli.reports.difference import difference
from dialogcli.reports.difference_text import difference_items
from dialogcli.reports.findings import finding_line
from dialogcli.reports.titles import rule_title

PINNED = "regelverksversion"
"""The remark that another version is there: it goes away with the upgrade and is no news here."""


def upgrade_screen(now: Report, then: Report) -> Screen:
    """The requirements that differ, then what a check would say that it does not say now."""
    new = then.dossier.rulebook
    follows = now.dossier.text("dossier.regelverksversion") or "ingen version"
    before, after = _findings(now), _findings(then)
    return screen(
        line(
            f"{new.organisation}: Dossiern följer version {follows}. Version {new.version} finns."
        ),
        *_changes(now, then, follows),
        [
            line(f"Så här säger dialog check i dag: {counted(before)}."),
            line(f"Så här säger den med version {new.version}: {counted(after)}."),
        ],
        _listed("Tillkommer", _only_in(after, before)),
        _listed("Försvinner", _only_in(before, after)),
        _coming(now, then),
    )


def _changes(now: Report, then: Report, follows: str) -> list[list[Item]]:
    old, new = now.dossier.rulebook, then.dossier.rulebook
    if old.version == new.version:
        said = f"Version {follows} finns inte här. Därför går det inte att visa vad som är ändrat."
        return [[line(said)]]
    return list(difference_items(difference(old, new))) or [[line("Kraven är desamma.")]]


def _findings(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule != PINNED]


def _only_in(these: Iterable[Finding], those: Iterable[Finding]) -> list[Finding]:
    known = {(one.rule, one.severity, one.message, one.place) for one in those}
    return [one for one in these if (one.rule, one.severity, one.message, one.place) not in known]


def _listed(title: str, findings: list[Finding]) -> Iterator[Line]:
    if findings:
        yield heading(f"{title}: {len(findings)}")
        yield from map(finding_line, findings)


def _coming(now: Report, then: Report) -> Iterator[Item]:
    """What will be asked for later, and is neither asked for nor coming now."""
    known = requirement_rows((*now.upcoming, *now.active))
    new = set(requirement_rows(then.upcoming)) - set(known)
    rules = [rule for rule in then.upcoming if rule.id in new]
    if rules:
        yield heading(f"Kommande krav som är nya: {len(rules)}")
        yield rows(*((rule.id, rule_title(rule, then.dossier.rulebook)) for rule in rules))
