"""What can be wrong: findings about a dossier, faults of a file that cannot be read, each with its
place, and the ways a command can stop. Each of those knows its exit code; a bug is none of these
and gets 70.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dialogcli.base.personal_data import discreet
from dialogcli.base.screen import Command, Line, command_text, discreet_parts, line


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


class Severity(StrEnum):
    """How much a finding weighs; the values are the words of the screens and of the JSON report."""

    FEL = "fel"
    VARNING = "varning"
    UPPLYSNING = "upplysning"

    @property
    def rank(self) -> int:
        """0 for the heaviest."""
        return list(Severity).index(self)

    @property
    def word(self) -> str:
        """As a sentence begins with it: `Fel`."""
        return self.value.capitalize()


class Citation(NamedTuple):
    """The sentence of which document asks for something: enough to find it, never the sentence
    itself.

    `document` and `heading` are in the source's own spelling; `listed_under` names the list in it,
    if any.
    """

    document: str
    heading: str
    listed_under: str = ""

    def __str__(self) -> str:
        return f"{self.document}, {self.heading}" if self.heading else self.document


class Waiver(NamedTuple):
    """A written exception from one rule: why, by whom, when, and where it is written."""

    reason: str
    by: str
    day: str
    place: Place


Remedy: TypeAlias = Command | str
"""What mends a fault: a command, or a sentence; '' for nothing."""


def remedy_text(remedy: Remedy, folder: str = "") -> str:
    """The sentence, or the command as it is typed, with the folder that was typed before."""
    return command_text(remedy, folder) if isinstance(remedy, Command) else remedy


class Finding(NamedTuple):
    """One fault or gap of a dossier.

    `rule` is a requirement's id (`V-47`) or, for what no requirement asks for, a word
    (`okänt-fält`). `path` is concrete (`handlingsplan.risker.2.åtgärd`). `subject` is the name of
    what is missing, where the message says no more than that.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    path: str = ""
    source: Citation | None = None
    remedy: Remedy = ""
    waiver: Waiver | None = None
    subject: str = ""

    def discreet(self) -> Finding:
        """The same without the personal identity numbers that it quotes."""
        remedy = self.remedy
        waiver = self.waiver and self.waiver._replace(
            reason=discreet(self.waiver.reason), by=discreet(self.waiver.by)
        )
        return self._replace(
            message=discreet(self.message),
            path=discreet(self.path),
            remedy=discreet(remedy) if isinstance(remedy, str) else remedy.discreet(),
            waiver=waiver,
            subject=discreet(self.subject),
        )


class NoteKind(StrEnum):
    """What a line below a fault is; the values are its label on the screen and in JSON."""

    LINE = "Raden är"
    WRITE_SO = "Skriv så"
    ADVICE = "Åtgärd"
    EXAMPLE = "Exempel"
    SEEN = "Det märks"
    SENTENCE = ""
    """A plain sentence without a label."""


Note: TypeAlias = tuple[NoteKind, str]


class FileFault(NamedTuple):
    """Why a text file cannot be read (`code` is a stable word), with the lines that show how to
    mend it.

    `notes` are pairs such as `(NoteKind.WRITE_SO, '- post: "Lokal: hus"')`.
    """

    code: str
    place: Place
    message: str
    notes: tuple[Note, ...] = ()

    def discreet(self) -> FileFault:
        """The same without the personal identity numbers in the lines that it quotes."""
        notes = tuple((kind, discreet(text)) for kind, text in self.notes)
        return self._replace(message=discreet(self.message), notes=notes)


Hint: TypeAlias = str | Line
"""A further line of a stop: a plain sentence, or one with commands or an indent."""


class DialogError(Exception):
    """An expected stop: `message` says what and in which state things are, `hints` are further
    lines of the screen.

    Both may quote what somebody wrote, but for personal identity numbers.
    """

    exit_code = 1

    def __init__(self, message: str, *hints: Hint) -> None:
        self.message = discreet(message)
        self.hints = tuple(map(_discreet, hints))
        super().__init__(self.message)


def _discreet(hint: Hint) -> Hint:
    if isinstance(hint, str):
        return discreet(hint)
    return hint._replace(parts=discreet_parts(hint.parts))


def hint_line(hint: Hint) -> Line:
    """A plain sentence keeps the blanks that it begins with, on every line of it."""
    if isinstance(hint, Line):
        return hint
    return line(hint.strip(), indent=len(hint) - len(hint.lstrip(" ")))


class UsageError(DialogError):
    """The command was written in a way that cannot be carried out."""

    exit_code = 2


class UnreadableError(DialogError):
    """A dossier, rulebook or template cannot be read; `faults` say where and how to mend it."""

    exit_code = 3

    def __init__(self, message: str, *hints: Hint, faults: Sequence[FileFault] = ()) -> None:
        super().__init__(message, *hints)
        self.faults = tuple(fault.discreet() for fault in faults)


class ConflictError(DialogError):
    """Something was changed since it was read, edited by hand, or is locked by somebody else."""

    exit_code = 4


class InputOutputError(DialogError):
    """The disk, the network share or the permissions said no."""

    exit_code = 5
