"""Reading the pictures of answers from the folder of the dossier that they belong to, and from
nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from dialogcli.disk.files import NotPlainError, read_bytes
from dialogcli.documents.markup.pictures import (
    LARGEST,
    Picture,
    PictureError,
    Pictures,
    images_of,
    read_picture,
)
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.model import Answer, Dossier

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\~]", re.IGNORECASE)
"""How an address, a drive or a path from the top begins."""


def with_pictures(templates: Templates, folder: Path, dossier: Dossier) -> Templates:
    """The templates together with the pictures of the dossier in a folder."""
    return replace(templates, pictures=read_pictures(dossier, lambda _: folder))


def read_pictures(dossier: Dossier, folder_of: Callable[[Answer], Path | None]) -> Pictures:
    """What the dossier's answers call pictures, with the pictures, or with why they cannot be used.

    `folder_of` says for an answer in which folder, or below it, its pictures lie; None where it can
    have none.
    """
    wanted = {
        (answer.path, image.source): folder_of(answer) for answer, image in images_of(dossier)
    }
    found = {(folder, source): _read(folder, source) for (_, source), folder in wanted.items()}
    return {(path, source): found[folder, source] for (path, source), folder in wanted.items()}


def _read(folder: Path | None, source: str) -> Picture | PictureError:
    if folder is None:
        return PictureError("finns inte: det som visar den hör inte till någon dossier")
    try:
        return read_picture(read_bytes(_inside(folder, source), LARGEST))
    except PictureError as error:
        return error
    except NotPlainError as error:
        return PictureError(f"går inte att läsa. {error.message.rstrip('.')}")
    except (OSError, ValueError):
        return PictureError("finns inte i dossierns mapp")


def _inside(folder: Path, source: str) -> Path:
    """The path of a file below the folder. Raises PictureError for one that leads, or may lead, out
    of it.
    """
    if _ELSEWHERE.match(source) or "\\" in source or ".." in source.split("/"):
        raise PictureError(
            "ligger inte i dossierns mapp. Lägg den där och skriv till exempel bilder/torget.png"
        )
    path = folder
    for name in source.split("/")[:-1]:
        path = _named(path, name)
        if not path.is_dir() or path.is_symlink() or path.resolve().parent != path.parent.resolve():
            raise PictureError("finns inte i dossierns mapp")
    return _named(path, source.rpartition("/")[2])


def _named(folder: Path, name: str) -> Path:
    """What a folder has by a name, however the disk writes its letters: a Mac takes them apart."""
    path = folder / name
    if name.isascii() or path.exists():
        return path
    meant = normalize("NFC", name)
    return next((one for one in folder.iterdir() if normalize("NFC", one.name) == meant), path)
