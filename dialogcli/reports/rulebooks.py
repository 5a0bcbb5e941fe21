"""Which rulebooks there are: an organisation's own first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dialogcli.model.commands import rules_check, rules_new, rules_show
from dialogcli.model.screen import Item, Parts, Screen, heading, line, rows, screen
from dialogcli.model.words import listed
from dialogcli.reports.labelled import Row


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
