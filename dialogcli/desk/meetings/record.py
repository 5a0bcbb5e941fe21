"""The record of a meeting while it is being filled in: every change is on the disk before the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogcli.desk.meetings.folder import MeetingFolder
from dialogcli.dossier.meeting import (
    OUTCOME,
    PARAGRAPH,
    POINTS,
    Meeting,
    Point,
    columns,
    read_meeting,
)
from dialogcli.model.errors import ConflictError
from dialogcli.storage.files import replace
from dialogcli.storage.text_file import TextFile
from dialogcli.storage.yaml_editor import set_value


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
                text = set_value(text, (POINTS, number - 1, PARAGRAPH), paragraph, columns())
        self._write(text)

    def settle(self, number: int, outcome: str) -> None:
        """Write what became of a point."""
        self._write(set_value(self.file.text, (POINTS, number - 1, OUTCOME), outcome, columns()))

    def _write(self, text: str) -> None:
        if text != self.file.text:
            self.file = replace(self.file, text)
            self.meeting = read_meeting(text, self.file.name)
