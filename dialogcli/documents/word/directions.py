"""Which way a text runs: Hebrew and Arabic stand from right to left, and Word wants to be told."""

from __future__ import annotations

import re

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
    "(?:[\\s\u0590-\u08ff]*[\u0590-\u08ff])?"
)


def begins_to_left(text: str) -> bool:
    """Whether a paragraph with this text begins at the right margin."""
    return _RIGHT_TO_LEFT.match(text.lstrip()) is not None


def directions(text: str) -> list[tuple[str, bool]]:
    """A text in pieces that run from left to right (False) or from right to left (True)."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return [(text, False)] if text else []
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _RIGHT_TO_LEFT.finditer(text):
        found += [(text[end : match.start()], False), (match[0], True)]
        end = match.end()
    return [piece for piece in [*found, (text[end:], False)] if piece[0]]
