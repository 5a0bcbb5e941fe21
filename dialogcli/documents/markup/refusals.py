"""The stop of everything that makes documents, and what stops it before anything is written: a
dossier that cannot be shown whole, for files that cannot be read, or characters that a Word file
cannot hold or that hide others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dialogcli.base.characters import UNWANTED, code_point
from dialogcli.base.findings import FileFault, NoteKind, UnreadableError
from dialogcli.base.personal_data import discreet
from dialogcli.base.words import count
from dialogcli.documents.markup.marks import RESERVED
from dialogcli.dossier.model import Answer, Dossier, NotApplicable, Parts, TableRows, Wrong


class NoDocumentError(UnreadableError):
    """A document cannot be made. `reason` says why, in whole sentences; the message adds in which
    state things are.
    """

    def __init__(self, reason: str, *hints: str, faults: Sequence[FileFault] = ()) -> None:
        super().__init__(f"{reason} Ingen handling är skapad.", *hints, faults=faults)
        self.reason = discreet(reason)


_REMEDY = "Ta bort tecknet. Det syns ofta inte, så skriv om ordet där det står."
_ENTITY = re.compile(r"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));", re.IGNORECASE)
"""How Markdown writes a character by its number; it could smuggle in what may not stand there as it
is.
"""

_TURNS_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def refuse_unreadable(dossier: Dossier) -> None:
    """Raises UnreadableError when a file of the dossier could not be read: its answers would look
    as if missing.
    """
    if dossier.faults:
        files = sorted({fault.place.file for fault in dossier.faults})
        number = count(len(files), "fil", "filer")
        raise NoDocumentError(f"{number} går inte att läsa.", faults=dossier.faults)


def refuse_unwanted(dossier: Dossier) -> None:
    """Raises UnreadableError with a fault for every such character of every answer."""
    faults = [fault for answer in single_answers(dossier) for fault in _faults(answer)]
    if faults:
        number = count(len(faults), "tecken", "tecken")
        raise NoDocumentError(f"{number} går inte att skriva i en Word-fil.", faults=faults)


def unwanted(text: str) -> list[str]:
    """The characters of a text that no document can hold, each once, in order."""
    if text.replace("\n", " ").isprintable() and "&#" not in text:
        return []
    whole = text + "".join(_by_number(match) for match in _ENTITY.finditer(text))
    found = [
        match[0]
        for pattern in (UNWANTED, RESERVED, _TURNS_DIRECTION)
        for match in pattern.finditer(whole)
    ]
    return list(dict.fromkeys(found))


def _by_number(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    return chr(number) if number < 0x110000 else "\0"


def _faults(answer: Answer) -> Iterator[FileFault]:
    for char in unwanted(_written(answer)):
        message = f"Tecknet {code_point(char)} i {answer.path} går inte att skriva i Word."
        yield FileFault("tecken", answer.place, message, ((NoteKind.ADVICE, _REMEDY),))


def _written(answer: Answer) -> str:
    """The text of a single answer as somebody has written it; '' for what is no text."""
    match answer.value:
        case NotApplicable(reason):
            return reason
        case Wrong(text) | str(text):
            return text
    return ""


def single_answers(dossier: Dossier) -> Iterator[Answer]:
    """Every single answer of a dossier, those within tables and groups too."""
    for file in dossier.all_files():
        for answer in file.answers.values():
            yield from _leaves(answer)


def _leaves(answer: Answer) -> Iterator[Answer]:
    match answer.value:
        case Parts(answers):
            for part in answers.values():
                yield from _leaves(part)
        case TableRows(answers):
            for row in answers:
                yield from _leaves(row)
        case _:
            yield answer
