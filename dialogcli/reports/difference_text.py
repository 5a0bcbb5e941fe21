"""The difference between two rulebooks as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dialogcli.model.layout import WIDTH, block, joined, paragraphs, wrapped
from dialogcli.model.words import count, listed
from dialogcli.reports.difference import Changed, Difference
from dialogcli.reports.json import Json, written
from dialogcli.rulebook.model import Rulebook

VERSION = 1


def difference_text(found: Difference, old: Rulebook, new: Rulebook, width: int = WIDTH) -> str:
    """What is new, changed and gone, under its own heading each, and the sum."""
    head = f"{_name(new)} jämfört med {_name(old)}"
    return paragraphs(wrapped(head, width), *duties(found, width), wrapped(_sum(found), width))


def duties(found: Difference, width: int = WIDTH) -> Iterator[str]:
    """The blocks of requirements."""
    yield _listed("Nya krav", found.added, width)
    if found.changed:
        yield joined(
            [
                f"Ändrade krav: {len(found.changed)}",
                *(_changed(one, width) for one in found.changed),
            ]
        )
    yield _listed("Borttagna krav", found.removed, width)
    if found.parts:
        yield wrapped(f"Också ändrat: {listed(found.parts)}.", width)


def difference_json(
    found: Difference, old: Rulebook, new: Rulebook, ascii_only: bool = False
) -> str:
    """The same for other programs."""
    return written(
        {
            "version": VERSION,
            "from": f"{old.id} {old.version}",
            "to": f"{new.id} {new.version}",
            "added": _pairs(found.added),
            "removed": _pairs(found.removed),
            "changed": [
                {
                    "id": one.id,
                    "title": one.title,
                    "changes": [
                        {"what": change.what, "before": change.before, "after": change.after}
                        for change in one.changes
                    ],
                }
                for one in found.changed
            ],
            "also": list(found.parts),
        },
        ascii_only,
    )


def _pairs(duties: Mapping[str, str]) -> list[Json]:
    return [{"id": id_, "title": title} for id_, title in duties.items()]


def _listed(heading: str, duties: Mapping[str, str], width: int) -> str:
    if not duties:
        return ""
    column = max(map(len, duties)) + 1
    return f"{heading}: {len(duties)}\n{block([(id_.ljust(column), text) for id_, text in duties.items()], width)}"


def _changed(one: Changed, width: int) -> str:
    column = max(len(change.what) for change in one.changes) + len(" förut:")
    rows = [
        (f"{change.what} {when}:".ljust(column), text or "inget")
        for change in one.changes
        for when, text in (("förut", change.before), ("nu", change.after))
    ]
    return joined([wrapped(f"{one.id}  {one.title}", width, 2, 4), block(rows, width, 4)])


def _name(rulebook: Rulebook) -> str:
    return f"{rulebook.organisation} {rulebook.version}"


def _sum(found: Difference) -> str:
    if not found.number:
        return "Kraven är desamma."
    return (
        f"{count(len(found.added), 'nytt', 'nya')}, {count(len(found.changed), 'ändrat', 'ändrade')} och "
        f"{count(len(found.removed), 'borttaget', 'borttagna')} krav."
    )
