"""Writing a file whole: beside the old one, to the disk, then over it in one step. Old or new,
never torn.
"""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from dialogcli.model.errors import ConflictError, DialogError
from dialogcli.storage.refusals import stopped
from dialogcli.storage.temporary import clear_leftovers, temporary

_DELAYS = tuple(0.01 * 2**turn for turn in range(8))  # seconds; 10 ms to 1.28 s
_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def place_whole(
    path: Path, data: bytes, *, exclusive: bool = False, before: Callable[[], None] | None = None
) -> None:
    """Make `path` hold `data`, with the mode bits it had.

    With `exclusive` there must be nothing at `path`. `before` is called at the last moment and may
    raise. Raises ConflictError when something is there or another program holds it,
    InputOutputError, DiskFullError.
    """
    unfinished = temporary(path)
    try:
        try:
            _write(unfinished, data, None if exclusive else _mode(path))
            if before:
                before()
            patiently(_put_new if exclusive else os.replace, unfinished, path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                unfinished.unlink()
        sync_folder(path.parent)
    except FileExistsError:
        raise ConflictError(f"{path.name} finns redan. Inget är ändrat.") from None
    except OSError as error:
        raise stopped(error, path, "sparas") from error
    clear_leftovers(path)


def patiently(move: Callable[[Path, Path], object], source: Path, target: Path) -> None:
    """Move, and try again while Windows lets a scanner or another program hold the target. Raises
    ConflictError.
    """
    for delay in _DELAYS:
        try:
            move(source, target)
        except PermissionError:
            time.sleep(delay)
        else:
            return
    try:
        move(source, target)
    except PermissionError as error:
        raise held(target) from error


def held(target: Path) -> DialogError:
    return ConflictError(
        f"{target.name} är öppen i ett annat program och går inte att ersätta. Inget är ändrat.",
        "Stäng filen där och försök igen.",
    )


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, down to the disk. Raises OSError."""
    _write(path, data, None)


def sync_folder(folder: Path) -> None:
    """Bring a new name down to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(path, _FLAGS, 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - pathlib cannot open a descriptor
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _mode(path: Path) -> int | None:
    """The mode bits of the file that is there."""
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except FileNotFoundError:
        return None


def _put_new(unfinished: Path, path: Path) -> None:
    """Give the file its name unless the name is taken. Raises FileExistsError."""
    if os.name == "nt":
        unfinished.rename(path)  # which never replaces there
        return
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        unfinished.rename(path)
