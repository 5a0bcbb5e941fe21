"""The bytes of a regular file. Links, pipes and devices are refused, and never waited for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotPlainError(Exception):
    """What has the name is no file that may be read; `code` and `message` are for a FileFault."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def read_bytes(path: Path, most: int) -> bytes:
    """All bytes of a regular file of at most `most` bytes. Raises NotPlainError, OSError."""
    _must_be_plain(path.lstat(), most)
    descriptor = os.open(path, _FLAGS)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - pathlib cannot open a descriptor
        _must_be_plain(os.fstat(descriptor), most)  # again, for what has changed in between
        data = file.read(most + 1)
    if len(data) > most:
        raise NotPlainError("för-stor", "Filen är för stor.")
    return data


def _must_be_plain(status: os.stat_result, most: int) -> None:
    if stat.S_ISLNK(status.st_mode) or _is_junction(status):
        raise NotPlainError("länk", "Det är en länk till en annan fil. Länkar läses inte.")
    if stat.S_ISDIR(status.st_mode):
        raise NotPlainError("mapp", "Det är en mapp, inte en fil.")
    if not stat.S_ISREG(status.st_mode):
        raise NotPlainError("ingen-fil", "Det är ingen vanlig fil.")
    if status.st_size > most:
        raise NotPlainError("för-stor", f"Filen är större än {most // 1024 // 1024} MB.")


def _is_junction(status: os.stat_result) -> bool:
    tag = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return tag is not None and getattr(status, "st_reparse_tag", 0) == tag
