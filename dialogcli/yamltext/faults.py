"""Faults of a YAML text, told in Swedish: where and why the parser stopped, and texts that are YAML
but not of the kind that a dossier or a rulebook is written in.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml
from yaml.error import Mark

from dialogcli.base.characters import code_point, quoted_line
from dialogcli.base.findings import FileFault, NoteKind, Place
from dialogcli.yamltext.source import (
    DEEPEST,
    MOST_NODES,
    Source,
    quoted,
    value_start,
    with_blank,
    with_quotes,
)


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


def twice(source: Source, key: str, place: Place, first: Place) -> FileFault:
    """A key that a mapping has already."""
    return source.fault_at(
        "dubblett",
        place,
        f"{key} står två gånger, först på rad {first.line}.",
        (NoteKind.ADVICE, "Behåll det ena stället och ta bort det andra."),
    )


def tag_or_anchor(source: Source, place: Place) -> FileFault:
    """A tag, an anchor, an alias or a merge key. Most often meant as text: then the line with
    quotes is shown.
    """
    line = source.line(place.line - 1)
    sign = line[place.column - 1 : place.column]
    if sign in ("&", "!", "*") and value_start(line) == place.column - 1:
        return first_sign_fault(source, place)
    return source.fault_at(
        "märke",
        place,
        f"Märken som börjar med {sign} går inte att använda här.",
        (NoteKind.ADVICE, "Ta bort märket och skriv ut texten på varje ställe."),
    )


def first_sign_fault(source: Source, place: Place) -> FileFault:
    """A text whose first character means something else in YAML."""
    line, start = source.line(place.line - 1), place.column - 1
    return source.fault_at(
        "tecken-först",
        place,
        f"En text som börjar med {line[start]} behöver citattecken.",
        *quoted_line(NoteKind.WRITE_SO, with_quotes(line, start)),
    )


def escaped(source: Source, place: Place, char: str) -> FileFault:
    """A character written as `\\x1b` or the like, which no text may hold."""
    message = f"Texten innehåller ett tecken som inte går att använda ({code_point(char)})."
    return source.fault_at(
        "tecken", place, message, (NoteKind.ADVICE, "Ta bort det som börjar med omvänt snedstreck.")
    )


def cut_by_hash(source: Source, place: Place, lines_below: int) -> FileFault:
    """The hint that ` #` begins a comment, though the text that begins at `place` seems to go on."""
    number = place.line - 1 + lines_below
    line, start = source.line(number), place.column - 1
    whole = (
        ()
        if lines_below
        else quoted_line(NoteKind.WRITE_SO, line[:start] + quoted(line[start:].rstrip()))
    )
    sign = line.index("#", 0 if lines_below else start)
    return source.fault_at(
        "avklippt",
        Place(source.file, number + 1, sign + 1),
        "Texten slutar före #. Resten av raden är en kommentar.",
        *whole,
    )


def tight_colon(source: Source, number: int) -> FileFault:
    """`titel:Foo`, on line `number` from 0."""
    line = source.line(number)
    return source.fault_at(
        "mellanslag",
        Place(source.file, number + 1, line.index(":") + 2),
        "Efter kolon ska det vara ett mellanslag.",
        *quoted_line(NoteKind.WRITE_SO, with_blank(line)),
    )


def tight_dash(source: Source, place: Place) -> FileFault:
    """The hint that `-x` begins no item of a list."""
    line, dash = source.line(place.line - 1), place.column
    return source.fault_at(
        "mellanslag",
        place,
        "Efter strecket ska det vara ett mellanslag.",
        *quoted_line(NoteKind.WRITE_SO, f"{line[:dash]} {line[dash:]}"),
    )


def swallowed_dash(source: Source, line: int) -> FileFault:
    """The hint that a line (from 1) with a dash belongs to the text above, not to a list."""
    return source.fault_at(
        "lista",
        Place(source.file, line, source.indent(line - 1) + 1),
        "Raden läses som en del av texten ovanför.",
        (
            NoteKind.ADVICE,
            "Börja listan på raden efter ordet med kolon. Lämna resten av den raden tom.",
        ),
    )


def comma(source: Source, place: Place) -> FileFault:
    """A part of `{...}` without a colon: a comma in a text has split it."""
    return source.fault_at(
        "komma",
        place,
        "En text med komma behöver citattecken inom { och }.",
        (NoteKind.ADVICE, "Sätt citattecken runt hela texten."),
    )


def complex_key(source: Source, place: Place) -> FileFault:
    """A list or a mapping as key: `{{x}}`, or `? [a, b]`."""
    line = source.line(place.line - 1)
    start = value_start(line)
    if line[start : start + 1] in ("{", "["):
        return first_sign_fault(source, Place(source.file, place.line, start + 1))
    return source.fault_at("nyckel", place, "Det som står före kolon ska vara ett enda ord.")


def no_key(source: Source, place: Place) -> FileFault:
    return source.fault_at("nyckel", place, "Det saknas ett ord före kolon.")


def no_mapping(source: Source, place: Place) -> FileFault:
    """A file that is a list, or nothing but a text."""
    if with_blank(source.line(place.line - 1)):
        return tight_colon(source, place.line - 1)
    return source.fault_at(
        "rot",
        place,
        "Filen ska bestå av rader som börjar med ett ord och kolon.",
        (NoteKind.EXAMPLE, "titel: Kollektivtrafik i glesbygd"),
    )


def second_document(source: Source, place: Place) -> FileFault:
    return source.fault_at(
        "flera-dokument",
        place,
        "En rad med --- delar filen i två.",
        (NoteKind.ADVICE, "Ta bort raden. Allt i filen hör ihop."),
    )


def directive(source: Source) -> FileFault:
    number = next(
        (number for number, text in enumerate(source.lines, 1) if text.startswith("%")), 1
    )
    return source.fault_at(
        "direktiv",
        Place(source.file, number),
        "Rader som börjar med % går inte att använda.",
        (NoteKind.ADVICE, "Ta bort raden."),
    )


def too_deep(place: Place) -> FileFault:
    return FileFault(
        "för-djup",
        place,
        f"Texten har fler än {DEEPEST} nivåer.",
        ((NoteKind.ADVICE, "Kontrollera parenteserna { och [ på raden."),),
    )


def too_many(place: Place) -> FileFault:
    return FileFault(
        "för-stor",
        place,
        f"Filen har fler än {MOST_NODES // 1000} 000 värden.",
        ((NoteKind.ADVICE, "Dela upp innehållet i flera filer."),),
    )
