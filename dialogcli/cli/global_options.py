"""The options that every command understands, wherever they stand on the command line."""

from __future__ import annotations

from collections.abc import Sequence

GLOBAL_OPTIONS = ("--plain", "--version", "--debug")


def parted(words: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """The global options among some words, and the other words. What stands after `--` is left
    alone.
    """
    end = words.index("--") if "--" in words else len(words)
    found = frozenset(word for word in words[:end] if word in GLOBAL_OPTIONS)
    return found, [word for word in words[:end] if word not in GLOBAL_OPTIONS] + list(words[end:])
