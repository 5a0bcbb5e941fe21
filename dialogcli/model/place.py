"""Where in a text file something stands."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a file: `line` and `column` count from 1, `file` is relative to the dossier,
    with `/`.

    A tuple, because there is one for every node of every file and tuples are the quickest to make.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
