"""What is different between two rulebooks, or two versions of one: which requirements, and what
about them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dialogcli.model.words import listed
from dialogcli.reports.rule import moment_text, place_text
from dialogcli.reports.satisfied import applies_when, satisfied_by
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Rule, Rulebook, Unchecked
from dialogcli.rulebook.numbering import row_of

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
