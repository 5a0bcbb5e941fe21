"""Who answers questions in a folder at the same time. It keeps nobody out: each has a lock of its
own, which only shows whether the process is still there.
"""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dialogcli.disk.holders import Holder, ourselves, read_holder, write_down
from dialogcli.disk.lock import LOCK

_ONE = re.compile(re.escape(LOCK) + r"\.[0-9a-f]{8}")


@contextlib.contextmanager
def answering(folder: Path, command: str, now: datetime) -> Iterator[list[Holder]]:
    """Show that somebody answers questions here, and give the others who do. Where that cannot be
    shown the questions are asked all the same.
    """
    from filelock import FileLock, Timeout

    others = list(_others(folder))
    ours = folder / f"{LOCK}.{secrets.token_hex(4)}"
    lock = FileLock(ours, blocking=False, fallback_to_soft=False)
    with contextlib.suppress(OSError, NotImplementedError, Timeout):
        lock.acquire()
        write_down(ourselves(folder, command, now), _info(ours))
    try:
        yield others
    finally:
        lock.release()
        _remove(ours)


def _others(folder: Path) -> Iterator[Holder]:
    """Those who are there. What a process that is gone has left is cleared away."""
    from filelock import FileLock, Timeout

    with contextlib.suppress(OSError, NotImplementedError):
        for file in sorted(folder.iterdir()):
            if not _ONE.fullmatch(file.name):
                continue
            lock = FileLock(file, blocking=False, fallback_to_soft=False)
            try:
                lock.acquire()
            except Timeout:
                yield read_holder(_info(file))
            else:
                lock.release()
                _remove(file)


def _info(file: Path) -> Path:
    return file.with_name(f"{file.name}.info")


def _remove(file: Path) -> None:
    for one in (_info(file), file):
        with contextlib.suppress(OSError):
            one.unlink()
