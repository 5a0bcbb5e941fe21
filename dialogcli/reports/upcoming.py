"""Requirements whose moment has not come, under the moment at which they will be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dialogcli.checking.report import Report
from dialogcli.checking.report import rows as requirements
from dialogcli.model.screen import Item, heading, line, rows
from dialogcli.process.dates import first_session
from dialogcli.process.standing import Standing
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import SESSIONS, Gate, Rule, Rulebook

_CARRIED_OUT = "genomförande"
"""The reserved step in which the sessions are held."""


def upcoming_items(report: Report) -> Iterator[list[Item]]:
    """All of them, in the order of the process: a paragraph for each moment."""
    number = len(requirements(report.upcoming))
    if not number:
        yield [line("Kommande krav: 0.")]
        return
    standing = report.standing
    order = list(standing.dossier.rulebook.entries)
    moments = {rule.id: moment(rule, standing.dossier.rulebook) for rule in report.upcoming}
    rules = sorted(
        report.upcoming,
        key=lambda rule: (order.index(moments[rule.id].entry), moments[rule.id].rank),
    )
    above = [heading(f"Kommande krav: {number}. Inget behöver göras åt dem nu.")]
    for when, group in groupby(rules, key=lambda rule: _when(moments[rule.id], standing)):
        texts = [(rule.id, rule_title(rule, standing.dossier.rulebook)) for rule in group]
        yield [*above, line(when, indent=2), rows(*texts, indent=4, gap=2)]
        above = []


@dataclass(frozen=True, slots=True)
class Moment:
    """When a rule is asked for: before an entry (rank 0), from it on (1), or with each session in
    it (2).
    """

    entry: str
    rank: int


def moment(rule: Rule, rulebook: Rulebook) -> Moment:
    """The rule's own moment. A decision must have been taken before the sessions, or before what
    comes after its gate.

    What judges sessions is asked for with each of them.
    """
    if rule.before or rule.from_:
        return Moment(rule.before or rule.from_, 0 if rule.before else 1)
    order = list(rulebook.entries)
    if gate := rule.text("gate"):
        later = order[order.index(gate) + 1 :] or [gate]
        return Moment(_CARRIED_OUT if _CARRIED_OUT in later else later[0], 0)
    return Moment(
        _CARRIED_OUT if _CARRIED_OUT in order and _judges(rule, SESSIONS) else order[-1], 2
    )


def _judges(rule: Rule, form: str) -> bool:
    return any(path.split(".")[0] == form for path in rule.fields)


def _when(when: Moment, standing: Standing) -> str:
    """`Före 24 november 2027 (Beslut i sakfrågan)`, `Efter sista tillfället`."""
    rulebook = standing.dossier.rulebook
    entry = rulebook.entries[when.entry]
    if when.rank == 2:
        return (
            "Vid varje tillfälle" if entry.id == _CARRIED_OUT else "När det finns något att pröva"
        )
    if entry.id == _CARRIED_OUT:
        return (
            f"Före första tillfället{_first_session(standing)}"
            if when.rank == 0
            else "Vid varje tillfälle"
        )
    word = "Före" if when.rank == 0 else "Från"
    if isinstance(entry, Gate):
        _, day = standing.planned(entry)
        return f"{word} {day.in_words} ({entry.name})" if day else f"{word} beslutet: {entry.name}"
    return (
        "Efter sista tillfället"
        if _follows_sessions(entry.id, rulebook)
        else f"{word} steget: {entry.name}"
    )


def _follows_sessions(entry_id: str, rulebook: Rulebook) -> bool:
    """Whether a step comes after the sessions and before the next decision."""
    order = list(rulebook.entries)
    if _CARRIED_OUT not in order or order.index(entry_id) < order.index(_CARRIED_OUT):
        return False
    between = order[order.index(_CARRIED_OUT) : order.index(entry_id)]
    return not any(isinstance(rulebook.entries[one], Gate) for one in between)


def _first_session(standing: Standing) -> str:
    """`, 14 april 2027` when the forms say it."""
    day = first_session(standing.dossier)
    return f", {day.in_words}" if day else ""
