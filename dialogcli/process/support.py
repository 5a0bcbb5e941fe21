"""What a policy advises without demanding it (`as: guidance`), and where the organisation's own
handbook and the like are: shown where the work is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogcli.base.words import capital
from dialogcli.process.traces import forms_of
from dialogcli.rulebook.model import Entry, Rulebook

_GUIDANCE = "guidance"
_PLANNING = "planering"
"""The step at which the organisation's own support is told in any case."""


def at_entry(rulebook: Rulebook, entry: Entry) -> list[str]:
    """The advice for a step, each a sentence with its number, and last the organisation's own
    support.
    """
    found = list(_rows(rulebook, entry.id))
    if (found or entry.id == _PLANNING) and (own := _own(rulebook)):
        found.append(own)
    return found


def in_short(rulebook: Rulebook, entry: Entry) -> str:
    """The first of it and the organisation's own, on one line."""
    rows, own = [*_rows(rulebook, entry.id)][:1], _own(rulebook)
    return " ".join([*rows, own] if own and at_entry(rulebook, entry) else rows)


def at_form(rulebook: Rulebook, form: str) -> list[str]:
    """The advice for the steps that a form is written in."""
    steps = [step for step in rulebook.steps() if form in forms_of(step)]
    return list(dict.fromkeys(one for step in steps for one in at_entry(rulebook, step)))


def at_field(rulebook: Rulebook, path: str) -> list[str]:
    """The advice on one field."""
    return list(_rows(rulebook, path))


def _rows(rulebook: Rulebook, where: str) -> Iterator[str]:
    for row in rulebook.unchecked.values():
        if row.as_ == _GUIDANCE and row.where == where:
            yield f"{row.says} ({row.id})"


def _own(rulebook: Rulebook) -> str:
    return " ".join(f"{capital(name)}: {where}" for name, where in rulebook.support.items())
