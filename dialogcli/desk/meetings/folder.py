"""The files of a meeting: its record, which people may change by hand, and beside its folder the
Word file.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.desk.papers.folder import Put, digest_at, put_in, read_made
from dialogcli.documents.manifest import MANIFEST
from dialogcli.documents.rendered import Rendered
from dialogcli.dossier.meeting import FILE, FOLDER
from dialogcli.model.commands import agenda
from dialogcli.model.errors import UsageError
from dialogcli.model.screen import line
from dialogcli.model.text import shown
from dialogcli.storage.files import write_bytes
from dialogcli.storage.folders import inside
from dialogcli.storage.surroundings import ensure_folder
from dialogcli.storage.text_file import TextFile, read_text


@dataclass(frozen=True, slots=True)
class MeetingFolder:
    """`moten/2027-03-03-kollektivtrafiknamnden` of a repository."""

    root: Path
    name: str

    @property
    def path(self) -> Path:
        """The folder. Raises UsageError when it is a link or leads out of the repository."""
        return inside(self.root, f"{FOLDER}/{self.name}")

    @property
    def record(self) -> Path:
        return self.path / FILE

    @property
    def shown(self) -> str:
        """The record as a person finds it from the repository."""
        return f"{FOLDER}/{self.name}/{FILE}"

    @property
    def document(self) -> str:
        """The name of the Word file, which lies beside the folder."""
        return f"{self.name}.docx"

    def there(self) -> TextFile | None:
        """The record that there is. Raises UnreadableError."""
        return read_text(self.record, self.shown) if self.record.exists() else None

    def edited(self) -> bool:
        """Whether somebody, or `dialog decide`, has changed the record since it was made."""
        found, known = digest_at(self.record), read_made(self.path / MANIFEST)
        return bool(found) and (FILE not in known or known[FILE].sha256 != found)

    def save(self, record: str, rendered: Rendered, *, edited: bool) -> Put:
        """Write the Word file, and before it the record unless it is `edited`: then it stays as it
        is.
        """
        ensure_folder(self.root / FOLDER)
        ensure_folder(self.path)
        if not edited:
            write_bytes(self.record, record.encode())
        made = {} if edited else {FILE: record.encode()}
        return put_in(self.path.parent, self.document, rendered, self.path / MANIFEST, made)


def find_meeting(cwd: Path, typed: str) -> MeetingFolder:
    """The meeting that somebody means by its folder, its Word file or its record. Raises
    UsageError.
    """
    path = (cwd / typed).resolve()
    if path.name == FILE:
        path = path.parent
    elif path.suffix == ".docx":
        path = path.with_suffix("")
    if path.parent.name != FOLDER or not (path / FILE).is_file():
        raise UsageError(
            f"Här finns inget möte: {shown(typed)}",
            "Skriv mötets mapp, till exempel moten/2027-03-03-kollektivtrafiknamnden.",
            line("Skapa den först: ", agenda("ORGAN", "DATUM")),
        )
    return MeetingFolder(path.parent.parent, path.name)
