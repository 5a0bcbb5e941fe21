"""Reading a Word file that somebody has named on the command line."""

from __future__ import annotations

from pathlib import Path

from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.text import shown
from dialogcli.storage.plain_file import NotPlainError, read_bytes
from dialogcli.storage.refusals import stopped

_LARGEST = 200_000_000


def read_word_file(path: Path) -> bytes:
    """Its bytes. Raises UsageError when there is none, UnreadableError or InputOutputError when it
    cannot be read.
    """
    try:
        return read_bytes(path, _LARGEST)
    except FileNotFoundError as error:
        raise UsageError(f"Filen {shown(path.name)} finns inte.") from error
    except NotPlainError as error:
        raise UnreadableError(f"{shown(path.name)} går inte att läsa. {error.message}") from error
    except OSError as error:
        raise stopped(error, path, "läsas") from error
