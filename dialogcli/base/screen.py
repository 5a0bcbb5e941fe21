"""What a command has to say, as values. One renderer for each medium makes text of them.

A screen is paragraphs with a blank line between them, a paragraph is items, and an item is a
sentence, rows of labels with values, or a table. Nobody who makes one knows how wide the window is,
whether it has colour, or which folder was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple, TypeAlias

from dialogcli.base.personal_data import discreet


class Tone(Enum):
    """The weight of a word, which colour repeats where there is any."""

    FAULT = "fault"
    STOP = "stop"
    WARNING = "warning"
    NOTE = "note"
    GOOD = "good"


class Kept(NamedTuple):
    """Words that stay on one line: a place, `Fel V-47:`. `tone` is that of the first `toned`
    characters (0: of all).
    """

    text: str
    tone: Tone | None = None
    toned: int = 0


class Slot(NamedTuple):
    """A word of a command for the reader to replace: `"SKÄL"`. Always in quotation marks."""

    word: str


class Command(NamedTuple):
    """A command to copy and run. `args` are as they are meant, without quotation marks.

    `of_dossier`: it is about the dossier at hand, and carries the folder that was typed.
    """

    verb: str
    args: tuple[str | Slot, ...] = ()
    of_dossier: bool = True

    def discreet(self) -> Command:
        """The same without the personal identity numbers that it quotes."""
        args = (discreet(arg) if isinstance(arg, str) else arg for arg in self.args)
        return self._replace(args=tuple(args))


Words: TypeAlias = tuple[str | Kept | Command, ...]


class Spoken(NamedTuple):
    """Words to be seen, and others where somebody listens: `Enter = klar`, `Enter betyder klar.`"""

    seen: Words
    heard: Words


Part: TypeAlias = str | Kept | Command | Spoken
Parts: TypeAlias = tuple[Part, ...]


class Line(NamedTuple):
    """A sentence, wrapped by itself: the first line after `indent` blanks, the others after `hang`
    (None: as the first). A `heading` is bold, every line of it.
    """

    parts: Parts
    indent: int = 0
    hang: int | None = None
    heading: bool = False


class Rows(NamedTuple):
    """Labels with their values in a column, `gap` blanks after the longest label, or after `labels`
    characters.

    `wide`: may be as wide as a table. `read_out`: the sentences that take its place where somebody
    listens, or where there is no room.
    """

    rows: tuple[tuple[Parts, Parts], ...]
    indent: int = 2
    gap: int = 1
    labels: int = 0
    wide: bool = False
    read_out: tuple[Parts, ...] = ()


class Table(NamedTuple):
    """Rows of cells. Where there is no room, `shrink` says which columns give way, in that order,
    each down to how many characters.

    Where even that is not enough the table is read out, or with `stacks` the last cell goes below
    the one before it. `right`: the columns of figures. `read_out`: as in Rows; without one the
    table stays a table. `even`: columns of text that share what room is left after `shrink`; the
    longest gives way first.
    """

    rows: tuple[tuple[Parts, ...], ...]
    read_out: tuple[Parts, ...]
    shrink: tuple[tuple[int, int], ...] = ()
    right: tuple[int, ...] = ()
    indent: int = 0
    stacks: bool = False
    even: tuple[int, ...] = ()


Item: TypeAlias = Line | Rows | Table
Paragraph: TypeAlias = tuple[Item, ...]
Screen: TypeAlias = tuple[Paragraph, ...]


def line(*parts: Part, indent: int = 0, hang: int | None = None) -> Line:
    """A sentence of some parts; empty ones are left out."""
    return Line(_given(parts), indent, hang)


def heading(*parts: Part) -> Line:
    """A sentence above what belongs to it."""
    return Line(_given(parts), heading=True)


def done(*parts: Part) -> Line:
    """`Klart: ` and what is done."""
    return line(Kept("Klart", Tone.GOOD), ": ", *parts)


def remark(*parts: Part) -> Line:
    """`Obs: ` and what to be aware of."""
    return line(Kept("Obs", Tone.WARNING), ": ", *parts)


def broken_off(*parts: Part) -> Line:
    """`Avbrutet. ` and what state things are in."""
    return line(Kept("Avbrutet", Tone.WARNING), ". ", *parts)


def rows(
    *pairs: tuple[Part | Parts, Part | Parts],
    indent: int = 2,
    gap: int = 1,
    labels: int = 0,
) -> Rows:
    """Labels with values, each a part or several."""
    found = tuple((parts(label), parts(value)) for label, value in pairs)
    return Rows(found, indent, gap, labels)


def table(
    cells: Iterable[Iterable[Part | Parts]],
    read_out: Iterable[Part | Parts],
    *,
    shrink: tuple[tuple[int, int], ...] = (),
    right: tuple[int, ...] = (),
    indent: int = 0,
    even: Iterable[int] = (),
) -> Table:
    """Rows of cells, each a part or several, and the sentences that take their place."""
    found = tuple(tuple(map(parts, row)) for row in cells)
    sentences = tuple(map(parts, read_out))
    return Table(found, sentences, shrink, right, indent, even=tuple(even))


def parts(given: Part | Parts) -> Parts:
    """Several parts as they are, and one by itself."""
    if isinstance(given, str | Kept | Command | Spoken):
        return _given((given,))
    return _given(given)


def screen(*paragraphs: Item | Iterable[Item]) -> Screen:
    """Paragraphs, each an item or several; empty ones are left out."""
    found = ((one,) if isinstance(one, Line | Rows | Table) else tuple(one) for one in paragraphs)
    return tuple(paragraph for paragraph in found if paragraph)


def plain_text(given: Parts, folder: str = "") -> str:
    """Parts as one text, for a file or a cell that holds nothing else."""
    return "".join(_plain(part, folder) for part in given)


def _plain(part: Part, folder: str) -> str:
    if isinstance(part, Spoken):
        return plain_text(part.seen, folder)
    if isinstance(part, Command):
        return command_text(part, folder)
    return part.text if isinstance(part, Kept) else part


def discreet_parts(given: Parts) -> Parts:
    """The same without the personal identity numbers that they quote."""
    return tuple(_discreet(part) for part in given)


def _discreet(part: Part) -> Part:
    if isinstance(part, Spoken):
        return part
    if isinstance(part, Command):
        return part.discreet()
    if isinstance(part, Kept):
        return part._replace(text=discreet(part.text))
    return discreet(part)


def _given(parts: Iterable[Part]) -> Parts:
    return tuple(part for part in parts if part != "")


_FOLDER_SECOND = ("check", "fill", "status")
"""The commands that take the folder as an argument; the others have the option `--folder`."""

_NEEDS_QUOTING = re.compile(r"^~|[^\w./\\:~=-]")

_ACTS_WHEN_QUOTED = re.compile('["$`!]')
"""What a shell acts on also between double quotation marks: `$(rm ...)` would be run."""


def command_text(command: Command, folder: str = "") -> str:
    """`dialog fill en/mapp --section risker`: what to type, with the folder that was typed."""
    words = ["dialog", command.verb, *map(_typed, command.args)]
    if not (folder and command.of_dossier):
        return " ".join(words)
    if command.verb in _FOLDER_SECOND:
        return " ".join([*words[:2], _typed(folder), *words[2:]])
    return " ".join([*words, "--folder", _typed(folder)])


def command_words(command: Command, folder: str = "") -> list[str]:
    """The same as a command line gets them: without `dialog`, and without quotation marks."""
    meant = in_folder(command, folder) if folder and command.of_dossier else command
    return [meant.verb, *(arg.word if isinstance(arg, Slot) else arg for arg in meant.args)]


def in_folder(command: Command, folder: str) -> Command:
    """A command about the dossier in another folder than the one at hand."""
    if command.verb in _FOLDER_SECOND:
        return Command(command.verb, (folder, *command.args), of_dossier=False)
    return Command(command.verb, (*command.args, "--folder", folder), of_dossier=False)


def _typed(word: str | Slot) -> str:
    if isinstance(word, Slot):
        return f'"{word.word}"'
    if _ACTS_WHEN_QUOTED.search(word):
        return "'" + word.replace("'", "'\\''") + "'"
    return f'"{word}"' if _NEEDS_QUOTING.search(word) else word


Row: TypeAlias = tuple[Part | Parts, Part | Parts]
"""A label with its value, as `rows` takes them."""


def labelled(label: str, values: Iterable[Part | Parts]) -> list[Row]:
    """The first value beside the label, the others below it."""
    return [("" if number else label, value) for number, value in enumerate(values)]
