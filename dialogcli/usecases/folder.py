"""Which dossier a command is about, or which repository of them: the folder typed, the nearest one
upwards from where the user stands, or the one below that is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import line, screen
from dialogcli.disk.folders import dossiers_below, existing, nearest_holding, relative
from dialogcli.dossier.reading import find_dossier, find_repository
from dialogcli.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Where:
    """A dossier's folder. `typed` is what the commands we print must carry: '' when none was given."""

    folder: Path
    typed: str
    shown: str
    """The folder as other programs get it: relative to where the user stands, with `/`."""


def find_folder(context: Context, typed: str, *, asks: bool = True) -> Where:
    """The dossier meant: the folder typed, else the nearest upwards from where the user stands, else
    the only one below. Of several below it is asked which, unless nobody `asks`.

    Raises UsageError when there is none, or it is not known which. From here on every command that
    is shown carries the folder that was typed or chosen.
    """
    if typed:
        return _shown_as(context, existing(context.cwd / typed, typed), typed)
    if above := nearest_holding(context.cwd):
        return _shown_as(context, above, "")
    below = dossiers_below(context.cwd)
    if not below:
        find_dossier(context.cwd)
    if len(below) > 1:
        typed = _asked_which(context) if asks else _which_is_not_known(len(below))
        return _shown_as(context, context.cwd / typed, typed)
    return _only(context, below[0], told=asks)


def _shown_as(context: Context, folder: Path, typed: str) -> Where:
    context.console.folder = typed
    return Where(folder, typed, relative(folder, context.cwd))


def _only(context: Context, folder: Path, *, told: bool) -> Where:
    """The only dossier below: commands find it again without its name."""
    name = relative(folder, context.cwd)
    context.console.folder = ""
    if told:
        context.console.note(screen(line(f"Dialog: mappen {shown(name)}")))
    return Where(folder, name, name)


def _asked_which(context: Context) -> str:
    from dialogcli.usecases.dialogues import which_dialogue  # it reads and checks all of them

    return which_dialogue(context)


def _which_is_not_known(number: int) -> str:
    raise UsageError(f"Här finns {number} dialoger. Skriv vilken mapp det gäller.")


def repository_meant(context: Context, typed: str) -> Path:
    """The repository meant. Raises UsageError when it is no folder."""
    return existing(context.cwd / typed, typed) if typed else find_repository(context.cwd)
