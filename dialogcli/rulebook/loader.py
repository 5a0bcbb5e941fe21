"""Finds rulebooks, built-in ones and an organisation's own, and loads them."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.place import Place
from dialogcli.model.words import count, did_you_mean
from dialogcli.rulebook.assembly import assemble
from dialogcli.rulebook.faults import Faults, RulebookFault
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.shelves import (
    Source,
    heading,
    known_files,
    read_root,
    read_source,
    shared_sources,
)
from dialogcli.rulebook.vocabulary import read_methods, read_vocabulary


def parse_rulebook(
    text: str,
    file: str,
    vocabulary: Source,
    methods: Source,
) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a text, or None and everything that is wrong with it and the two files it
    leans on.
    """
    faults = Faults()
    book, words, catalogue = (
        read_root(*source, faults) for source in ((text, file), vocabulary, methods)
    )
    if book is None or words is None or catalogue is None:
        return None, faults.in_order()
    if entry := book.get("overlay"):
        faults.add(
            "tillägg",
            entry.key.place,
            "Det här är ett tillägg till regelverk, och inget eget regelverk. "
            f"Slå på det i dossier.yaml: tillägg: [{Path(file).parent.name}]",
        )
        return None, faults.in_order()
    rulebook = assemble(
        book, read_vocabulary(words, faults), read_methods(catalogue, faults), faults
    )
    found = faults.in_order()
    return (None if found else rulebook), found


def find_rulebook(name: str, start: Path | None = None) -> Path:
    """The file of a rulebook: an own one in `regelverk/` at `start` or above it, else a built-in
    one.

    Raises UsageError when there is none of that name.
    """
    known = known_files(start)
    wanted = normalize("NFC", name)
    if wanted in known:
        return known[wanted]
    hint = did_you_mean(wanted, known) or f" Det här finns: {', '.join(known)}."
    raise UsageError(f"Regelverket {name} finns inte.{hint}")


def load_rulebook(name: str, start: Path | None = None) -> Rulebook:
    """The rulebook of that name. Raises UsageError when there is none, UnreadableError with all its
    faults.
    """
    path = find_rulebook(name, start)
    rulebook, faults = read_rulebook(path)
    if rulebook is None:
        raise UnreadableError(
            f"Regelverket {name} går inte att läsa: {count(len(faults), 'fel', 'fel')}.",
            faults=faults,
        )
    return rulebook


def read_rulebook(path: Path) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a file, or everything that is wrong with it. Raises UnreadableError for what
    is no text.
    """
    text, name = read_source(path)
    rulebook, faults = parse_rulebook(text, name, *shared_sources())
    if rulebook and (fault := fault_of_folder(path, name, "Regelverket", rulebook.id)):
        return None, (fault,)
    return rulebook, faults


def fault_of_folder(path: Path, name: str, what: str, id_: str) -> RulebookFault | None:
    """A rulebook that does not have the name of its folder, by which it is found."""
    folder = normalize("NFC", path.parent.name)
    message = f"{what} heter {id_}, men ligger i mappen {folder}. De ska heta likadant."
    return RulebookFault("fel-mapp", Place(name), message) if id_ != folder else None


def available_rulebooks(start: Path | None = None) -> list[tuple[str, str]]:
    """All rulebooks as (id, organisation), sorted by organisation; one that cannot be read goes by
    its id.
    """
    heads = {
        id_: heading(path, "organisation", "overlay") for id_, path in known_files(start).items()
    }
    found = [
        (id_, organisation or id_) for id_, (organisation, overlay) in heads.items() if not overlay
    ]
    return sorted(found, key=lambda pair: pair[1])
