"""An organisation's settings as the dossiers beside them understand them."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import Organisation, load_organisation
from dialogcli.dossier.repository import find_repository, read_dossiers
from dialogcli.process.organ_settings import by_name
from dialogcli.storage.surroundings import find_root


def settings_for(folder: Path, dossier: Dossier) -> Organisation:
    """The settings for the dossier in a folder. Others of the repository are read only for organs
    that this one does not know.

    Raises UnreadableError with all that is wrong with the settings.
    """
    beside = (found.dossier for found in read_dossiers(find_repository(folder)))
    return by_name(load_organisation(folder), chain([dossier], beside))


def dossiers_at(folder: Path) -> list[Dossier | None]:
    """Those of the repository that a folder lies in, None for one that cannot be read; none outside
    a repository.
    """
    root = find_root(folder)
    return [found.dossier for found in read_dossiers(root)] if root else []
