"""One requirement of a rulebook: who asks for it, when, what meets it, and how a dossier stands to
it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogcli.checking.report import Report
from dialogcli.model.commands import set_waiver
from dialogcli.model.finding import Citation
from dialogcli.model.screen import Item, Kept, Part, Parts, heading, rows
from dialogcli.reports.labelled import Row, labelled
from dialogcli.reports.satisfied import applies_when, satisfied_by
from dialogcli.reports.sources import adoption, cited_source
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Role, Rule, Rulebook, Unchecked

_LABELS = len("I dossiern:")


def rule_items(rule: Rule, rulebook: Rulebook, report: Report | None = None) -> list[Item]:
    """`report` is a check of the dossier that the user stands in, if any."""
    found = [*_sources(rule.citations, rulebook), ("Prövas:", moment_text(rule, rulebook))]
    if rule.when:
        found.append(("Gäller:", applies_when(rule, rulebook)))
    found.append(("Uppfylls:", satisfied_by(rule, rulebook)))
    if rule.also:
        found.append(("Omfattar:", ", ".join(rule.also)))
    if report:
        found += labelled("I dossiern:", _state(rule, report))
    found.append(("Undantag:", _waiver(rule)))
    return _titled(rule.id, (f"{rule_title(rule, rulebook)} ", weight(rule)), found)


def weight(rule: Rule) -> Kept:
    """`(ska, ger Fel)`."""
    return Kept(f"({rule.modality}, ger {rule.severity.word})")


def unchecked_items(row: Unchecked, rulebook: Rulebook) -> list[Item]:
    """A requirement that no rule checks, and where it went instead."""
    where = f"inte av programmet. Finns som {place_text(row)}"
    found = [*_sources(row.citations, rulebook), ("Prövas:", where)]
    return _titled(row.id, (unchecked_title(row),), found)


def unchecked_title(row: Unchecked) -> str:
    """`Dialogen ska vara tillgänglig (ska)`."""
    return f"{row.says.rstrip('.')} ({row.modality})"


def place_text(row: Unchecked) -> str:
    """`fält: plan.barnrätt`, `vägledning`."""
    kind = _PLACES.get(row.as_, row.as_)
    return f"{kind}: {row.where}" if row.where else kind


_PLACES = {
    "field": "fält",
    "document": "text i handlingen",
    "register": "förteckning",
    "outcome": "utfall",
    "guidance": "vägledning",
    "metadata": "uppgift om källan",
    "umbrella": "summan av de andra kraven",
}


def moment_text(rule: Rule, rulebook: Rulebook) -> str:
    """When a rule is asked for: `inför Presidiets beslut`."""
    entry = rulebook.entries.get(rule.before or rule.from_)
    if rule.kind.role is Role.DECISION:
        return "när något som kommer efter beslutet har hänt"
    if entry is None:
        return "när det finns något att pröva"
    return f"{'inför' if rule.before else 'från och med'} {entry.name}"


def _titled(id_: str, title: Parts, found: Iterable[Row]) -> list[Item]:
    head = heading(f"{id_}  ", *title)._replace(hang=2)
    return [head, rows(*found, labels=_LABELS)]


def _sources(citations: tuple[Citation, ...], rulebook: Rulebook) -> list[Row]:
    found = labelled("Källa:", map(_cited, citations))
    if source := cited_source(rulebook, citations[0].document):
        found.append(("Fastställt:", adoption(source)))
    return found


def _cited(citation: Citation) -> str:
    if citation.listed_under:
        return f'{citation}, listan "{citation.listed_under}"'
    return str(citation)


def _state(rule: Rule, report: Report) -> list[Parts]:
    """How the dossier stands to the rule; each fault with its place."""
    found: list[Parts] = []
    for one in report.findings:
        if one.rule == rule.id:
            said = "saknas" if one.subject else one.message
            found.append((f"{said} ", Kept(f"({one.place})")))
    return found or [_without_fault(rule, report)]


def _without_fault(rule: Rule, report: Report) -> Parts:
    for one in report.waived:
        if one.rule == rule.id and one.waiver:
            return (f"undantag: {one.waiver.reason} ", Kept(f"({one.waiver.place})"))
    if rule.id in report.satisfied:
        return ("uppfyllt",)
    return ("kommande" if rule in report.upcoming else "inget att pröva",)


def _waiver(rule: Rule) -> Part:
    return set_waiver(rule.id) if rule.waivable else "går inte att göra från det här kravet"
