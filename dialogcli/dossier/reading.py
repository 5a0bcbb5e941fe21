"""Opening a dossier: from a folder on disk to the model."""

from __future__ import annotations

from pathlib import Path

from dialogcli.dossier.build import assemble, build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.finding import FileFault
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.storage import nodes
from dialogcli.storage.files import TextFile, read_folder
from dialogcli.storage.yaml_reader import Reading, read_yaml

__all__ = ["IDENTITY", "NEWEST_FORMAT", "build_dossier", "find_dossier", "read_dossier"]

IDENTITY = "dossier.yaml"
NEWEST_FORMAT = 1


def find_dossier(start: Path) -> Path:
    """The nearest folder, upwards from `start`, that is a dossier. Raises UsageError."""
    for folder in (start, *start.parents):
        if (folder / IDENTITY).is_file():
            return folder
    raise UsageError(f"Här finns ingen dossier: {start}", "Gå till dossierns mapp, eller skriv mappen efter kommandot.",
                     "Ny dialog: dialog new")


def read_dossier(folder: Path) -> Dossier:
    """The dossier in a folder, with the rulebook that its dossier.yaml names.

    Raises UsageError when the folder is no dossier, UnreadableError when dossier.yaml cannot be read, names no
    rulebook or is of a newer format. Other files that cannot be read are in `Dossier.faults`.
    """
    readings = {name: _reading(found) for name, found in read_folder(folder).items()}
    if IDENTITY not in readings:
        find_dossier(folder)
        raise UsageError(f"Mappen {folder} är ingen dossier. Filen {IDENTITY} saknas.")
    identity = readings[IDENTITY]
    if identity.root is None:
        raise UnreadableError(f"{IDENTITY} går inte att läsa. Därför är inget kontrollerat.", faults=identity.faults)
    _refuse_newer_format(identity.root)
    name = _text(identity.root, "regelverk")
    if not name:
        raise UnreadableError(f"Det står inte i {IDENTITY} vilket regelverk dossiern följer.",
                              "Skriv till exempel regelverk: allman")
    return assemble(load_rulebook(name, folder), readings)


def _reading(found: TextFile | FileFault) -> Reading:
    if isinstance(found, FileFault):
        return Reading(None, (found,), ())
    return read_yaml(found.text, found.name)


def _text(root: nodes.Mapping, key: str) -> str:
    entry = root.get(key)
    return entry.value.text.strip() if entry and isinstance(entry.value, nodes.Scalar) else ""


def _refuse_newer_format(root: nodes.Mapping) -> None:
    written = _text(root, "format") or "1"
    if written.isdigit() and int(written) > NEWEST_FORMAT:
        raise UnreadableError(f"Dossiern är skriven i format {written}. Det här programmet kan format {NEWEST_FORMAT}.",
                              "Inget är ändrat. Uppdatera programmet eller be it-avdelningen om hjälp.")
