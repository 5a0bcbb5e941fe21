"""Opening a dossier: from a folder on disk to the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from dialogcli.dossier.build import assemble, build_dossier, readings_of
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organs import with_own_organs
from dialogcli.model.commands import new
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.screen import line
from dialogcli.model.words import is_number
from dialogcli.rulebook.loader import find_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.versions import load_pinned
from dialogcli.storage import nodes
from dialogcli.storage.folders import read_folder
from dialogcli.storage.text_file import TextFile

__all__ = ["IDENTITY", "NEWEST_FORMAT", "build_dossier", "find_dossier", "read_dossier"]

IDENTITY = "dossier.yaml"
NEWEST_FORMAT = 1


class Pin(NamedTuple):
    """Which rules a dossier follows: a rulebook's id, its version ('' for the installed one), and
    overlays on top.
    """

    rulebook: str
    version: str = ""
    overlays: tuple[str, ...] = ()


Load: TypeAlias = Callable[[Pin, Path], Rulebook]
"""From a rulebook's name, the overlays on top of it and the folder that asks, to the rulebook."""


def find_dossier(start: Path) -> Path:
    """The nearest folder, upwards from `start`, that is a dossier. Raises UsageError."""
    for folder in (start, *start.parents):
        if (folder / IDENTITY).is_file():
            return folder
    raise UsageError(
        f"Här finns ingen dossier: {start}",
        "Gå till dossierns mapp, eller skriv mappen efter kommandot.",
        line("Ny dialog: ", new()),
    )


def rulebook_with(pin: Pin, start: Path) -> Rulebook:
    """The rulebook that is pinned, as seen from a folder, with the organisation's organs and its
    overlays on top.

    Without the pinned version it is the installed one, which a check then remarks on. Raises as
    `load_rulebook`.
    """
    rulebook = with_own_organs(load_pinned(pin.rulebook, pin.version, start), start)
    if not pin.overlays:
        return rulebook
    from dialogcli.rulebook.overlay_loader import with_overlays  # most dossiers have none

    return with_overlays(rulebook, pin.overlays, start)


def installed(pin: Pin, start: Path) -> Rulebook:
    """As `rulebook_with`, in the version that holds for new dialogues."""
    return rulebook_with(pin._replace(version=""), start)


def remembering(load: Load) -> Load:
    """The same, but what is pinned alike is loaded once. A rulebook that cannot be loaded is tried
    again.
    """
    known: dict[tuple[Path, Pin], Rulebook] = {}

    def remembered(pin: Pin, start: Path) -> Rulebook:
        key = (find_rulebook(pin.rulebook, start), pin)
        if key not in known:
            known[key] = load(pin, start)
        return known[key]

    return remembered


def read_dossier(folder: Path, load: Load = rulebook_with) -> Dossier:
    """The dossier in a folder, with the rulebook that its dossier.yaml names, and its overlays
    (`tillägg`) combined in.

    Raises UsageError when the folder is no dossier, UnreadableError when dossier.yaml cannot be
    read, names no rulebook, an unknown overlay or is of a newer format. Other files that cannot be
    read are in `Dossier.faults`.
    """
    files = read_folder(folder)
    readings = readings_of(files)
    if IDENTITY not in readings:
        find_dossier(folder)
        raise UsageError(f"Mappen {folder} är ingen dossier. Filen {IDENTITY} saknas.")
    identity = readings[IDENTITY]
    if identity.root is None:
        raise UnreadableError(
            f"{IDENTITY} går inte att läsa. Därför är inget kontrollerat.", faults=identity.faults
        )
    _refuse_newer_format(identity.root)
    name = _text(identity.root, "regelverk")
    if not name:
        raise UnreadableError(
            f"Det står inte i {IDENTITY} vilket regelverk dossiern följer.",
            "Skriv till exempel regelverk: allman",
        )
    pin = Pin(name, _text(identity.root, "regelverksversion"), _texts(identity.root, "tillägg"))
    texts = {name: found.text for name, found in files.items() if isinstance(found, TextFile)}
    return assemble(load(pin, folder), readings)._replace(texts=texts)


def _text(root: nodes.Mapping, key: str) -> str:
    entry = root.get(key)
    return entry.value.text.strip() if entry and isinstance(entry.value, nodes.Scalar) else ""


def _texts(root: nodes.Mapping, key: str) -> tuple[str, ...]:
    """A list of texts, each once, or a single one without brackets."""
    entry = root.get(key)
    if entry is None:
        return ()
    items = entry.value.items if isinstance(entry.value, nodes.Sequence) else (entry.value,)
    scalars = [item for item in items if isinstance(item, nodes.Scalar)]
    return tuple(dict.fromkeys(one.text.strip() for one in scalars if not one.empty))


def _refuse_newer_format(root: nodes.Mapping) -> None:
    written = _text(root, "format") or "1"
    if is_number(written) and int(written) > NEWEST_FORMAT:
        raise UnreadableError(
            f"Dossiern är skriven i format {written}. Det här programmet kan format {NEWEST_FORMAT}.",
            "Inget är ändrat. Uppdatera programmet eller be it-avdelningen om hjälp.",
        )
