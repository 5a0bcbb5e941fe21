"""Files of a dossier, read and written so that whoever looks sees the old or the new, never a half.

Nothing but regular files is ever opened. Nothing that somebody else has changed since it was read
is replaced.
"""

from __future__ import annotations

from pathlib import Path

from dialogcli.model.errors import ConflictError
from dialogcli.storage.atomic import place_whole
from dialogcli.storage.characters import MOST_BYTES
from dialogcli.storage.plain_file import NotPlainError, read_bytes
from dialogcli.storage.refusals import stopped
from dialogcli.storage.text_file import BOM, TextFile, digest


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
