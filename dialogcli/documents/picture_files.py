"""Reading the pictures of a dossier from its own folder, and from nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from dialogcli.documents.markup.images import LARGEST, Picture, PictureError, images_of, read_picture
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.model import Dossier
from dialogcli.storage.plain_file import NotPlainError, read_bytes

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\~]", re.IGNORECASE)
"""How an address, a drive or a path from the top begins."""


def with_pictures(templates: Templates, folder: Path, dossier: Dossier) -> Templates:
    """The templates together with the pictures of the dossier in a folder."""
    return replace(templates, pictures=read_pictures(folder, dossier))


def read_pictures(folder: Path, dossier: Dossier) -> dict[str, Picture | PictureError]:
    """What the dossier's answers call pictures, with the pictures, or with why they cannot be used."""
    return {source: _read(folder, source) for source in {image.source for _, image in images_of(dossier)}}


def _read(folder: Path, source: str) -> Picture | PictureError:
    try:
        return read_picture(read_bytes(_inside(folder, source), LARGEST))
    except PictureError as error:
        return error
    except NotPlainError as error:
        return PictureError(f"går inte att läsa. {error.message.rstrip('.')}")
    except (OSError, ValueError):
        return PictureError("finns inte i dossierns mapp")


def _inside(folder: Path, source: str) -> Path:
    """The path of a file below the folder. Raises PictureError for one that leads, or may lead, out of it."""
    if _ELSEWHERE.match(source) or "\\" in source or ".." in source.split("/"):
        raise PictureError("ligger inte i dossierns mapp. Lägg den där och skriv till exempel bilder/torget.png")
    path = folder
    for name in source.split("/")[:-1]:
        path = path / name
        if not path.is_dir() or path.is_symlink() or path.resolve().parent != path.parent.resolve():
            raise PictureError("finns inte i dossierns mapp")
    return path / source.rpartition("/")[2]
