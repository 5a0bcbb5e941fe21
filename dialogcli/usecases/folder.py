"""Which dossier a command is about: the folder typed, or the nearest one upwards from where the
user stands.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.dossier.reading import find_dossier
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
    folder = context.cwd / typed if typed else find_dossier(context.cwd)
    if not folder.is_dir():
        raise UsageError(f"Mappen {shown(typed)} finns inte.")
    context.console.folder = typed
    return Where(folder, typed, relative(folder, context.cwd))


def relative(folder: Path, start: Path) -> str:
    """A folder as seen from another one, with `/`; the whole of it where they are on different
    drives.
    """
    try:
        return Path(os.path.relpath(folder, start)).as_posix()
    except ValueError:
        return folder.as_posix()
