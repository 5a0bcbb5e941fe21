"""What came of rendering a document, and of putting it into a folder. Imports nothing of Word."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogcli.documents.markup.marks import missing

if TYPE_CHECKING:
    from dialogcli.documents.manifest import Origin


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing in a document: the number of its section (`8`, '' where there is
    none) and its label.

    `section` is the heading that it stands under, '' above the first.
    """

    number: str
    label: str
    section: str = ""

    def __str__(self) -> str:
        return missing(self.label)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: the Word file, its text as Markdown, what is missing in it, and what it was made
    from.
    """

    data: bytes
    markdown: str
    gaps: tuple[Gap, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class MadeDocument:
    """A document that was put into a folder: the name that its file has of its own, and where it
    lies.

    `held`: another program has the file of its own name open.
    """

    name: str
    path: Path
    rendered: Rendered
    held: bool = False

    @property
    def beside(self) -> bool:
        """Whether it lies beside the file of its own name, which somebody has edited or holds open
        and which is untouched.
        """
        return self.path.name != self.name
