"""All requirements of a rulebook in short, under the moment at which they are asked for."""

from __future__ import annotations

from itertools import groupby

from dialogcli.model.layout import WIDTH, block, command, joined, paragraphs, wrapped
from dialogcli.reports.rule import moment_text, weight
from dialogcli.reports.sources import adoption, rulebook_line
from dialogcli.reports.titles import rule_title
from dialogcli.rulebook.model import Role, Rule, Rulebook


def requirements_text(
    rulebook: Rulebook, width: int = WIDTH, folder: str = "", name: str = ""
) -> str:
    """In the order of the process; then what is judged as it comes, and last what no rule checks.

    `folder` and `name` are what was typed to say which rulebook is meant; the closing command
    carries them.
    """
    rules = sorted(rulebook.rules.values(), key=lambda rule: _rank(rule, rulebook))
    groups = [
        (heading, [(rule.id, f"{rule_title(rule, rulebook)} {weight(rule)}") for rule in group])
        for heading, group in groupby(rules, key=lambda rule: _heading(rule, rulebook))
    ]
    if rulebook.unchecked:
        groups.append(
            (
                "Prövas inte av programmet",
                [
                    (row.id, f"{row.says.rstrip('.')} ({row.modality})")
                    for row in rulebook.unchecked.values()
                ],
            )
        )
    example = next(iter(rulebook.rules), "NUMMER")
    more = command(f"rules show {example}{f' --rulebook {name}' if name else ''}", folder)
    return paragraphs(
        wrapped(rulebook_line(rulebook), width),
        _sources(rulebook, width),
        *(_group(heading, rows, width) for heading, rows in groups),
        wrapped(f"Läs mer: {more}", width),
    )


def _sources(rulebook: Rulebook, width: int) -> str:
    """The documents, and what is not known of them or good to know."""
    return joined(
        [
            f"Källor: {len(rulebook.sources)}",
            *(
                wrapped(f"{source.title}: {adoption(source)}. {source.note}", width, 2, 4)
                for source in rulebook.sources.values()
            ),
        ]
    )


def _group(heading: str, rows: list[tuple[str, str]], width: int) -> str:
    column = max(len(id_) for id_, _ in rows) + 1
    return (
        f"{heading}: {len(rows)}\n{block([(id_.ljust(column), text) for id_, text in rows], width)}"
    )


def _heading(rule: Rule, rulebook: Rulebook) -> str:
    text = moment_text(rule, rulebook)
    return text[0].upper() + text[1:]


def _rank(rule: Rule, rulebook: Rulebook) -> tuple[int, bool]:
    """What must be there before an entry, then what is asked for from it on; without a moment last."""
    order = list(rulebook.entries)
    if entry := rule.before or rule.from_:
        return order.index(entry), bool(rule.from_)
    return len(order), rule.kind.role is not Role.DECISION
