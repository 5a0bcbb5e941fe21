"""The folders around dossiers: where a repository begins, and which folders in it hold a file of
some name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dialogcli.model.errors import UsageError
from dialogcli.model.text import shown
from dialogcli.storage.refusals import stopped

_MARKS = (".git", "regelverk", "register", "organ.yaml", "organisation.yaml")
"""What an organisation keeps beside its dossiers."""

_OTHER_THINGS = ("handlingar", "mallar", "regelverk", "register")
_DEPTH = 2


def find_root(start: Path) -> Path | None:
    """The nearest folder, upwards from `start`, that holds what an organisation keeps beside its
    dossiers.
    """
    for folder in (start, *start.parents):
        if any((folder / mark).exists() for mark in _MARKS):
            return folder
    return None


def folders_holding(root: Path, name: str, depth: int = _DEPTH) -> list[Path]:
    """The sub-folders, sorted, that hold a file of that name; what lies below one of them is its
    own business.

    Links are not followed, and hidden folders and those for other things are passed over. A folder
    that cannot be listed is among them: whoever reads it is told why. Raises InputOutputError when
    that is `root` itself.
    """
    try:
        below = _folders(root)
    except OSError as error:
        raise stopped(error, root, "läsas") from error
    return sorted(_holding(below, name, depth))


def _holding(folders: list[Path], name: str, depth: int) -> Iterator[Path]:
    for folder in folders:
        try:
            found = (folder / name).is_file()
            below = [] if found or depth == 1 else _folders(folder)
        except OSError:
            found, below = True, []  # nobody knows what it holds
        if found:
            yield folder
        yield from _holding(below, name, depth - 1)


def _folders(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return [
            folder / entry.name
            for entry in entries
            if entry.is_dir(follow_symlinks=False)
            and not entry.name.startswith(".")
            and entry.name not in _OTHER_THINGS
        ]


def existing(folder: Path, typed: str) -> Path:
    """The folder that somebody means by what they typed. Raises UsageError when it is none."""
    if not folder.is_dir():
        raise UsageError(f"Mappen {shown(typed)} finns inte.")
    return folder


def relative(folder: Path, start: Path) -> str:
    """A folder as seen from another one, with `/`; the whole of it where they are on different
    drives.
    """
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        return folder.as_posix()


def ensure_folder(folder: Path) -> Path:
    """The folder, made if it is not there. Raises InputOutputError."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise stopped(error, folder, "skapas") from error
    return folder
