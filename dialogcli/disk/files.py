"""Files of a dossier as text, read and written so that whoever looks sees the old or the new, never
a half.

Nothing but regular files is ever opened. Nothing that somebody else has changed since it was read
is replaced.
"""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.characters import MOST_BYTES, quoted_line
from dialogcli.base.findings import ConflictError, FileFault, NoteKind, Place, UnreadableError
from dialogcli.disk.atomic import place_whole, stopped

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


_SAVE_AS = ((NoteKind.ADVICE, "Öppna filen i en textredigerare och spara den som UTF-8."),)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes, name: str) -> str | FileFault:
    """The text of a file's bytes (byte order mark of UTF-8 already taken off), line ends untouched."""
    if data.startswith(_UTF_16) or _looks_like_utf_16(data):
        return FileFault(
            "teckenkodning", Place(name), "Filen är sparad som UTF-16, inte UTF-8.", _SAVE_AS
        )
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error.start, name)


def _not_utf_8(data: bytes, start: int, name: str) -> FileFault:
    """The place of the first wrong byte, with its line as it reads in the encoding of older Windows
    programs.
    """
    begin = data.rfind(b"\n", 0, start) + 1
    end = data.find(b"\n", start)
    line = data[begin : end if end >= 0 else len(data)].decode("cp1252", "replace")
    place = Place(
        name, data.count(b"\n", 0, start) + 1, len(data[begin:start].decode("utf-8", "replace")) + 1
    )
    return FileFault(
        "teckenkodning",
        place,
        "Filen är inte sparad som UTF-8. Å, ä och ö går inte att läsa.",
        (*quoted_line(NoteKind.LINE, line), *_SAVE_AS),
    )


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other one of the first bytes is zero, as when western text is saved as UTF-16
    without a mark.
    """
    sample = data[:200]
    return len(sample) >= 4 and (not any(sample[::2]) or not any(sample[1::2]))


BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class TextFile:
    """`name` is relative to the dossier, with `/`; `text` is without byte order mark, its line ends
    untouched.

    `digest` is that of the bytes on disk.
    """

    path: Path
    name: str
    text: str
    bom: bool
    digest: str


def read_text(path: Path, name: str) -> TextFile:
    """Read one UTF-8 file. Raises UnreadableError with the fault, InputOutputError."""
    try:
        data = read_bytes(path, MOST_BYTES)
    except NotPlainError as refused:
        raise _unreadable(FileFault(refused.code, Place(name), refused.message)) from None
    except OSError as error:
        raise stopped(error, path, "läsas") from error
    text = decoded(data.removeprefix(BOM), name)
    if isinstance(text, FileFault):
        raise _unreadable(text)
    return TextFile(path, name, text, data.startswith(BOM), digest(data))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _unreadable(fault: FileFault) -> UnreadableError:
    return UnreadableError(
        f"{fault.place.file} går inte att läsa. {fault.message}", faults=(fault,)
    )


def replace(file: TextFile, text: str) -> TextFile:
    """Write a new text in place of the one that was read, with the same byte order mark and mode.

    Raises ConflictError when the file on disk is no longer the one that was read or another program
    holds it, InputOutputError (DiskFullError) when it cannot be written. The old file is then as it
    was.
    """
    data = (BOM if file.bom else b"") + text.encode()
    _must_be_unchanged(file)
    place_whole(file.path, data, before=lambda: _must_be_unchanged(file))
    return TextFile(file.path, file.name, text, file.bom, digest(data))


def create(path: Path, text: str) -> TextFile:
    """Write a new file. Raises ConflictError when something has that name already,
    InputOutputError.
    """
    data = text.encode()
    place_whole(path, data, exclusive=True)
    return TextFile(path, path.name, text, False, digest(data))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that dialogcli makes itself, over the one that may be there.

    Raises ConflictError when another program holds it, InputOutputError.
    """
    place_whole(path, data)


def delete(file: TextFile) -> None:
    """Take away the file that was read. Raises ConflictError when it is no longer the same,
    InputOutputError.
    """
    _must_be_unchanged(file)
    try:
        file.path.unlink()
    except OSError as error:
        raise stopped(error, file.path, "tas bort") from error


def _must_be_unchanged(file: TextFile) -> None:
    try:
        found = digest(read_bytes(file.path, MOST_BYTES))
    except (NotPlainError, FileNotFoundError):
        found = ""
    except OSError as error:
        raise stopped(error, file.path, "läsas") from error
    if found != file.digest:
        raise ConflictError(
            f"Någon annan har ändrat {file.name} sedan den lästes. Inget är ändrat.",
            "Läs den på nytt och försök igen.",
        )
