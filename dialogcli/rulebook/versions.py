"""Earlier versions of a rulebook, kept beside it so that a dossier which follows one is judged by
it.

`regelverk/lillby/rulebook.yaml` is the version that holds for new dialogues,
`regelverk/lillby/rulebook-1.yaml` the earlier version 1. Both are whole rulebooks: a dossier that
pins version 1 gets that file, whatever has changed since.
"""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from dialogcli.model.errors import UnreadableError
from dialogcli.model.place import Place
from dialogcli.model.words import count
from dialogcli.rulebook.faults import RulebookFault
from dialogcli.rulebook.loader import load_rulebook, read_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.shelves import RULEBOOK_FILE, heading, known_files, shelves
from dialogcli.storage.shelf import matching_below

_PREFIX, _SUFFIX = "rulebook-", ".yaml"


def load_pinned(name: str, version: str, start: Path | None = None) -> Rulebook:
    """The rulebook in the version that a dossier follows, else the installed one.

    An earlier version knows the installed one as its `newer`. Raises UsageError when there is no
    such rulebook, UnreadableError with all faults of the file that would judge.
    """
    kept = kept_versions(name, start).get(version)
    if kept is None:
        return load_rulebook(name, start)
    rulebook, faults = read_version(kept)
    if rulebook is None:
        raise UnreadableError(
            f"Regelverket {name}, version {version}, går inte att läsa: "
            f"{count(len(faults), 'fel', 'fel')}.",
            faults=faults,
        )
    return rulebook._replace(newer=newer_than(version, name, start))


def read_version(path: Path) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """As `read_rulebook`; a file that is named after a version must also hold that version."""
    rulebook, faults = read_rulebook(path)
    named = _version_in_name(path.name)
    if rulebook and named and rulebook.version != named:
        message = f"Filen är döpt efter version {named}, men innehåller version {rulebook.version}."
        return None, (
            RulebookFault("fel-version", Place(f"{path.parent.name}/{path.name}"), message),
        )
    return rulebook, faults


def kept_versions(name: str, start: Path | None = None) -> dict[str, Path]:
    """Version -> file of every kept version of a rulebook; the nearest file goes first."""
    found: dict[str, Path] = {}
    for shelf in shelves(start):
        for folder, files in matching_below(shelf, f"{_PREFIX}*{_SUFFIX}").items():
            for file in files if normalize("NFC", folder) == normalize("NFC", name) else ():
                found.setdefault(_version_in_name(file.name), file)
    return found


def kept_beside(path: Path) -> list[Path]:
    """The kept versions in the folder of a rulebook's file."""
    return sorted(file for file in path.parent.glob(f"{_PREFIX}*{_SUFFIX}") if file.is_file())


def newer_than(version: str, name: str, start: Path | None = None) -> str:
    """The version that holds for new dialogues; '' when it is this one or none is installed."""
    path = known_files(start).get(normalize("NFC", name))
    installed = heading(path, "version")[0] if path else ""
    return installed if installed != version else ""


def _version_in_name(file: str) -> str:
    """`1` for `rulebook-1.yaml`, '' for `rulebook.yaml`."""
    return "" if file == RULEBOOK_FILE else file.removeprefix(_PREFIX).removesuffix(_SUFFIX)
