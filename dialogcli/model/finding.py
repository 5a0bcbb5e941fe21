"""What a check can say: findings about a dossier, and faults of a file that cannot be read."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from dialogcli.model.discretion import discreet
from dialogcli.model.place import Place
from dialogcli.model.screen import Command, command_text


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
