"""What the operating system said no to, in Swedish."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from dialogcli.model.errors import InputOutputError

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
