"""The folder `handlingar` of a dossier: Word files are put there, and one that somebody has edited is left alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.documents.manifest import MANIFEST, Manifest, destination, digest, read_manifest, record, write_manifest
from dialogcli.documents.render import Rendered
from dialogcli.model.errors import ConflictError
from dialogcli.storage.files import read_text, write_bytes
from dialogcli.storage.folders import inside
from dialogcli.storage.plain_file import NotPlainError, read_bytes

FOLDER = "handlingar"
_LARGEST = 200_000_000
_SOMETHING = "?"
"""In place of a digest: what lies there is no file of ours, and stays."""


@dataclass(frozen=True, slots=True)
class Put:
    """Where a document was written. `held` says that another program has the file of its own name open."""

    name: str
    held: bool = False


def put(dossier: Path, name: str, rendered: Rendered) -> Put:
    """Write a document, beside the file of its name when that was edited or is open, and remember what it is made from.

    Raises UnreadableError when the record of earlier files cannot be read, InputOutputError.
    """
    folder = inside(dossier, FOLDER)
    folder.mkdir(exist_ok=True)
    manifest = made(dossier)
    placed = _write(folder, name, rendered.data, manifest)
    manifest = {**manifest, placed.name: record(rendered.origin, rendered.data)}
    write_bytes(folder / MANIFEST, write_manifest(manifest).encode())
    return placed


def _write(folder: Path, name: str, data: bytes, manifest: Manifest) -> Put:
    target = destination(name, manifest, lambda other: _on_disk(folder / other))
    try:
        write_bytes(folder / target, data)
    except ConflictError:
        beside = destination(target, manifest,
                             lambda other: _SOMETHING if other == target else _on_disk(folder / other))
        write_bytes(folder / beside, data)
        return Put(beside, held=True)
    return Put(target)


def made(dossier: Path) -> Manifest:
    """The record of the files that were made. Raises UnreadableError."""
    path = dossier / FOLDER / MANIFEST
    return read_manifest(read_text(path, f"{FOLDER}/{MANIFEST}").text) if path.exists() else {}


def digest_of(dossier: Path, name: str) -> str:
    """The digest of a file that lies in the folder, '' when there is none."""
    return _on_disk(dossier / FOLDER / name)


def _on_disk(path: Path) -> str:
    try:
        return digest(read_bytes(path, _LARGEST))
    except FileNotFoundError:
        return ""
    except NotPlainError:
        return _SOMETHING
