"""What is an answer in words, the one place that says so: not a mark, not the question or its help
written back, not a word that promises an answer later.

"saknas", "vet ej", "nej", a figure and a single letter can be right answers, and are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dialogcli.base.findings import UsageError

LONG = 40
"""An example of so many characters is nobody's own answer. A shorter one ("kommunikatören") may
well be right.
"""

_LATER = (
    "todo",
    "tbd",
    "fylls i senare",
    "kompletteras",
    "kompletteras senare",
    "kommer senare",
)

_DASHES = ("-", "\N{EN DASH}", "\N{EM DASH}")

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)  # the same questions and examples are compared with for every answer
def _bare(text: str) -> str:
    """The words of a text, as they are compared: case, blanks, marks and how its letters are put
    together do not count.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return _BETWEEN_WORDS.sub(" ", folded).strip()


def no_answer(text: str, question: str, guidance: str, example: str = "") -> str:
    """What a text is instead of an answer, in words that fit after `Här står bara` and `Det är
    bara`; '' for an answer. `example` is given where the answer is running text.
    """
    bare = _bare(text)
    if not bare:
        return "ett streck" if text.strip() in _DASHES else "tecken"
    if bare in _LATER or not bare.strip("x"):
        return f'"{bare}"'
    if bare == _bare(question):
        return "frågan igen"
    if bare == _bare(guidance):
        return "frågans hjälptext"
    if bare == _bare(example) and len(bare) >= LONG:
        return "frågans exempel"
    return ""


def must_be_reason(text: str) -> None:
    """Raises UsageError for a mark or a promise in place of a reason, before anything is changed."""
    if instead := no_answer(text, "", ""):
        raise UsageError(f"Skälet är bara {instead}. Skriv varför. Inget är ändrat.")
