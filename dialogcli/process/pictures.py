"""Pictures as answers write them, `![Torget](bilder/torget.png "Från norr")`. In a sentence they
stand below it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

WRITTEN = re.compile(
    r'!\[((?:\\.|[^\[\]\\])*)\]\((?:<([^<>\n]*)>|([^()<>"\n]*?))(?:\s+"([^"\n]*)")?\s*\)'
)
"""What it shows, its path with angle brackets or without, and what it is called."""

_PICTURE = re.compile(rf"[ \t]*(?<!\\)({WRITTEN.pattern})")


class Parted(NamedTuple):
    """A text letter for letter without its pictures, and these as they are written."""

    text: str
    pictures: tuple[str, ...] = ()


def parted(text: str) -> Parted:
    """A text taken apart; one without pictures is not changed."""
    pictures = tuple(found[1] for found in _PICTURE.finditer(text))
    return Parted(_PICTURE.sub("", text).strip() if pictures else text, pictures)
