"""The options that every command understands, wherever they stand on the command line."""

from __future__ import annotations

from collections.abc import Sequence

WISHES = ("--plain", "--version", "--debug")


def parted(words: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """The wishes among some words, and the other words. What stands after `--` is left alone."""
    end = words.index("--") if "--" in words else len(words)
    wishes = frozenset(word for word in words[:end] if word in WISHES)
    return wishes, [word for word in words[:end] if word not in WISHES] + list(words[end:])
