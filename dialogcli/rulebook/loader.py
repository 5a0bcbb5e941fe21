"""Finds rulebooks, built-in ones and an organisation's own, and loads them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.place import Place
from dialogcli.model.words import count, did_you_mean
from dialogcli.rulebook.assembly import assemble
from dialogcli.rulebook.faults import Faults, RulebookFault
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.vocabulary import read_methods, read_vocabulary
from dialogcli.storage.files import read_text
from dialogcli.storage.nodes import Mapping, Scalar
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.shelf import files_below
from dialogcli.storage.yaml_reader import read_yaml

OWN_FOLDER = "regelverk"
"""Where an organisation keeps its own rulebooks, beside its dossiers."""

RULEBOOK_FILE = "rulebook.yaml"

Source: TypeAlias = tuple[str, str]
"""The text of a file and its name."""


def parse_rulebook(text: str, file: str, vocabulary: Source, methods: Source,
                   ) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a text, or None and everything that is wrong with it and the two files it leans on."""
    faults = Faults()
    roots = [_root(text, file, faults), _root(*vocabulary, faults), _root(*methods, faults)]
    book, words, catalogue = roots
    if book is None or words is None or catalogue is None:
        return None, faults.in_order()
    rulebook = assemble(book, read_vocabulary(words, faults), read_methods(catalogue, faults), faults)
    found = faults.in_order()
    return (None if found else rulebook), found


def _root(text: str, file: str, faults: Faults) -> Mapping | None:
    """The nodes of a text. Ids are compared after NFC, so the whole text is brought to it."""
    reading = read_yaml(normalize("NFC", text), file)
    faults.extend(reading.faults)
    return reading.root


def find_rulebook(name: str, start: Path | None = None) -> Path:
    """The file of a rulebook: an own one in `regelverk/` at `start` or above it, else a built-in one.

    Raises UsageError when there is none of that name.
    """
    known = _known(start)
    wanted = normalize("NFC", name)
    if wanted in known:
        return known[wanted]
    hint = did_you_mean(wanted, known) or f" Det här finns: {', '.join(known)}."
    raise UsageError(f"Regelverket {name} finns inte.{hint}")


def load_rulebook(name: str, start: Path | None = None) -> Rulebook:
    """The rulebook of that name. Raises UsageError when there is none, UnreadableError with all its faults."""
    path = find_rulebook(name, start)
    rulebook, faults = read_rulebook(path)
    if rulebook is None:
        raise UnreadableError(f"Regelverket {name} går inte att läsa: {count(len(faults), 'fel', 'fel')}.",
                              faults=faults)
    return rulebook


def read_rulebook(path: Path) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a file, or everything that is wrong with it. Raises UnreadableError for what is no text."""
    shared = templates_folder() / "rulebooks"
    name = f"{path.parent.name}/{path.name}"
    rulebook, faults = parse_rulebook(read_text(path, name).text, name, _source(shared / "vocabulary.yaml"),
                                      _source(shared / "methods.yaml"))
    folder = normalize("NFC", path.parent.name)
    if rulebook and rulebook.id != folder:
        message = f"Regelverket heter {rulebook.id}, men ligger i mappen {folder}. De ska heta likadant."
        return None, (RulebookFault("fel-mapp", Place(name), message),)
    return rulebook, faults


def available_rulebooks(start: Path | None = None) -> list[tuple[str, str]]:
    """All rulebooks as (id, organisation), sorted by organisation; one that cannot be read goes by its id."""
    found = [(id_, _organisation(path) or id_) for id_, path in _known(start).items()]
    return sorted(found, key=lambda pair: pair[1])


def _known(start: Path | None) -> dict[str, Path]:
    """Every rulebook by id; the nearest own one goes before a built-in one of the same name."""
    found: dict[str, Path] = {}
    here = start.absolute() if start else None
    own = [folder / OWN_FOLDER for folder in (here, *here.parents)] if here else []
    for shelf in (*own, templates_folder() / "rulebooks"):
        for name, path in files_below(shelf, RULEBOOK_FILE).items():
            found.setdefault(normalize("NFC", name), path)
    return found


def _organisation(path: Path) -> str:
    """Whose rulebook a file is, without checking the rest of it; `''` when it cannot be read."""
    try:
        root = read_yaml(read_text(path, path.name).text, path.name).root
    except UnreadableError:
        return ""
    entry = root.get("organisation") if root else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def _source(path: Path) -> Source:
    return read_text(path, path.name).text, path.name
