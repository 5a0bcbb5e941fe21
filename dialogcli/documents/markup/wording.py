"""Swedish text on paper: what stays together on a line, the sign of paragraphs, capitals."""

from __future__ import annotations

import re

from dialogcli.model.day import MONTHS
from dialogcli.model.words import NBSP

_UNITS = "|".join([*MONTHS, "kr", "kronor", "procent", "%"])
_TOGETHER = re.compile(rf"(?<=§) (?=\d)|(?<=\d) (?=\d{{3}}(?!\d)|(?:{_UNITS})(?!\w))")

_SEVERAL = re.compile(r"[-–,]| och ")


def unbroken(text: str) -> str:
    """A text in which § and its number, the groups of a number, a day and its month stay on one
    line.
    """
    return _TOGETHER.sub(NBSP, text)


def paragraphs(numbers: str) -> str:
    """The number or numbers of a decision, with their sign: `§ 17`, `§§ 17-18`."""
    text = numbers.strip().lstrip("§ ")
    if not text:
        return ""
    sign = "§§" if _SEVERAL.search(text) else "§"
    return f"{sign}{NBSP}{text}"
