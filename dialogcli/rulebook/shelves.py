"""Where rulebooks and overlays lie: an organisation's own beside its dossiers, and the built-in
ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from dialogcli.model.errors import UnreadableError
from dialogcli.rulebook.faults import Faults
from dialogcli.storage.nodes import Mapping, Scalar
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.shelf import files_below
from dialogcli.storage.text_file import read_text
from dialogcli.storage.yaml_reader import read_yaml

OWN_FOLDER = "regelverk"
"""Where an organisation keeps its own rulebooks, beside its dossiers."""

RULEBOOK_FILE = "rulebook.yaml"

Source: TypeAlias = tuple[str, str]
"""The text of a file and its name."""


def known_files(start: Path | None) -> dict[str, Path]:
    """Every rulebook and overlay by id; the nearest own one goes before a built-in one of the same
    name.
    """
    found: dict[str, Path] = {}
    for shelf in shelves(start):
        for name, path in files_below(shelf, RULEBOOK_FILE).items():
            found.setdefault(normalize("NFC", name), path)
    return found


def shelves(start: Path | None) -> list[Path]:
    """The folders in which rulebooks lie: own ones at `start` and above it, the nearest first, then
    the built-in.
    """
    here = start.absolute() if start else None
    own = [folder / OWN_FOLDER for folder in (here, *here.parents)] if here else []
    return [*own, templates_folder() / "rulebooks"]


def read_source(path: Path) -> Source:
    """A file's text, and the name that messages use (`varmland/rulebook.yaml`). Raises
    UnreadableError.
    """
    name = f"{path.parent.name}/{path.name}"
    return read_text(path, name).text, name


def shared_sources() -> tuple[Source, Source]:
    """The vocabulary and the catalogue of methods."""
    shared = templates_folder() / "rulebooks"
    vocabulary, methods = (
        (read_text(shared / name, name).text, name) for name in ("vocabulary.yaml", "methods.yaml")
    )
    return vocabulary, methods


def read_root(text: str, file: str, faults: Faults) -> Mapping | None:
    """The nodes of a text. Ids are compared after NFC, so the whole text is brought to it."""
    reading = read_yaml(normalize("NFC", text), file)
    faults.extend(reading.faults)
    return reading.root


def heading(path: Path, *keys: str) -> tuple[str, ...]:
    """Single texts at the top of a file, without checking the rest of it; each `''` when it is not
    there.
    """
    try:
        root = read_yaml(read_text(path, path.name).text, path.name).root
    except UnreadableError:
        root = None
    return tuple(_text(root, key) for key in keys)


def _text(root: Mapping | None, key: str) -> str:
    entry = root.get(key) if root else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""
