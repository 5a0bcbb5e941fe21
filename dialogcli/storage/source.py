"""A text as its lines, and faults that quote them."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.model.finding import FileFault, Note, NoteKind
from dialogcli.model.place import Place
from dialogcli.storage.characters import quoted_line


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a file, without line ends. Numbers and columns count from 0 here, as they do in
    the parser.
    """

    file: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str, file: str) -> Source:
        return cls(file, tuple(line.removesuffix("\r") for line in text.split("\n")))

    def line(self, number: int) -> str:
        """A line, '' before the first and after the last."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def indent(self, number: int) -> int:
        """The blanks that a line begins with."""
        line = self.line(number)
        return len(line) - len(line.lstrip(" "))

    def above(self, number: int) -> int:
        """The nearest line above that holds something other than a comment, -1 when there is none."""
        while number > 0:
            number -= 1
            if _says_something(self.line(number)):
                return number
        return -1

    def below(self, number: int) -> int:
        """The nearest line below that holds something other than a comment, the number of lines
        when there is none.
        """
        number += 1
        while number < len(self.lines) and not _says_something(self.line(number)):
            number += 1
        return number

    def replaced(self, number: int, line: str) -> Source:
        """The same with another text on one line."""
        return Source(self.file, (*self.lines[:number], line, *self.lines[number + 1 :]))

    def fault(self, code: str, number: int, column: int, message: str, *notes: Note) -> FileFault:
        return FileFault(code, Place(self.file, number + 1, column + 1), message, notes)

    def fault_at(self, code: str, place: Place, message: str, *notes: Note) -> FileFault:
        """A fault with its line as it is, before the other notes."""
        return FileFault(code, place, message, (*self.quote(place.line - 1), *notes))

    def quote(self, number: int) -> tuple[Note, ...]:
        """The note that shows a line as it is; nothing for an empty one or one too long to read."""
        return quoted_line(NoteKind.LINE, self.line(number))


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
