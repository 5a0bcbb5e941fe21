"""Characters that a text of a dossier cannot hold, for YAML or Word cannot carry them or no editor
shows them, and the size that it may have; how a line is quoted in spite of them, and text such that
it cannot act on the terminal.
"""

from __future__ import annotations

import json
import re
import unicodedata

from dialogcli.base.findings import Note, NoteKind, UsageError

_CUT = " ..."

_ACTING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: move the cursor, change the title, start escape sequences
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # direction marks and characters without a width
    "\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """Text from a file or a command line on one line, with every character that could act on a
    terminal written out.

    An escape character becomes the six characters `\\u001b`, which in a JSON text is still the same
    value.
    """
    return _ACTING.sub(_written_out, " ".join(text.split()))


def harmless(lines: str) -> str:
    """As `shown`, for a whole screen: line feeds stay."""
    return "\n".join(_ACTING.sub(_written_out, line) for line in lines.split("\n"))


def _written_out(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def cut(text: str, width: int) -> str:
    """At most `width` characters; what is cut off shows as ` ...`."""
    return text if len(text) <= width else text[: width - len(_CUT)].rstrip() + _CUT


MOST_BYTES = 2 * 1024 * 1024
"""The largest file that is read, and the longest text in it."""

_LONGEST_QUOTE = 200
_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + _NONCHARACTERS
    + "]|\r(?!\n)"
)
"""Controls but tab and line ends, U+0085, U+2028 and U+2029 (which some programs take for line
ends), lone surrogates, noncharacters, the byte order mark, and a carriage return that ends no line.
"""


def code_point(char: str) -> str:
    """`U+2028`."""
    return f"U+{ord(char):04X}"


def with_code_points(text: str) -> str:
    """The text with every unwanted character as `[U+001B]`, so that a message can be read and does
    no harm.
    """
    return UNWANTED.sub(lambda match: f"[{code_point(match[0])}]", text)


def quoted_line(kind: NoteKind, line: str) -> tuple[Note, ...]:
    """The note that shows a line; nothing for an empty one or one too long to read."""
    text = with_code_points(line).strip() if len(line) <= _LONGEST_QUOTE else ""
    return ((kind, text),) if text else ()


_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Line, page and paragraph breaks, as word processors and web pages have them."""

_INVISIBLE = re.compile("[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Soft hyphens, direction marks and byte order marks: they come along when a text is pasted, nobody
sees them, and a search does not find the word that has one.
"""


def without_unwanted(text: str) -> tuple[str, int]:
    """The text without what `cleaned` refuses, and the number of the first line (from 1) that had
    such a character; 0 for none.
    """
    text = _LINE_ENDS.sub("\n", text)
    match = UNWANTED.search(text)
    return UNWANTED.sub("", text), text.count("\n", 0, match.start()) + 1 if match else 0


def cleaning_told(text: str) -> str:
    """What `cleaned` does to a text that somebody may wonder about; '' when that is nothing. The
    accents of NFC and the line ends of files look the same before and after.
    """
    breaks = len(re.findall("[\x0b\x0c\x85\u2028\u2029]", text))
    marks = len(_INVISIBLE.findall(text))
    said = []
    if breaks:
        what = "1 radbrytning" if breaks == 1 else f"{breaks} radbrytningar"
        said.append(f"{what} ur ett ordbehandlingsprogram är nu som andra.")
    if marks:
        what = "1 osynligt tecken" if marks == 1 else f"{marks} osynliga tecken"
        said.append(f"{what} är {'borttaget' if marks == 1 else 'borttagna'}.")
    return " ".join(said)


def cleaned(text: str) -> str:
    """The text in NFC, with `\\n` as line end and without invisible marks. Raises UsageError naming
    the first character that cannot be held.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)))
    if match := UNWANTED.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise UsageError(
            f"Texten innehåller ett tecken som inte går att spara: {code_point(match[0])}, på rad {line}.",
            "Inget är ändrat. Ta bort tecknet och försök igen.",
        )
    return text
