"""Requirements whose moment has not come, under the moment at which they will be asked for."""

from __future__ import annotations

from itertools import groupby

from dialogcli.checking.engine import Report, rows
from dialogcli.model.layout import WIDTH, block, joined, paragraphs
from dialogcli.process.standing import Standing
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Gate, Rule

SESSIONS = "genomförande"
"""The reserved step in which the sessions are held."""


def upcoming_text(report: Report, width: int = WIDTH) -> str:
    """All of them, in the order of the process."""
    number = len(rows(report.upcoming))
    if not number:
        return "Kommande krav: 0."
    order = {entry: rank for rank, entry in enumerate(report.dossier.rulebook.entries)}
    rules = sorted(report.upcoming, key=lambda rule: (order.get(_entry(rule), len(order)), not rule.before))
    moments = [_moment(heading, list(group), report, width)
               for heading, group in groupby(rules, key=lambda rule: moment(rule, report.standing))]
    return joined([f"Kommande krav: {number}. Inget behöver göras åt dem nu.", paragraphs(*moments)])


def moment(rule: Rule, standing: Standing) -> str:
    """When a rule is asked for: `Före 24 november 2027 (Beslut i sakfrågan)`, `Före första tillfället`."""
    entry = standing.dossier.rulebook.entries.get(_entry(rule))
    if entry is None:
        return "När det finns något att pröva"
    when = "Före" if rule.before else "Från"
    if isinstance(entry, Gate):
        _, day = standing.planned(entry)
        return f"{when} {day.in_words} ({entry.name})" if day else f"{when} beslutet: {entry.name}"
    if entry.id == SESSIONS:
        return "Före första tillfället" if rule.before else "Vid varje tillfälle"
    return f"{when} steget: {entry.name}"


def _moment(heading: str, rules: list[Rule], report: Report, width: int) -> str:
    column = max(len(rule.id) for rule in rules) + 1
    texts = [(rule.id.ljust(column), rule_title(rule, report.dossier.rulebook)) for rule in rules]
    return f"  {heading}\n{block(texts, width, 4)}"


def _entry(rule: Rule) -> str:
    return rule.before or rule.from_
