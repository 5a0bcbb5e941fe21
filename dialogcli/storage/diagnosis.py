"""Where and why the parser stopped, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from yaml.error import Mark

from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place
from dialogcli.storage.characters import quoted_line
from dialogcli.storage.source import Source


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A fault that stops the parser. `mended` is the text that line `line` (from 0) may be read as
    instead.
    """

    fault: FileFault
    line: int = 0
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """The parser's error: lines and columns from 0, `context` and `problem` in the parser's words.

    `begun` is the line and column where what was being read began.
    """

    source: Source
    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int]

    @classmethod
    def of(cls, error: yaml.YAMLError, source: Source) -> Stop:
        problem, context = (
            str(getattr(error, "problem", "") or ""),
            str(getattr(error, "context", "") or ""),
        )
        mark: Mark | None = getattr(error, "problem_mark", None)
        begun: Mark | None = getattr(error, "context_mark", None) or mark
        return cls(
            source,
            problem,
            context,
            mark.line if mark else 0,
            mark.column if mark else 0,
            (begun.line, begun.column) if begun else (0, 0),
        )

    @property
    def text(self) -> str:
        """The line at which the parser stopped."""
        return self.source.line(self.line)

    @property
    def place(self) -> Place:
        return Place(self.source.file, self.line + 1, self.column + 1)

    def says(self, code: str, line: int, column: int, message: str, advice: str = "") -> Diagnosis:
        """A fault without a rewritten line."""
        notes = ((NoteKind.ADVICE, advice),) if advice else ()
        return Diagnosis(
            self.source.fault(code, line, column, message, *self.source.quote(line), *notes)
        )

    def mends(self, code: str, line: int, column: int, message: str, mended: str) -> Diagnosis:
        """A fault with the line as it should be."""
        fault = self.source.fault(
            code,
            line,
            column,
            message,
            *self.source.quote(line),
            *quoted_line(NoteKind.WRITE_SO, mended),
        )
        return Diagnosis(fault, line, mended)
