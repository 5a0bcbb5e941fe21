"""Swedish wording that several floors need: counts, lists, the nearest word, names for files."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

NBSP = "\N{NO-BREAK SPACE}"

SHOWN_AT_MOST = 20
"""So many known words are listed for somebody who wrote another: all kinds of rules, or types."""

_TRANSLITERATED = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "þ": "th"})


def count(number: int, one: str, many: str) -> str:
    """`1 varning`, `2 varningar`."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Iterable[str], last: str = "och") -> str:
    """`a, b och c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def numbered(lines: Sequence[str]) -> str:
    """`1. ` before each line when there are several, else that line as it is."""
    return (
        "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
        if len(lines) > 1
        else "".join(lines)
    )


def plain(word: str) -> str:
    """A word as it may be typed on any keyboard: lower case, no dots or accents (`Återremiss`
    becomes `aterremiss`).
    """
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower().translate(_TRANSLITERATED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=4096)  # every comparison of words asks for it, mostly about the same words
def slug(text: str, longest: int = 60) -> str:
    """A file name: ASCII letters, digits and hyphens, at most `longest` characters, `namnlos` when
    nothing is left.
    """
    words = re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return words or "namnlos"


def same_word(typed: str, word: str) -> bool:
    """Whether somebody who typed `typed` means `word`: case, dots, `-`, `_` and blanks do not
    count.
    """
    return slug(typed, 200) == slug(word, 200)


def nearest(typed: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that a misspelt one is closest to, or None when nothing is close: `alike` is 1
    for the same word.
    """
    by_plain = {plain(word): word for word in known}
    found = difflib.get_close_matches(plain(typed), by_plain, n=1, cutoff=alike)
    return by_plain[found[0]] if found else None


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """` Menade du risker?`, or nothing."""
    word = nearest(typed, known)
    return f" Menade du {word}?" if word else ""


def is_number(word: str) -> bool:
    """Whether it is a whole number as a row or a choice has one: figures that `int` reads, which
    `²` is not.
    """
    return word.isascii() and word.isdigit() and len(word) < 10


def meant_or_known(typed: str, known: Collection[str]) -> str:
    """` Menade du risker?`, else what it can be when that is not too much: ` Det kan vara fel eller
    varning.`
    """
    if meant := did_you_mean(typed, known):
        return meant
    return f" Det kan vara {listed(known, 'eller')}." if 0 < len(known) <= SHOWN_AT_MOST else ""


def chosen(text: str, choices: Mapping[str, str]) -> str | None:
    """The stored word for what somebody wrote: the word itself, with or without dots, or the text
    that is shown. None when it is none of them.
    """
    for word, label in choices.items():
        if same_word(text, word) or same_word(text, label):
            return word
    return None


def grouped(number: int, printed: bool = False) -> str:
    """`12 500`. `printed` as documents have it: with no-break spaces and a real minus sign."""
    text = f"{number:,}"
    if printed:
        return text.replace(",", NBSP).replace("-", "\N{MINUS SIGN}")
    return text.replace(",", " ")


def kronor(number: int, printed: bool = False) -> str:
    """`12 500 kronor` on a screen, where there is room for the word; `printed` in a document, whose
    columns are narrow, `12 500 kr`, never broken.
    """
    return f"{grouped(number, printed)}{NBSP}kr" if printed else f"{grouped(number)} kronor"


NOTHING: Mapping[str, Any] = MappingProxyType({})
