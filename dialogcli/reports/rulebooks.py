"""Which rulebooks there are, as text: an organisation's own first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dialogcli.model.layout import WIDTH, block, command, paragraphs
from dialogcli.model.words import listed


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


def rulebooks_text(shelved: Sequence[Shelved], width: int = WIDTH) -> str:
    """Own rulebooks and overlays with their files, then the built-in rulebooks, then the built-in
    overlays.
    """
    own = [one for one in shelved if one.path]
    ours = [one for one in shelved if not one.path]
    return paragraphs(
        _group("Egna regelverk", own, width) if own else "Egna regelverk: inga",
        _group("Inbyggda regelverk", [one for one in ours if not one.overlay], width),
        _group(
            "Inbyggda tillägg, som kan läggas på ett regelverk",
            [one for one in ours if one.overlay],
            width,
        ),
        "Läs kraven: dialog rules show --rulebook NAMN\nGör ett eget: dialog rules new",
    )


def _group(heading: str, shelved: Sequence[Shelved], width: int) -> str:
    rows = [
        row
        for one in shelved
        for row in ((one.id, _described(one)), *([("", one.path)] if one.path else []))
    ]
    return f"{heading}\n{block(rows, width, gap=2)}" if rows else ""


def _described(one: Shelved) -> str:
    if not one.name:
        return f"går inte att läsa. Se vad som är fel: {command(f'rules check {one.id}')}"
    kind = "tillägget " if one.overlay and one.path else ""
    kept = f" (också {listed(one.kept)})" if one.kept else ""
    return f"{kind}{one.name}, version {one.version}{kept}"
