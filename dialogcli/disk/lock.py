"""One writer at a time in a dossier. The lock is the operating system's and goes away with the
process holding it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dialogcli.base.findings import ConflictError, DialogError
from dialogcli.disk.atomic import stopped
from dialogcli.disk.files import NotPlainError, read_bytes

LOCK = ".dialog.lock"
INFO = ".dialog.lock.info"
_SHORT = 4096


@contextlib.contextmanager
def locked(folder: Path, command: str, now: datetime) -> Iterator[None]:
    """Hold the dossier's lock. `command` is what holds it (`dialog fill`).

    Raises ConflictError at once when somebody else does, InputOutputError where no lock can be
    made.
    """
    from filelock import FileLock, Timeout  # takes 49 ms, and only what writes needs it

    if not folder.is_dir():  # filelock would make it
        raise stopped(FileNotFoundError(errno.ENOENT, "no folder"), folder, "låsas")
    lock = FileLock(folder / LOCK, blocking=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise _in_use(folder) from None
    except (OSError, NotImplementedError) as error:
        raise _no_lock(folder, error) from error
    try:
        _tell(folder, command, now)
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / INFO).unlink()
        lock.release()


def _tell(folder: Path, command: str, now: datetime) -> None:
    """Write down who holds the lock, for the message of whoever comes next; without it the message
    is shorter.
    """
    holder = {"kommando": command, "klockan": f"{now:%H.%M}", "dator": platform.node()}
    info = folder / INFO
    with contextlib.suppress(OSError):
        info.unlink(missing_ok=True)
        with info.open("x", encoding="utf-8") as file:
            json.dump(holder, file, ensure_ascii=False)


def _in_use(folder: Path) -> ConflictError:
    holder = _holder(folder)
    command, since, machine = (holder.get(key, "") for key in ("kommando", "klockan", "dator"))
    by = f" av {command}" if command else ""
    when = f" sedan kl. {since}" if since else ""
    where = f", på datorn {machine}" if machine else ""
    return ConflictError(
        f"Dossiern används{by}{when}{where}.", "Inget är ändrat. Försök igen när det är klart."
    )


def _holder(folder: Path) -> dict[str, str]:
    """What the holder wrote about itself; empty when that cannot be read."""
    try:
        told = json.loads(read_bytes(folder / INFO, _SHORT))
    except (OSError, ValueError, NotPlainError):
        return {}
    return (
        {key: value for key, value in told.items() if isinstance(value, str)}
        if isinstance(told, dict)
        else {}
    )


def _no_lock(folder: Path, error: Exception) -> DialogError:
    os_error = error if isinstance(error, OSError) else OSError(0, str(error))
    return stopped(os_error, folder, "låsas")
