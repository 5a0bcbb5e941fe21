"""One writer at a time in a folder, for one save: others wait some seconds. The lock is the operating
system's and goes away with the process holding it.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dialogcli.base.findings import ConflictError, DialogError
from dialogcli.base.screen import Kept, Line, Tone, line, remark
from dialogcli.disk.atomic import stopped
from dialogcli.disk.holders import Holder, ourselves, read_holder, write_down

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".dialog.lock"
INFO = ".dialog.lock.info"

TOLD_AFTER = 1.0
"""Seconds until it is said that somebody else is saving."""
PATIENCE = 10.0
"""Seconds until a writer gives up: a save takes less than one."""

Tell = Callable[[Line], None]
"""Says something about the run while it goes on: on a terminal, on the stream for that."""


def silent(_: Line) -> None:
    """For whoever has nobody to tell."""


@contextlib.contextmanager
def locked(folder: Path, command: str, now: datetime, tell: Tell = silent) -> Iterator[None]:
    """Hold the folder's lock. `command` is what holds it (`dialog set`).

    Raises LockedError when somebody else still does after `PATIENCE` seconds, InputOutputError where
    no lock can be made. What a process that is gone has left is taken over, with a word.
    """
    from filelock import FileLock  # takes 49 ms, and only what writes needs it

    if not folder.is_dir():  # filelock would make it
        raise stopped(FileNotFoundError(errno.ENOENT, "no folder"), folder, "låsas")
    lock = FileLock(folder / LOCK, fallback_to_soft=False)
    info = folder / INFO
    waited = [(TOLD_AFTER, _waiting), (PATIENCE - TOLD_AFTER, _in_use)]
    try:
        for seconds, then in waited:
            if _acquired(lock, seconds):
                break
            then(read_holder(info), now, tell)
    except (OSError, NotImplementedError) as error:
        raise _no_lock(folder, error) from error
    try:
        if info.exists():  # whoever lets go of the lock takes it away
            tell(_taken_over(read_holder(info), now))
        write_down(ourselves(folder, command, now), info)
        yield
    finally:
        with contextlib.suppress(OSError):
            info.unlink()
        lock.release()


class LockedError(ConflictError):
    """Somebody else has held the lock all the time that one waits for it."""


def _acquired(lock: BaseFileLock, seconds: float) -> bool:
    from filelock import Timeout

    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        return False
    return True


def _waiting(holder: Holder, _: datetime, tell: Tell) -> None:
    tell(line(Kept("Väntar", Tone.WARNING), f": {holder.who} sparar just nu."))


def _in_use(holder: Holder, now: datetime, _: Tell) -> None:
    since = holder.since(now.date())
    when = f" sedan {since}" if since else ""
    how = f" ({holder.how})" if holder.how else ""
    raise LockedError(f"{holder.who} använder mappen{when}{how}. Inget är ändrat.")


def _taken_over(holder: Holder, now: datetime) -> Line:
    how = ", ".join(filter(None, [holder.command, holder.since(now.date())]))
    of = f" ({how})" if how else ""
    return remark(f"{holder.who} blev avbruten mitt i{of}. Låset är övertaget, filerna är hela.")


def _no_lock(folder: Path, error: Exception) -> DialogError:
    os_error = error if isinstance(error, OSError) else OSError(0, str(error))
    return stopped(os_error, folder, "låsas")
