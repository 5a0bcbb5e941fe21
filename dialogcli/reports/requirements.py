"""All requirements of a rulebook in short, under the moment at which they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dialogcli.model.commands import rules_show
from dialogcli.model.screen import Item, Line, Screen, heading, line, rows, screen
from dialogcli.model.words import capital
from dialogcli.reports.labelled import Row
from dialogcli.reports.rule import moment_text, unchecked_title, weight
from dialogcli.reports.sources import adoption, rulebook_line
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Role, Rule, Rulebook


def requirements_screen(rulebook: Rulebook, name: str = "") -> Screen:
    """In the order of the process; then what is judged as it comes, and last what no rule checks.

    `name` is what was typed to say which rulebook is meant; the closing command carries it.
    """
    example = next(iter(rulebook.rules), "NUMMER")
    return screen(
        line(rulebook_line(rulebook)),
        _sources(rulebook),
        *_groups(rulebook),
        line("Läs mer: ", rules_show(example, name)),
    )


def _sources(rulebook: Rulebook) -> Iterator[Line]:
    """The documents, and what is not known of them or good to know."""
    yield heading(f"Källor: {len(rulebook.sources)}")
    for source in rulebook.sources.values():
        yield line(f"{source.title}: {adoption(source)}. {source.note}", indent=2, hang=4)


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
