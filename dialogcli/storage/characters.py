"""What a text of a dossier cannot hold: more than 2 MB, and characters that YAML or Word cannot
carry or no editor shows. How a line is quoted in spite of them.
"""

from __future__ import annotations

import re
import unicodedata

from dialogcli.model.errors import UsageError
from dialogcli.model.finding import Note, NoteKind

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


def shown(text: str) -> str:
    """The text with every unwanted character as `[U+001B]`, so that a message can be read and does
    no harm.
    """
    return UNWANTED.sub(lambda match: f"[{code_point(match[0])}]", text)


def quoted_line(kind: NoteKind, line: str) -> tuple[Note, ...]:
    """The note that shows a line; nothing for an empty one or one too long to read."""
    text = shown(line).strip() if len(line) <= _LONGEST_QUOTE else ""
    return ((kind, text),) if text else ()


def cleaned(text: str) -> str:
    """The text in NFC and with `\\n` as line end. Raises UsageError naming the first character that
    cannot be held.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if match := UNWANTED.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise UsageError(
            f"Texten innehåller ett tecken som inte går att spara: {code_point(match[0])}, på rad {line}.",
            "Inget är ändrat. Ta bort tecknet och försök igen.",
        )
    return text
