"""A text file as it was read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault
from dialogcli.model.place import Place
from dialogcli.storage.characters import MOST_BYTES
from dialogcli.storage.decoding import decoded
from dialogcli.storage.plain_file import NotPlainError, read_bytes
from dialogcli.storage.refusals import stopped

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
