"""Names of files and folders while they are being written, and clearing away what a killed process
left under them.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from pathlib import Path

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
