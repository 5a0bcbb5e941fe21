"""A text before the parser sees it: its lines, faults that quote them, lines written rightly within
quotation marks, and what makes parsing pointless: its size, its characters, and what git leaves in
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from dialogcli.base.characters import MOST_BYTES, UNWANTED, code_point, quoted_line
from dialogcli.base.findings import FileFault, Note, NoteKind, Place


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


_HEAD = re.compile(
    r"""(?P<indent>[ ]*(?:-[ ]+)*)                        # blanks and dashes of lists
                       (?:(?P<key>(?:"[^"]*"|'[^']*')[ ]*|[^\s"'#\[\]{},:-][^:#]*):(?=[ ]|$))?
                       [ ]*""",
    re.VERBOSE,
)
_TIGHT = re.compile(r"([ ]*(?:-[ ]+)*[^\W\d][\w-]*):([^ \t/].*)")
_COMMENT = re.compile(r"[ \t]#(?:[ \t].*)?$")


def value_start(line: str) -> int:
    """The column where the value of `key: value` or `- value` begins, the length of the line when
    there is none.
    """
    match = _HEAD.match(line)
    return match.end() if match else 0


def has_key(line: str) -> bool:
    """Whether the line reads `key: ...` or `- key: ...`."""
    match = _HEAD.match(line)
    return match is not None and match["key"] is not None


def key_column(line: str) -> int:
    """The column where the key of a line begins, after blanks and dashes."""
    match = _HEAD.match(line)
    return match.end("indent") if match else 0


def quoted(text: str) -> str:
    """One line of text within quotation marks that fit: single ones when it holds double ones or a
    backslash.
    """
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def with_quotes(line: str, start: int) -> str:
    """The line with the text from column `start` within quotation marks; a comment after it stays
    outside.
    """
    text = line[start:].rstrip()
    comment = _COMMENT.search(text)
    value = text[: comment.start()].rstrip() if comment else text
    return line[:start] + quoted(value) + text[len(value) :]


def with_blank(line: str) -> str:
    """`titel:Foo`, which YAML reads as one word, as `titel: Foo`; '' for every other line."""
    match = _TIGHT.fullmatch(line)
    return f"{match[1]}: {match[2]}" if match else ""


MOST_LINES = 50_000
MOST_NODES = 50_000
DEEPEST = 32
MOST_FAULTS = 50

_KEEP_ONE = "Behåll en av texterna. Ta bort den andra, och raderna som börjar med <<<<<<<, ======= och >>>>>>>."
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?\r?$", re.MULTILINE)


def limit_faults(text: str, file: str) -> list[FileFault]:
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
