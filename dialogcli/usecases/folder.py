"""Which dossier a command is about, or which repository of them: the folder typed, or the nearest
one upwards from where the user stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.disk.folders import existing, relative
from dialogcli.dossier.reading import find_dossier, find_repository
from dialogcli.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Where:
    """A dossier's folder. `typed` is what the commands we print must carry: '' when none was given."""

    folder: Path
    typed: str
    shown: str
    """The folder as other programs get it: relative to where the user stands, with `/`."""


def find_folder(context: Context, typed: str) -> Where:
    """The dossier meant. Raises UsageError when there is none upwards from where the user stands.

    From here on every command that is shown carries the folder that was typed.
    """
    folder = existing(context.cwd / typed, typed) if typed else find_dossier(context.cwd)
    context.console.folder = typed
    return Where(folder, typed, relative(folder, context.cwd))


def repository_meant(context: Context, typed: str) -> Path:
    """The repository meant. Raises UsageError when it is no folder."""
    return existing(context.cwd / typed, typed) if typed else find_repository(context.cwd)
