"""Finds overlays, built-in ones and an organisation's own, and loads them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from dialogcli.model.errors import UnreadableError
from dialogcli.model.words import count, did_you_mean, listed
from dialogcli.rulebook.faults import Faults, RulebookFault
from dialogcli.rulebook.loader import fault_of_folder
from dialogcli.rulebook.model import Overlay, Rulebook
from dialogcli.rulebook.overlay import assemble_overlay, combine
from dialogcli.rulebook.shelves import (
    Source,
    heading,
    known_files,
    read_root,
    read_source,
    shared_sources,
)
from dialogcli.rulebook.vocabulary import read_methods, read_vocabulary


def parse_overlay(
    text: str,
    file: str,
    vocabulary: Source,
    methods: Source,
) -> tuple[Overlay | None, tuple[RulebookFault, ...]]:
    """The overlay of a text, or None and everything that is wrong with it and the two files it
    leans on.
    """
    faults = Faults()
    book, words, catalogue = (
        read_root(*source, faults) for source in ((text, file), vocabulary, methods)
    )
    if book is None or words is None or catalogue is None:
        return None, faults.in_order()
    if entry := book.get("rulebook"):
        faults.add(
            "regelverk",
            entry.key.place,
            "Det här är ett eget regelverk, och inget tillägg till regelverk.",
        )
        return None, faults.in_order()
    overlay = assemble_overlay(
        book, read_vocabulary(words, faults), read_methods(catalogue, faults), faults
    )
    found = faults.in_order()
    return (None if found else overlay), found


def load_overlay(name: str, start: Path | None = None) -> Overlay:
    """The overlay of that name, an own one in `regelverk/` at `start` or above it, else a built-in
    one.

    Raises UnreadableError when there is none, and with all its faults when it cannot be used.
    """
    path = known_files(start).get(normalize("NFC", name))
    if path is None:
        raise UnreadableError(
            f"Tillägget {name} finns inte.{_hint(name, available_overlays(start))}",
            "Tilläggen står under tillägg: i dossier.yaml.",
        )
    overlay, faults = read_overlay(path)
    if overlay is None:
        raise UnreadableError(
            f"Tillägget {name} går inte att läsa: {count(len(faults), 'fel', 'fel')}.",
            faults=faults,
        )
    return overlay


def with_overlays(rulebook: Rulebook, names: Iterable[str], start: Path | None = None) -> Rulebook:
    """A rulebook with the overlays of these names on top. Raises as `load_overlay` and `combine`."""
    for name in names:
        rulebook = combine(rulebook, load_overlay(name, start))
    return rulebook


def read_overlay(path: Path) -> tuple[Overlay | None, tuple[RulebookFault, ...]]:
    """The overlay of a file, or everything that is wrong with it. Raises UnreadableError for what
    is no text.
    """
    text, name = read_source(path)
    overlay, faults = parse_overlay(text, name, *shared_sources())
    if overlay and (fault := fault_of_folder(path, name, "Tillägget", overlay.id)):
        return None, (fault,)
    return overlay, faults


def is_overlay(path: Path) -> bool:
    """Whether a file is an overlay and not a rulebook."""
    return bool(heading(path, "overlay")[0])


def available_overlays(start: Path | None = None) -> list[str]:
    """The ids of all overlays."""
    return [id_ for id_, path in known_files(start).items() if is_overlay(path)]


def _hint(name: str, known: list[str]) -> str:
    return did_you_mean(name, known) or (f" Det här finns: {listed(known)}." if known else "")
