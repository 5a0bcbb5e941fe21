"""The files of a meeting: its record, which people may change by hand and which is filled in step
by step, and beside its folder the Word file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.commands import agenda
from dialogcli.base.findings import ConflictError, UsageError
from dialogcli.base.screen import line
from dialogcli.disk.files import TextFile, read_text, replace, write_bytes
from dialogcli.disk.folders import ensure_folder, inside
from dialogcli.documents.manifest import MANIFEST
from dialogcli.documents.rendered import Rendered
from dialogcli.dossier.meeting import (
    FILE,
    MEETINGS_FOLDER,
    OUTCOME,
    POINT_PARAGRAPH,
    POINTS,
    Meeting,
    Point,
    columns,
    read_meeting,
)
from dialogcli.usecases.word_files import Put, digest_at, put_in, read_made
from dialogcli.yamltext.editor import set_value


@dataclass(frozen=True, slots=True)
class MeetingFolder:
    """`moten/2027-03-03-kollektivtrafiknamnden` of a repository."""

    root: Path
    name: str

    @property
    def path(self) -> Path:
        """The folder. Raises UsageError when it is a link or leads out of the repository."""
        return inside(self.root, f"{MEETINGS_FOLDER}/{self.name}")

    @property
    def record(self) -> Path:
        return self.path / FILE

    @property
    def shown(self) -> str:
        """The record as a person finds it from the repository."""
        return f"{MEETINGS_FOLDER}/{self.name}/{FILE}"

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
        ensure_folder(self.root / MEETINGS_FOLDER)
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
    if path.parent.name != MEETINGS_FOLDER or not (path / FILE).is_file():
        raise UsageError(
            f"Här finns inget möte: {shown(typed)}",
            "Skriv mötets mapp, till exempel moten/2027-03-03-kollektivtrafiknamnden.",
            line("Skapa den först: ", agenda("ORGAN", "DATUM")),
        )
    return MeetingFolder(path.parent.parent, path.name)


@dataclass(slots=True)
class MeetingRecord:
    """The file as it was read or last written, and the meeting that it tells of."""

    file: TextFile
    meeting: Meeting

    @classmethod
    def of(cls, folder: MeetingFolder) -> MeetingRecord:
        """Raises UnreadableError when it cannot be read."""
        file = folder.there()
        if file is None:
            raise ConflictError(f"Mötet {folder.name} är borta. Inget är infört.")
        return cls(file, read_meeting(file.text, file.name))

    def point(self, number: int) -> Point:
        """The point with a number, from 1."""
        return self.meeting.points[number - 1]

    def number(self, paragraphs: Mapping[int, str]) -> None:
        """Give points their paragraphs, all or none. Raises ConflictError when the file was changed
        meanwhile.
        """
        text = self.file.text
        for number, paragraph in paragraphs.items():
            if self.point(number).paragraph != paragraph:
                text = set_value(text, (POINTS, number - 1, POINT_PARAGRAPH), paragraph, columns())
        self._write(text)

    def settle(self, number: int, outcome: str) -> None:
        """Write what became of a point."""
        self._write(set_value(self.file.text, (POINTS, number - 1, OUTCOME), outcome, columns()))

    def _write(self, text: str) -> None:
        if text != self.file.text:
            self.file = replace(self.file, text)
            self.meeting = read_meeting(text, self.file.name)
