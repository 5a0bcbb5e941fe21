"""Opening a dossier from a folder on disk, or all that lie together with what an organisation keeps
beside them, such as its own organs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from dialogcli.base.commands import new
from dialogcli.base.findings import DialogError, FileFault, UnreadableError, UsageError
from dialogcli.base.screen import line
from dialogcli.base.words import is_number
from dialogcli.disk.files import TextFile, read_text
from dialogcli.disk.folders import (
    DOSSIER_FILE,
    find_root,
    folders_holding,
    nearest_holding,
    passed_over,
    read_folder,
)
from dialogcli.dossier.build import (
    REGISTER_FOLDER,
    assemble_dossier,
    build_dossier,
    build_shelf,
    readings_of,
)
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.unread import unread_findings
from dialogcli.rulebook.loader import find_rulebook, load_pinned
from dialogcli.rulebook.mapping_reader import Block, Faults
from dialogcli.rulebook.model import Organ, Rulebook
from dialogcli.rulebook.organs import ORGAN_KEYS, read_organ
from dialogcli.yamltext import nodes
from dialogcli.yamltext.reader import read_yaml

ORGANS_FILE = "organ.yaml"
ORGANISATION_FILE = "organisation.yaml"


def with_own_organs(rulebook: Rulebook, start: Path) -> Rulebook:
    """The rulebook with the organs of the repository that a folder lies in after its own.

    Raises UnreadableError with all that is wrong with the file.
    """
    root = find_root(start)
    if root is None or not (root / ORGANS_FILE).is_file():
        return rulebook
    organs, faults = parse_organs(
        read_text(root / ORGANS_FILE, ORGANS_FILE).text, rulebook.organ_types
    )
    if faults:
        raise UnreadableError(f"{ORGANS_FILE} går inte att använda.", faults=faults)
    return rulebook._replace(organs=(*rulebook.organs, *organs))


def with_own_settings(rulebook: Rulebook, start: Path) -> Rulebook:
    """The rulebook with where the organisation is reached and where its handbook is, out of what it
    keeps beside its dossiers (`kontakt`, `stöd`).

    What is wrong with that file stops no check: those who need the rest of it are told.
    """
    root = find_root(start)
    if root is None or not (root / ORGANISATION_FILE).is_file():
        return rulebook
    try:
        text = read_text(root / ORGANISATION_FILE, ORGANISATION_FILE).text
    except DialogError:
        return rulebook
    reading = read_yaml(text, ORGANISATION_FILE)
    if reading.root is None:
        return rulebook
    contacts = _texts(reading.root, "kontakt")
    return rulebook._replace(contacts=contacts, support=_named_texts(reading.root, "stöd"))


def parse_organs(
    text: str, types: tuple[str, ...]
) -> tuple[tuple[Organ, ...], tuple[FileFault, ...]]:
    """The organs of a text, each with a name and one of the types, and everything that is wrong
    with it.
    """
    faults = Faults()
    reading = read_yaml(text, ORGANS_FILE)
    faults.extend(reading.faults)
    if reading.root is None:
        return (), faults.in_order()
    book = Block(reading.root, faults, ORGANS_FILE, ("format", "organs"))
    organs = [read_organ(block, types) for block in book.blocks("organs", "ett organ", ORGAN_KEYS)]
    return tuple(organs), faults.in_order()


__all__ = ["IDENTITY", "NEWEST_FORMAT", "build_dossier", "find_dossier", "read_dossier"]

IDENTITY = DOSSIER_FILE
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
    if found := nearest_holding(start):
        return found
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
    rulebook = with_own_settings(rulebook, start)
    if not pin.overlays:
        return rulebook
    from dialogcli.rulebook.overlay import with_overlays  # most dossiers have none

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
    dossier = assemble_dossier(load(pin, folder), readings)
    unread = unread_findings(dossier.rulebook, passed_over(folder), files)
    remarks = (*dossier.remarks, *(one.discreet() for one in unread))
    return dossier._replace(texts=texts, remarks=remarks)


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


def _named_texts(root: nodes.Mapping, key: str) -> dict[str, str]:
    """The texts below a key, by their own keys."""
    below = root.get(key)
    if below is None or not isinstance(below.value, nodes.Mapping):
        return {}
    texts = {one.key.text: _text(below.value, one.key.text) for one in below.value.entries}
    return {name: text for name, text in texts.items() if text}


def _refuse_newer_format(root: nodes.Mapping) -> None:
    written = _text(root, "format") or "1"
    if is_number(written) and int(written) > NEWEST_FORMAT:
        raise UnreadableError(
            f"Dossiern är skriven i format {written}. Det här programmet kan format {NEWEST_FORMAT}.",
            "Inget är ändrat. Uppdatera programmet eller be it-avdelningen om hjälp.",
        )


class FoundDossier(NamedTuple):
    """A folder that is a dossier: what it holds, or why not all of it can be read."""

    folder: Path
    dossier: Dossier | None = None
    error: DialogError | None = None


def find_repository(start: Path) -> Path:
    """The folder with the dossiers, from somewhere in it: the nearest one upwards that holds what
    lies beside them.

    Else `start` itself; a folder that is a dossier lies in its repository, whatever else it holds.
    """
    root = find_root(start) or start
    inside = nearest_holding(start)
    return inside.parent if inside and root.is_relative_to(inside) else root


def read_dossiers(root: Path) -> Iterator[FoundDossier]:
    """Every dossier of a repository, by folder, each when it is asked for. Each rulebook is loaded
    once.

    Raises InputOutputError for the root.
    """
    load = remembering(rulebook_with)
    for folder in folders_holding(root, IDENTITY):
        yield _found(folder, load)


def read_shelf(root: Path, rulebook: Rulebook) -> Dossier:
    """The entries that the registers of a rulebook have of their own; none where there is no such
    folder.
    """
    folder = root / REGISTER_FOLDER
    files = read_folder(folder) if folder.is_dir() else {}
    return build_shelf(rulebook, readings_of(files))


def _found(folder: Path, load: Load) -> FoundDossier:
    try:
        dossier = read_dossier(folder, load)
    except DialogError as error:
        return FoundDossier(folder, error=error)
    if dossier.faults:
        return FoundDossier(folder, dossier, UnreadableError("", faults=dossier.faults))
    return FoundDossier(folder, dossier)
