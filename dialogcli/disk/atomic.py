"""Writing a file whole: beside the old one, to the disk, then over it in one step. Old or new,
never torn; what the system said no to is told in Swedish.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path

from dialogcli.base.findings import ConflictError, DialogError, InputOutputError

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_WINDOWS_FULL = (39, 112)  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_BECAUSE = {
    errno.EACCES: "Du har inte rätt till det.",
    errno.EPERM: "Du har inte rätt till det.",
    errno.EROFS: "Mappen är skrivskyddad.",
    errno.ENOENT: "Mappen eller filen finns inte.",
    errno.ENOTDIR: "Mappen finns inte.",
    errno.ENAMETOOLONG: "Namnet är för långt.",
    errno.EFBIG: "Den skulle bli större än en fil får vara här.",
    errno.EIO: "Disken svarar inte som den ska.",
}


class DiskFullError(InputOutputError):
    """No room left. The old file is whole; whoever holds a text that could not be saved shows it to
    the user.
    """


def stopped(error: OSError, path: Path, done: str) -> InputOutputError:
    """The stop for a failed call. `done` is what could not be done to the file: `läsas`, `sparas`."""
    if error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL:
        drive = f" {path.drive}" if path.drive else ""
        left = "Den är som den var." if path.exists() else "Inget är skapat."
        return DiskFullError(f"Disken{drive} är full.", f"{path.name} kunde inte {done}. {left}")
    reason = _BECAUSE.get(error.errno or 0, f"Datorn svarade med felkod {error.errno}.")
    return InputOutputError(f"{path.name or path} kunde inte {done}. {reason}")


def unforeseen(error: OSError) -> InputOutputError:
    """The stop for a call that failed where nobody had better words for it."""
    where = os.path.basename(error.filename) if isinstance(error.filename, str) else ""  # noqa: PTH119
    match error.errno:
        case errno.ENOSPC:
            said = "Disken är full."
        case errno.EACCES | errno.EPERM:
            said = f"Du har inte rätt att öppna {where or 'en fil'}, eller så är den öppen i ett annat program."
        case _:
            said = f"Datorn kunde inte läsa eller skriva {where or 'en fil'}."
    return InputOutputError(said, "Inget är halvskrivet. Rätta till det och försök igen.")


_OURS = re.compile(
    r"\.~.+-[0-9a-f]{8}"
)  # and not `.~lock.x.odt#`, which an office program holds its files with
_DAY = 24 * 60 * 60


def temporary(path: Path) -> Path:
    """A hidden name beside `path` that nothing has."""
    return path.with_name(f".~{path.name[:80]}-{secrets.token_hex(4)}")


def clear_leftovers(written: Path) -> None:
    """Remove what lies beside `written` under such a name and is more than a day older.

    The age is counted from what has just been written, by the clock of the same disk. What cannot
    be removed stays.
    """
    with contextlib.suppress(OSError):
        now = written.stat().st_mtime
        with os.scandir(written.parent) as entries:
            found = [entry for entry in entries if _OURS.fullmatch(entry.name)]
        for entry in found:
            if now - entry.stat(follow_symlinks=False).st_mtime > _DAY:
                _remove(entry)


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path, ignore_errors=True)
    else:
        Path(entry.path).unlink()


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
