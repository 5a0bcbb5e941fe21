"""The options that every command understands, wherever they stand on the command line."""

from __future__ import annotations

from collections.abc import Sequence

GLOBAL_OPTIONS = {
    "--plain": "rad för rad, för skärmläsare",
    "--version": "visa vilken version det är",
    "--debug": "visa var i programmet ett fel uppstod",
}
HELP = {"--help": "visa hjälpen"}
INSTALL, SHOW = "--install-completion", "--show-completion"
COMPLETION_OPTIONS = {
    INSTALL: "låt tabbtangenten fylla i åt dig",
    SHOW: "visa det som skalet behöver för det",
}
"""Those of `dialog` itself. The name of a shell may follow."""

COMPLETION_VARIABLE = "_DIALOG_COMPLETE"
"""Set in the environment by a shell that asks what Tab can fill in."""


def parted(words: Sequence[str]) -> tuple[frozenset[str], list[str]]:
    """The global options among some words, and the other words. What stands after `--` is left
    alone.
    """
    end = words.index("--") if "--" in words else len(words)
    found = frozenset(word for word in words[:end] if word in GLOBAL_OPTIONS)
    return found, [word for word in words[:end] if word not in GLOBAL_OPTIONS] + list(words[end:])
