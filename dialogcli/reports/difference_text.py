"""The difference between two rulebooks, for a person and for another program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogcli.model.screen import Item, Screen, heading, line, rows, screen
from dialogcli.model.words import count, listed
from dialogcli.reports.difference import Changed, Difference
from dialogcli.reports.json import Facts, Json
from dialogcli.reports.labelled import Row
from dialogcli.rulebook.model import Rulebook

VERSION = 1


def difference_screen(found: Difference, old: Rulebook, new: Rulebook) -> Screen:
    """What is new, changed and gone, under its own heading each, and the sum."""
    head = f"{_name(new)} jämfört med {_name(old)}"
    return screen(line(head), *difference_items(found), line(_sum(found)))


def difference_items(found: Difference) -> Iterator[list[Item]]:
    """A paragraph for each kind of difference that there is."""
    if found.added:
        yield _listed("Nya krav", found.added)
    if found.changed:
        yield [heading(f"Ändrade krav: {len(found.changed)}"), *_changed(found)]
    if found.removed:
        yield _listed("Borttagna krav", found.removed)
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


def _listed(title: str, requirements: Mapping[str, str]) -> list[Item]:
    return [heading(f"{title}: {len(requirements)}"), rows(*requirements.items(), gap=2)]


def _changed(found: Difference) -> Iterator[Item]:
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
