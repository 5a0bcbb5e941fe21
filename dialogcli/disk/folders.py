"""Folders: that of a dossier, those around it, where a repository begins, what lies side by side,
where the data that dialogcli ships lies; and making a folder whole.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.findings import (
    ConflictError,
    FileFault,
    InputOutputError,
    Place,
    UnreadableError,
    UsageError,
)
from dialogcli.disk.atomic import (
    clear_leftovers,
    patiently,
    stopped,
    sync_folder,
    temporary,
    write_new,
)
from dialogcli.disk.files import TextFile, read_text

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """The folder with `rulebooks`, `documents` and `letterhead`."""
    packaged = _PACKAGE / "templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"


def files_below(folder: Path, name: str) -> dict[str, Path]:
    """Sub-folder's name -> its file `name`, sorted; empty when there is no such folder or it cannot
    be listed.
    """
    try:
        found = {child.name: child / name for child in folder.iterdir() if (child / name).is_file()}
    except OSError:
        return {}
    return dict(sorted(found.items()))


def matching_below(folder: Path, pattern: str) -> dict[str, list[Path]]:
    """Sub-folder's name -> its files whose names match (`rulebook-*.yaml`), sorted."""
    found = {}
    try:
        for child in folder.iterdir():
            if child.is_dir():
                found[child.name] = sorted(one for one in child.glob(pattern) if one.is_file())
    except OSError:
        return {}
    return {name: files for name, files in sorted(found.items()) if files}


DOSSIER_FILE = "dossier.yaml"
"""What makes a folder a dossier."""


def nearest_holding(start: Path, name: str = DOSSIER_FILE) -> Path | None:
    """The nearest folder, upwards from `start`, that holds a file of that name."""
    return next((one for one in (start, *start.parents) if (one / name).is_file()), None)


def dossiers_below(root: Path) -> list[Path]:
    """The folders below one that are dossiers. A folder that cannot be listed holds none that
    anybody can open.
    """
    return [one for one in folders_holding(root, DOSSIER_FILE) if _is_dossier(one)]


def _is_dossier(folder: Path) -> bool:
    try:
        return (folder / DOSSIER_FILE).is_file()
    except OSError:
        return False


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


MOST_FILES = 5_000
_NOT_FORMS = frozenset({"handlingar", "mallar", "moten", "bilagor", "regelverk"})


def read_folder(folder: Path) -> dict[str, TextFile | FileFault]:
    """All `*.yaml` of a dossier, at the top and in its sub-folders, by name, sorted.

    Linked and hidden folders and those for other things (`handlingar` ...) are passed over. What
    cannot be read, or is no regular file, is a fault. Raises InputOutputError when a folder cannot
    be read, UnreadableError when it holds more files than any dossier does.
    """
    found: dict[str, TextFile | FileFault] = {}
    names = sorted(islice(_names(folder), MOST_FILES + 1))
    if len(names) > MOST_FILES:
        raise _too_many(folder)
    for name in names:
        try:
            found[name] = read_text(folder / name, name)
        except UnreadableError as error:
            found[name] = error.faults[0]
        except InputOutputError as error:
            found[name] = FileFault("läsning", Place(name), error.message)
    return found


class PassedOver(NamedTuple):
    """What lies in a dossier and is not read: a name relative to it, with `/`. `link`: a linked
    folder.
    """

    name: str
    link: bool = False


def passed_over(folder: Path) -> list[PassedOver]:
    """What nearly is a file of answers, by name, sorted: under another ending, in a folder too far
    down, or behind a link to a folder.

    Hidden things and folders for other things are left out. Raises InputOutputError.
    """
    return sorted(islice(_nearly_read(folder), MOST_FILES))


def _nearly_read(folder: Path) -> Iterator[PassedOver]:
    for entry in _entries(folder):
        if entry.is_symlink():
            if not _is_yaml(entry) and entry.is_dir() and entry.name not in _NOT_FORMS:
                yield PassedOver(entry.name, link=True)
        elif _holds_forms(entry):
            yield from _nearly_read_below(Path(entry.path), entry.name)
        elif _is_nearly_yaml(entry.name):
            yield PassedOver(entry.name)


def _nearly_read_below(folder: Path, shown_as: str) -> Iterator[PassedOver]:
    for entry in _entries(folder):
        name = f"{shown_as}/{entry.name}"
        if _holds_forms(entry):
            yield from (PassedOver(f"{name}/{one}") for one in _answers_in(Path(entry.path)))
        elif _is_nearly_yaml(entry.name) and entry.is_file(follow_symlinks=False):
            yield PassedOver(name)


def _answers_in(folder: Path) -> list[str]:
    """The names of the files of answers in a folder; none where it cannot be listed, for nothing in
    it would be read.
    """
    try:
        return [one.name for one in _entries(folder) if _is_yaml(one) or _is_nearly_yaml(one.name)]
    except InputOutputError:
        return []


_ALMOST = re.compile(r"\.ya?ml(?:[.~_-].*|~)?\Z", re.IGNORECASE)


def _is_nearly_yaml(name: str) -> bool:
    """`plan.yml`, `plan.YAML`, `plan.yaml.txt`, `plan.yaml~`: as editors save by themselves."""
    hidden = name.startswith(".") or name.endswith(".yaml")
    return not hidden and _ALMOST.search(name) is not None


def _too_many(folder: Path) -> UnreadableError:
    number = f"{MOST_FILES:,}".replace(",", " ")
    return UnreadableError(
        f"Mappen {folder.resolve().name} har fler än {number} filer med svar. Ingen av dem är läst.",
        "Flytta de filer på .yaml som inte hör dit till en annan mapp.",
    )


def inside(folder: Path, name: str) -> Path:
    """The path of a name (`beslut/2027-04-14.yaml`) in a dossier. Raises UsageError if it leads out
    or is a link.
    """
    parts = name.split("/")
    if any(_leads_out(part) for part in parts):
        raise UsageError(f"{name} är inget namn på en fil i dossiern. Inget är ändrat.")
    path = folder.joinpath(*parts)
    if path.resolve() != folder.resolve().joinpath(*parts):
        raise UsageError(f"{name} är en länk eller leder ut ur dossiern. Inget är ändrat.")
    return path


def create_folder(target: Path, files: Mapping[str, str | bytes]) -> None:
    """Make a folder with its files (by names with `/`): the whole of it, or nothing.

    Raises ConflictError when there is something at `target`, UsageError for a name that leads out,
    InputOutputError.
    """
    if os.path.lexists(target):
        raise _taken(target)
    staging = temporary(target)
    try:
        staging.mkdir()
        try:
            _fill(staging, files)
            patiently(os.rename, staging, target)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        sync_folder(target.parent)
    except FileExistsError:
        raise _taken(target) from None
    except OSError as error:
        raise (
            _taken(target) if os.path.lexists(target) else stopped(error, target, "skapas")
        ) from error
    clear_leftovers(target)


def holds(target: Path, files: Mapping[str, str | bytes]) -> bool:
    """Whether a folder has these files and no others, hidden ones apart. Raises InputOutputError."""
    wanted = {
        name: one if isinstance(one, bytes) else one.encode()
        for name, one in files.items()
        if not name.startswith(".")
    }
    try:
        there = {
            path.relative_to(target).as_posix(): path.read_bytes()
            for path in target.rglob("*")
            if not path.name.startswith(".") and not path.is_dir()
        }
    except OSError as error:
        raise stopped(error, target, "läsas") from error
    return there == wanted


def remove_folder(target: Path, files: Mapping[str, str | bytes]) -> None:
    """Take away a folder that holds only these files: one that was made a moment ago. Raises
    ConflictError when there is anything else in it, InputOutputError.
    """
    if not holds(target, files):
        raise ConflictError(f"I mappen {target.name} finns det annat också. Den är kvar.")
    try:
        shutil.rmtree(target)
    except OSError as error:
        raise stopped(error, target, "tas bort") from error


def _fill(staging: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = inside(staging, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, content if isinstance(content, bytes) else content.encode())
    for folder in {path.parent for path in staging.rglob("*")}:
        sync_folder(folder)


def _taken(target: Path) -> ConflictError:
    return ConflictError(f"Mappen {target.name} finns redan. Inget är skapat.")


def _leads_out(part: str) -> bool:
    return part in ("", ".", "..") or any(sign in part for sign in "\\:\0")


def _names(folder: Path) -> Iterator[str]:
    for entry in _entries(folder):
        if _is_yaml(entry):
            yield entry.name
        elif _holds_forms(entry):
            yield from (
                f"{entry.name}/{below.name}"
                for below in _entries(Path(entry.path))
                if _is_yaml(below)
            )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise stopped(error, folder, "läsas") from error


def _is_yaml(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(".yaml") and not entry.name.startswith(".")


def _holds_forms(entry: os.DirEntry[str]) -> bool:
    return (
        entry.is_dir(follow_symlinks=False)
        and not entry.name.startswith(".")
        and entry.name not in _NOT_FORMS
    )
