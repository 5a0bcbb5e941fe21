"""Requirements in short: all of a rulebook, those whose moment has not come, those that are waived
in writing, and those whose answer does not apply.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dialogcli.base.commands import rules_show
from dialogcli.base.findings import Waiver
from dialogcli.base.screen import Item, Kept, Line, Row, Rows, Screen, heading, line, rows, screen
from dialogcli.base.words import capital
from dialogcli.checking.report import Report
from dialogcli.checking.report import report_rows as requirements
from dialogcli.process.days import first_session
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import SESSIONS, Gate, Role, Rule, Rulebook
from dialogcli.screens.findings import adoption, day_in_words, rule_title, rulebook_line
from dialogcli.screens.rules import moment_text, unchecked_title, weight

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
class UpcomingMoment:
    """When a rule is asked for: before an entry (rank 0), from it on (1), or with each session in
    it (2).
    """

    entry: str
    rank: int


def moment(rule: Rule, rulebook: Rulebook) -> UpcomingMoment:
    """The rule's own moment. A decision must have been taken before the sessions, or before what
    comes after its gate.

    What judges sessions is asked for with each of them.
    """
    if rule.before or rule.from_:
        return UpcomingMoment(rule.before or rule.from_, 0 if rule.before else 1)
    order = list(rulebook.entries)
    if gate := rule.text("gate"):
        later = order[order.index(gate) + 1 :] or [gate]
        return UpcomingMoment(_CARRIED_OUT if _CARRIED_OUT in later else later[0], 0)
    return UpcomingMoment(
        _CARRIED_OUT if _CARRIED_OUT in order and _judges(rule, SESSIONS) else order[-1], 2
    )


def _judges(rule: Rule, form: str) -> bool:
    return any(path.split(".")[0] == form for path in rule.fields)


def _when(when: UpcomingMoment, standing: Standing) -> str:
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


def requirements_screen(rulebook: Rulebook, name: str = "") -> Screen:
    """In the order of the process; then what is judged as it comes, and last what no rule checks.

    `name` is what was typed to say which rulebook is meant; the closing command carries it.
    """
    example = next(iter(rulebook.rules), "NUMMER")
    return screen(
        line(rulebook_line(rulebook)),
        _sources(rulebook),
        *_groups(rulebook),
        _unbound(rulebook),
        line("Läs mer: ", rules_show(example, name)),
    )


def _sources(rulebook: Rulebook) -> Iterator[Line]:
    """The documents, and what is not known of them or good to know."""
    yield heading(f"Källor: {len(rulebook.sources)}")
    for source in rulebook.sources.values():
        yield line(f"{source.title}: {adoption(source)}. {source.note}", indent=2, hang=4)


def _unbound(rulebook: Rulebook) -> Iterator[Line]:
    """What comes before something that does not need it, with the reason."""
    links = list(rulebook.unbound())
    if links:
        yield heading(f"Ordning som inte gäller: {len(links)}")
    for link in links:
        yield line(link.said, indent=2, hang=4)


def _groups(rulebook: Rulebook) -> Iterator[list[Item]]:
    rules = sorted(rulebook.rules.values(), key=lambda rule: _rank(rule, rulebook))
    for moment, group in groupby(rules, key=lambda rule: moment_text(rule, rulebook)):
        titled = ((rule, f"{rule_title(rule, rulebook)} ") for rule in group)
        yield _group(capital(moment), [(rule.id, (title, weight(rule))) for rule, title in titled])
    if others := rulebook.unchecked.values():
        yield _group(
            "Prövas inte av programmet", [(row.id, unchecked_title(row)) for row in others]
        )


def _group(title: str, found: Sequence[Row]) -> list[Item]:
    return [heading(f"{title}: {len(found)}"), rows(*found, gap=2)]


def _rank(rule: Rule, rulebook: Rulebook) -> tuple[int, bool]:
    """What must be there before an entry, then what is asked for from it on; without a moment last."""
    order = list(rulebook.entries)
    if entry := rule.before or rule.from_:
        return order.index(entry), bool(rule.from_)
    return len(order), rule.kind.role is not Role.DECISION


def waived_items(report: Report) -> Iterator[Item]:
    """Each waived rule once, or nothing."""
    waived = {finding.rule: finding for finding in report.waived}
    if waived:
        yield heading(f"Undantag: {len(waived)}")
    for finding in waived.values():
        rule = report.dossier.rulebook.rules.get(finding.rule)
        says = rule.says.rstrip(".") if rule else finding.message
        yield line(f"{finding.rule}: {says}", indent=2, hang=4)
        if finding.waiver:
            yield _why(finding.waiver)


def excused_items(report: Report) -> Iterator[Item]:
    """Each answer that a rule asks for and that does not apply, or nothing."""
    if report.excused:
        yield heading(f"Ej tillämpligt: {len(report.excused)}")
    for finding in report.excused:
        yield line(f"{finding.rule}: {finding.message}", indent=2, hang=4)
        if finding.waiver:
            yield _why(finding.waiver)


def _why(waiver: Waiver) -> Rows:
    signed = ", ".join(filter(None, (waiver.by, day_in_words(waiver.day)))) or "framgår inte"
    by = (f"{signed} ", Kept(f"({waiver.place})"))
    return rows(("Skäl:", waiver.reason), ("Av:", by), indent=4, labels=7)
