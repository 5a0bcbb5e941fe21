"""What is different between two rulebooks or two versions of one, and what it means for a dossier
to follow another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dialogcli.base.findings import Finding
from dialogcli.base.screen import Item, Line, Row, Screen, heading, line, rows, screen
from dialogcli.base.words import count, listed
from dialogcli.checking.report import Report
from dialogcli.checking.report import report_rows as requirement_rows
from dialogcli.rulebook.model import Rule, Rulebook, Unchecked
from dialogcli.rulebook.model.rules import row_of
from dialogcli.screens.facts import Facts, Json
from dialogcli.screens.findings import counted, finding_line, rule_title
from dialogcli.screens.rules import applies_when, moment_text, place_text, satisfied_by

Traits = Mapping[str, str]
"""What a person can see of a requirement: word -> text."""

_Requirements: TypeAlias = dict[str, Rule | Unchecked]

_PARTS = {
    "sources": "källor",
    "organs": "organ",
    "audiences": "mottagare av återkoppling",
    "outcomes": "utfall",
    "forms": "underlag",
    "entries": "steg och beslut",
    "documents": "handlingar",
    "registers": "förteckningar",
}


class Change(NamedTuple):
    """One thing about a requirement: its name, and the text before and after ('' for none)."""

    what: str
    before: str
    after: str


class Changed(NamedTuple):
    """A requirement that both have, with its short name in the later one."""

    id: str
    title: str
    changes: tuple[Change, ...]


class Difference(NamedTuple):
    """`added` and `removed`: id -> what it says and how much it weighs. `parts`: what else is not
    the same.
    """

    added: Mapping[str, str]
    removed: Mapping[str, str]
    changed: tuple[Changed, ...]
    parts: tuple[str, ...]

    @property
    def number(self) -> int:
        return len(self.added) + len(self.removed) + len(self.changed)


def difference(old: Rulebook, new: Rulebook) -> Difference:
    """Requirements are the same when they have the same number; rows that no rule checks are
    requirements too.
    """
    before, after = _requirements(old), _requirements(new)
    added = {id_: _summary(after[id_], new) for id_ in after if id_ not in before}
    removed = {id_: _summary(before[id_], old) for id_ in before if id_ not in after}
    parts = [word for part, word in _PARTS.items() if getattr(old, part) != getattr(new, part)]
    return Difference(added, removed, tuple(_changed(before, after, old, new)), tuple(parts))


def _changed(
    before: _Requirements, after: _Requirements, old: Rulebook, new: Rulebook
) -> Iterator[Changed]:
    """What is not the same of each requirement that both have."""
    for id_, one in after.items():
        if id_ in before and (changes := _changes(before[id_], one, old, new)):
            yield Changed(id_, _title(one, new), changes)


def _requirements(rulebook: Rulebook) -> _Requirements:
    """By id, in the order of their numbers."""
    found: _Requirements = {**rulebook.rules, **rulebook.unchecked}
    return dict(
        sorted(found.items(), key=lambda one: (rulebook.rows.index(row_of(one[0])), one[0]))
    )


def _title(one: Rule | Unchecked, rulebook: Rulebook) -> str:
    return rule_title(one, rulebook) if isinstance(one, Rule) else one.says.rstrip(".")


def _summary(one: Rule | Unchecked, rulebook: Rulebook) -> str:
    return f"{_title(one, rulebook)} ({_weight(one)})"


def _weight(one: Rule | Unchecked) -> str:
    return (
        f"{one.modality}, ger {one.severity.word}" if isinstance(one, Rule) else str(one.modality)
    )


def _changes(
    old: Rule | Unchecked, new: Rule | Unchecked, of_old: Rulebook, of_new: Rulebook
) -> tuple[Change, ...]:
    """Where both have the trait: how a rule is met is no news when there is a rule only now, or no
    longer.
    """
    before, after = _traits(old, of_old), _traits(new, of_new)
    return tuple(
        Change(what, text, after[what])
        for what, text in before.items()
        if what in after and text != after[what]
    )


def _traits(one: Rule | Unchecked, rulebook: Rulebook) -> Traits:
    common = {
        "Krav": one.says,
        "Vikt": _weight(one),
        "Källa": "; ".join(map(str, one.citations)),
        "Text i handlingar": "; ".join(
            f"{document}: {text}" for document, text in one.prints.items()
        ),
    }
    if isinstance(one, Unchecked):
        return {**common, "Prövas": f"inte av programmet. Finns som {place_text(one)}"}
    return {
        **common,
        "Prövas": moment_text(one, rulebook),
        "Gäller": applies_when(one, rulebook) or "alltid",
        "Uppfylls": satisfied_by(one, rulebook),
        "Omfattar också": listed(one.also),
        "Undantag": "går att göra" if one.waivable else "går inte att göra",
        "Ett nej betyder": one.refuses,
        "Gör så här i stället": " ".join(one.instead),
    }


VERSION = 1


def difference_screen(found: Difference, old: Rulebook, new: Rulebook) -> Screen:
    """What is new, changed and gone, under its own heading each, and the sum."""
    head = f"{_name(new)} jämfört med {_name(old)}"
    return screen(line(head), *difference_items(found), line(_sum(found)))


def difference_items(found: Difference) -> Iterator[list[Item]]:
    """A paragraph for each kind of difference that there is."""
    if found.added:
        yield _duties_listed("Nya krav", found.added)
    if found.changed:
        yield [heading(f"Ändrade krav: {len(found.changed)}"), *_changed_items(found)]
    if found.removed:
        yield _duties_listed("Borttagna krav", found.removed)
    if found.parts:
        yield [line(f"Också ändrat: {listed(found.parts)}.")]


def difference_facts(found: Difference, old: Rulebook, new: Rulebook) -> Facts:
    """The same for other programs."""
    return {
        "version": VERSION,
        "from": f"{old.id} {old.version}",
        "to": f"{new.id} {new.version}",
        "added": _pairs(found.added),
        "removed": _pairs(found.removed),
        "changed": [_changed_facts(one) for one in found.changed],
        "also": list(found.parts),
    }


def _pairs(requirements: Mapping[str, str]) -> Json:
    return [{"id": id_, "title": title} for id_, title in requirements.items()]


def _changed_facts(one: Changed) -> Json:
    changes: list[Json] = [
        {"what": change.what, "before": change.before, "after": change.after}
        for change in one.changes
    ]
    return {"id": one.id, "title": one.title, "changes": changes}


def _duties_listed(title: str, requirements: Mapping[str, str]) -> list[Item]:
    return [heading(f"{title}: {len(requirements)}"), rows(*requirements.items(), gap=2)]


def _changed_items(found: Difference) -> Iterator[Item]:
    for one in found.changed:
        yield line(f"{one.id}  {one.title}", indent=2, hang=4)
        pairs: list[Row] = []
        for change in one.changes:
            pairs.append((f"{change.what} förut:", change.before or "inget"))
            pairs.append((f"{change.what} nu:", change.after or "inget"))
        yield rows(*pairs, indent=4)


def _name(rulebook: Rulebook) -> str:
    return f"{rulebook.organisation} {rulebook.version}"


def _sum(found: Difference) -> str:
    if not found.number:
        return "Kraven är desamma."
    return (
        f"{count(len(found.added), 'nytt', 'nya')}, {count(len(found.changed), 'ändrat', 'ändrade')} och "
        f"{count(len(found.removed), 'borttaget', 'borttagna')} krav."
    )


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
        *_changes_of_findings(now, then, follows),
        [
            line(f"Så här säger dialog check i dag: {counted(before)}."),
            line(f"Så här säger den med version {new.version}: {counted(after)}."),
        ],
        _findings_listed("Tillkommer", _only_in(after, before)),
        _findings_listed("Försvinner", _only_in(before, after)),
        _coming(now, then),
    )


def _changes_of_findings(now: Report, then: Report, follows: str) -> list[list[Item]]:
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


def _findings_listed(title: str, findings: list[Finding]) -> Iterator[Line]:
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
