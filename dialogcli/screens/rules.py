"""What `dialog rules` says: which rulebooks there are, one requirement with who asks for it, when,
what meets it and how a dossier stands to it, and what came of trying a rulebook on its cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dialogcli.base.commands import rules_check, rules_new, rules_show, set_waiver
from dialogcli.base.findings import Citation
from dialogcli.base.screen import (
    Item,
    Kept,
    Line,
    Part,
    Parts,
    Row,
    Screen,
    Tone,
    heading,
    labelled,
    line,
    rows,
    screen,
)
from dialogcli.base.words import count, listed
from dialogcli.checking.cases import CaseTrial, CaseTrials
from dialogcli.checking.report import Report
from dialogcli.dossier.build import judges_register, shelf_rulebook
from dialogcli.rulebook.model import Role, Rule, Rulebook, Unchecked
from dialogcli.rulebook.names import RulebookNames
from dialogcli.screens.findings import adoption, cited_source, rule_title


def satisfied_by(rule: Rule, rulebook: Rulebook) -> str:
    """A part of a sentence that follows on `Uppfylls:`; names from the rulebook stand in quotation
    marks.
    """
    names = RulebookNames(shelf_rulebook(rulebook) if judges_register(rule, rulebook) else rulebook)
    text = rule.kind.says(rule, names)
    if rule.unless:
        text += f", eller när skälet står i {names.field(rule.unless)}"
    return text


def applies_when(rule: Rule, rulebook: Rulebook) -> str:
    """`när "Deltagare" är barn eller unga`; '' for a rule that always applies."""
    names = RulebookNames(rulebook)
    conditions = [
        f"{names.field(path)} är {listed(names.values(values, path), 'eller')}"
        for path, values in rule.when.items()
    ]
    return f"när {listed(conditions)}" if conditions else ""


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


class Shelved(NamedTuple):
    """A rulebook as its file's first lines tell. `name` is '' when the file cannot be read.

    `path` is where an own one lies, as seen from where the user stands. `kept` are earlier
    versions.
    """

    id: str
    name: str
    version: str
    path: str = ""
    overlay: bool = False
    kept: tuple[str, ...] = ()


def rulebooks_screen(shelved: Sequence[Shelved]) -> Screen:
    """Own rulebooks and overlays with their files, then the built-in rulebooks, then the built-in
    overlays.
    """
    own = [one for one in shelved if one.path]
    ours = [one for one in shelved if not one.path]
    return screen(
        _group("Egna regelverk", own) or [line("Egna regelverk: inga")],
        _group("Inbyggda regelverk", [one for one in ours if not one.overlay]),
        _group(
            "Inbyggda tillägg, som kan läggas på ett regelverk",
            [one for one in ours if one.overlay],
        ),
        [
            line("Läs kraven: ", rules_show(rulebook="NAMN")),
            line("Gör ett eget: ", rules_new()),
        ],
    )


def _group(title: str, shelved: Sequence[Shelved]) -> list[Item]:
    if not shelved:
        return []
    found: list[Row] = []
    for one in shelved:
        found.append((one.id, _described(one)))
        if one.path:
            found.append(("", one.path))
    return [heading(title), rows(*found, gap=2)]


def _described(one: Shelved) -> Parts:
    if not one.name:
        return ("går inte att läsa. Se vad som är fel: ", rules_check(one.id))
    kind = "tillägget " if one.overlay and one.path else ""
    kept = f" (också {listed(one.kept)})" if one.kept else ""
    return (f"{kind}{one.name}, version {one.version}{kept}",)


def trials_screen(name: str, trials: CaseTrials) -> Screen:
    """Each case that does not hold with what was expected and found, rules that lack cases, and the
    sum.
    """
    found: list[Item] = [heading(f"{name}: {count(len(trials.all), 'fall', 'fall')}")]
    for trial in trials.broken:
        found += _broken(trial)
    for what, rules in (
        ("som uppfyller det", trials.without_passing),
        ("som ger en anmärkning", trials.without_failing),
    ):
        if rules:
            said = f"Krav med inget fall {what}: {', '.join(rules)}"
            found.append(line(said, indent=2, hang=4))
    return screen([*found, _sum(trials)])


def _broken(trial: CaseTrial) -> list[Item]:
    case = trial.case
    kind = "ska uppfylla kravet" if case.passing else "ska ge en anmärkning"
    place = Kept(f"({case.place})")
    return [
        line(f"{case.rule}: {case.name}, {kind} ", place, indent=2, hang=4),
        rows(
            *labelled("Väntat:", case.findings or ("inget",)),
            *labelled("Hittat:", trial.found or ("inget",)),
            indent=4,
        ),
    ]


def _sum(trials: CaseTrials) -> Line:
    number, broken = len(trials.all), len(trials.broken)
    if not number:
        return line("Inga fall finns. De skrivs i mappen cases bredvid regelverket.")
    if broken:
        return line(f"{broken} av {number} fall stämmer inte.")
    all_of_them = "Fallet" if number == 1 else f"Alla {number} fall"
    return line(Kept("Klart", Tone.GOOD), f": {all_of_them} stämmer.")
