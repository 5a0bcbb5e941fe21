"""Word files on the disk: put in the folder `handlingar`, where one that somebody has edited is
left alone, and read by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.findings import ConflictError, UnreadableError, UsageError
from dialogcli.base.words import NOTHING
from dialogcli.disk.atomic import stopped
from dialogcli.disk.files import NotPlainError, read_bytes, read_text, write_bytes
from dialogcli.disk.folders import inside
from dialogcli.documents.manifest import (
    MANIFEST,
    Manifest,
    destination,
    file_digest,
    read_manifest,
    record,
    write_manifest,
)
from dialogcli.documents.rendered import Rendered

_LARGEST_READ = 200_000_000


def read_word_file(path: Path) -> bytes:
    """Its bytes. Raises UsageError when there is none, UnreadableError or InputOutputError when it
    cannot be read.
    """
    try:
        return read_bytes(path, _LARGEST_READ)
    except FileNotFoundError as error:
        raise UsageError(f"Filen {shown(path.name)} finns inte.") from error
    except NotPlainError as error:
        raise UnreadableError(f"{shown(path.name)} går inte att läsa. {error.message}") from error
    except OSError as error:
        raise stopped(error, path, "läsas") from error


DOCUMENTS_FOLDER = "handlingar"
_LARGEST = 200_000_000
_SOMETHING = "?"
"""In place of a digest: what lies there is no file of ours, and stays."""


@dataclass(frozen=True, slots=True)
class Put:
    """Where a document was written. `held` says that another program has the file of its own name
    open.
    """

    name: str
    held: bool = False


def put(dossier: Path, name: str, rendered: Rendered) -> Put:
    """Write a document, beside the file of its name when that was edited or is open, and remember
    what it is made from.

    Raises UnreadableError when the record of earlier files cannot be read, InputOutputError.
    """
    folder = inside(dossier, DOCUMENTS_FOLDER)
    folder.mkdir(exist_ok=True)
    return put_in(folder, name, rendered, folder / MANIFEST)


def put_in(
    folder: Path,
    name: str,
    rendered: Rendered,
    remembered: Path,
    beside: Mapping[str, bytes] = NOTHING,
) -> Put:
    """As `put`, into any folder. `remembered` is the file that holds the record of what is made.

    `beside` are other files that were made of the same and are to be remembered with it, by name.
    """
    manifest = read_made(remembered)
    placed = _write(folder, name, rendered.data, manifest)
    written = {**beside, placed.name: rendered.data}
    manifest = {
        **manifest,
        **{file: record(rendered.origin, data) for file, data in written.items()},
    }
    write_bytes(remembered, write_manifest(manifest).encode())
    return placed


def _write(folder: Path, name: str, data: bytes, manifest: Manifest) -> Put:
    target = destination(name, manifest, lambda other: digest_at(folder / other))
    try:
        write_bytes(folder / target, data)
    except ConflictError:
        beside = destination(
            target,
            manifest,
            lambda other: _SOMETHING if other == target else digest_at(folder / other),
        )
        write_bytes(folder / beside, data)
        return Put(beside, held=True)
    return Put(target)


def read_manifest_in(dossier: Path) -> Manifest:
    """The record of the files that were made. Raises UnreadableError."""
    return read_made(dossier / DOCUMENTS_FOLDER / MANIFEST)


def made_beside(document: Path) -> Manifest:
    """The record that a document over many dossiers has: beside it, or of a meeting in the folder
    of that name.

    Raises UnreadableError.
    """
    return read_made(document.parent / MANIFEST) or read_made(document.with_suffix("") / MANIFEST)


def read_made(path: Path) -> Manifest:
    """The record that a file holds; of one that is not there an empty one. Raises UnreadableError."""
    name = f"{path.parent.name}/{path.name}"
    return read_manifest(read_text(path, name).text, name) if path.exists() else {}


def digest_of(dossier: Path, name: str) -> str:
    """The digest of a file that lies in the folder, '' when there is none."""
    return digest_at(dossier / DOCUMENTS_FOLDER / name)


def digest_at(path: Path) -> str:
    """As `digest_of`, of a file anywhere."""
    try:
        return file_digest(read_bytes(path, _LARGEST))
    except FileNotFoundError:
        return ""
    except NotPlainError:
        return _SOMETHING
