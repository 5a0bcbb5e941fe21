"""What is looked at before the parser sees a text: its size, its characters, and what git leaves in
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dialogcli.model.finding import FileFault, NoteKind
from dialogcli.model.place import Place
from dialogcli.storage.characters import MOST_BYTES, UNWANTED, code_point
from dialogcli.storage.source import Source

MOST_LINES = 50_000
MOST_NODES = 50_000
DEEPEST = 32
MOST_FAULTS = 50

_KEEP_ONE = "Behåll en av texterna. Ta bort den andra, och raderna som börjar med <<<<<<<, ======= och >>>>>>>."
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?\r?$", re.MULTILINE)


def refused(text: str, file: str) -> list[FileFault]:
    """The faults that make parsing pointless; an empty list when the text may be parsed."""
    if too_large := _too_large(text, file):
        return [too_large]
    if "\0" in text:
        return [
            FileFault(
                "inte-text",
                Place(file),
                "Filen är inte en textfil.",
                ((NoteKind.ADVICE, "Öppna filen i en textredigerare och spara den som UTF-8."),),
            )
        ]
    return list(islice(_conflicts(text, file), MOST_FAULTS)) or list(
        islice(_characters(text, file), MOST_FAULTS)
    )


def _too_large(text: str, file: str) -> FileFault | None:
    advice = (
        (NoteKind.ADVICE, "Dela upp innehållet, eller lägg långa texter i en egen handling."),
    )
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return FileFault("för-stor", Place(file), "Filen är större än 2 MB.", advice)
    if text.count("\n") > MOST_LINES:
        return FileFault("för-stor", Place(file), "Filen har fler än 50 000 rader.", advice)
    return None


def _conflicts(text: str, file: str) -> Iterator[FileFault]:
    """Each conflict as one fault; a marker left without its fellows as one of its own."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text:
        return
    begun: int | None = None
    for match in _MARKER.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match[1][0] == "<":
            if begun is not None:
                yield _leftover(file, begun)
            begun = line
        elif begun is None:
            yield _leftover(file, line)
        elif match[1][0] == ">":
            yield _conflict(file, begun, line)
            begun = None
    if begun is not None:
        yield _leftover(file, begun)


def _conflict(file: str, first: int, last: int) -> FileFault:
    return FileFault(
        "git-konflikt",
        Place(file, first),
        f"Rad {first}-{last} finns i två versioner.",
        (
            (NoteKind.SENTENCE, "Två personer har ändrat samma ställe."),
            (NoteKind.ADVICE, _KEEP_ONE),
        ),
    )


def _leftover(file: str, line: int) -> FileFault:
    return FileFault(
        "git-konflikt",
        Place(file, line),
        f"Rad {line} är kvar sedan två versioner slogs ihop.",
        ((NoteKind.ADVICE, "Kontrollera texten runt raden och ta bort raden."),),
    )


def _characters(text: str, file: str) -> Iterator[FileFault]:
    """The first unwanted character of each line."""
    if text.replace(
        "\n", ""
    ).isprintable():  # ten times quicker than the pattern, and none of those is
        return
    source: Source | None = None
    last = -1
    for match in UNWANTED.finditer(text):
        source = source or Source.of(text, file)
        line = text.count("\n", 0, match.start())
        if line == last:
            continue
        last = line
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        yield source.fault(
            "tecken",
            line,
            column,
            f"Ett osynligt tecken ({code_point(match[0])}) står i texten.",
            *source.quote(line),
            (NoteKind.ADVICE, "Ta bort tecknet, eller skriv om raden."),
        )
