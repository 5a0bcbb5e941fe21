"""The dossiers that lie together, and what an organisation keeps beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dialogcli.dossier.build import readings_of
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import IDENTITY, Load, read_dossier, remembering, rulebook_with
from dialogcli.dossier.shelf import FOLDER, build_shelf
from dialogcli.model.errors import DialogError, UnreadableError
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage.folders import read_folder
from dialogcli.storage.surroundings import find_root, folders_holding


class Found(NamedTuple):
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
    inside = next(
        (folder for folder in (start, *start.parents) if (folder / IDENTITY).is_file()), None
    )
    return inside.parent if inside and root.is_relative_to(inside) else root


def read_dossiers(root: Path) -> Iterator[Found]:
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
    folder = root / FOLDER
    files = read_folder(folder) if folder.is_dir() else {}
    return build_shelf(rulebook, readings_of(files))


def _found(folder: Path, load: Load) -> Found:
    try:
        dossier = read_dossier(folder, load)
    except DialogError as error:
        return Found(folder, error=error)
    if dossier.faults:
        return Found(folder, dossier, UnreadableError("", faults=dossier.faults))
    return Found(folder, dossier)
