"""One requirement of a rulebook as text: who asks for it, when, what meets it, and how a dossier
stands to it.
"""

from __future__ import annotations

from typing import TypeVar

from dialogcli.checking.report import Report
from dialogcli.model.finding import Citation
from dialogcli.model.layout import WIDTH, block, command, glued, wrapped
from dialogcli.reports.satisfied import applies_when, satisfied_by
from dialogcli.reports.sources import adoption, cited_source
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Role, Rule, Rulebook, Unchecked

Rows = list[tuple[str, str]]
_T = TypeVar("_T")
_LABELS = len("I dossiern:")


def rule_text(
    rule: Rule,
    rulebook: Rulebook,
    report: Report | None = None,
    width: int = WIDTH,
    folder: str = "",
) -> str:
    """`report` is a check of the dossier that the user stands in, if any."""
    rows = [*_sources(rule.citations, rulebook), ("Prövas", moment_text(rule, rulebook))]
    rows += [("Gäller", applies_when(rule, rulebook))] if rule.when else []
    rows.append(("Uppfylls", satisfied_by(rule, rulebook)))
    rows += [("Omfattar", ", ".join(rule.also))] if rule.also else []
    if report:
        rows += [
            ("I dossiern" if first else "", text) for first, text in _numbered(_state(rule, report))
        ]
    rows.append(("Undantag", _waiver(rule, folder)))
    return _written(rule.id, f"{rule_title(rule, rulebook)} {weight(rule)}", rows, width)


def weight(rule: Rule) -> str:
    """`(ska, ger Fel)`."""
    return glued(f"({rule.modality}, ger {rule.severity.word})")


def unchecked_text(row: Unchecked, rulebook: Rulebook, width: int = WIDTH) -> str:
    """A requirement that no rule checks, and where it went instead."""
    rows = [
        *_sources(row.citations, rulebook),
        ("Prövas", f"inte av programmet. Finns som {place_text(row)}"),
    ]
    return _written(row.id, f"{row.says.rstrip('.')} ({row.modality})", rows, width)


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


def _written(id_: str, title: str, rows: Rows, width: int) -> str:
    labelled = [(f"{label}:".ljust(_LABELS) if label else "", text) for label, text in rows]
    return f"{wrapped(f'{id_}  {title}', width, hang=2)}\n{block(labelled, width)}"


def _sources(citations: tuple[Citation, ...], rulebook: Rulebook) -> Rows:
    rows = [
        ("Källa" if first else "", _cited(citation))
        for first, citation in _numbered(list(citations))
    ]
    source = cited_source(rulebook, citations[0].document)
    return [*rows, ("Fastställt", adoption(source))] if source else rows


def _cited(citation: Citation) -> str:
    return (
        f'{citation}, listan "{citation.listed_under}"' if citation.listed_under else str(citation)
    )


def moment_text(rule: Rule, rulebook: Rulebook) -> str:
    """When a rule is asked for: `inför Presidiets beslut`."""
    entry = rulebook.entries.get(rule.before or rule.from_)
    if rule.kind.role is Role.DECISION:
        return "när något som kommer efter beslutet har hänt"
    if entry is None:
        return "när det finns något att pröva"
    return f"{'inför' if rule.before else 'från och med'} {entry.name}"


def _state(rule: Rule, report: Report) -> list[str]:
    """How the dossier stands to the rule; each fault with its place."""
    found = [one for one in report.findings if one.rule == rule.id]
    if found:
        return [
            f"{'saknas' if one.subject else one.message} {glued(f'({one.place})')}" for one in found
        ]
    waived = next((one.waiver for one in report.waived if one.rule == rule.id and one.waiver), None)
    if waived:
        return [f"undantag: {waived.reason} {glued(f'({waived.place})')}"]
    if rule.id in report.satisfied:
        return ["uppfyllt"]
    return ["kommande" if rule in report.upcoming else "inget att pröva"]


def _waiver(rule: Rule, folder: str) -> str:
    if not rule.waivable:
        return "går inte att göra från det här kravet"
    words = f'set undantag.{rule.id} --reason "SKÄL" --by "ROLL"'
    return command(words, folder)


def _numbered(items: list[_T]) -> list[tuple[bool, _T]]:
    """Each item with whether it is the first."""
    return [(number == 0, item) for number, item in enumerate(items)]
