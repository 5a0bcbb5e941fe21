"""Which rulebooks a command is about: by name, by name and version, by file, or all of an
organisation's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from dialogcli.checking.case_reader import read_cases
from dialogcli.checking.cases import Case
from dialogcli.desk.context import Context
from dialogcli.model.commands import rules_new
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.finding import FileFault
from dialogcli.model.screen import line
from dialogcli.model.words import count, listed
from dialogcli.rulebook.faults import RulebookFault
from dialogcli.rulebook.loader import find_rulebook, load_rulebook, parse_rulebook
from dialogcli.rulebook.model import Overlay, Rulebook
from dialogcli.rulebook.overlay import combine
from dialogcli.rulebook.overlay_loader import is_overlay, read_overlay
from dialogcli.rulebook.shelves import (
    OWN_FOLDER,
    RULEBOOK_FILE,
    known_files,
    read_source,
    shared_sources,
)
from dialogcli.rulebook.versions import kept_versions, read_version
from dialogcli.storage.folders import read_folder
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.text_file import TextFile

Policy: TypeAlias = Rulebook | Overlay

CASES = "cases"
"""The folder beside a rulebook that holds its cases."""


def built_in() -> dict[str, Path]:
    """The rulebooks and overlays that dialogcli ships, by id."""
    return known_files(None)


def own(context: Context) -> dict[str, Path]:
    """The organisation's own rulebooks and overlays, as seen from where the user stands, by id."""
    ours = templates_folder()
    return {
        id_: path for id_, path in known_files(context.cwd).items() if not path.is_relative_to(ours)
    }


def chosen(context: Context, typed: str) -> list[Path]:
    """The file that was typed, else all own ones. Raises UsageError when there are none."""
    found = [path_of(context, typed)] if typed else list(own(context).values())
    if not found:
        raise UsageError(
            f"Här finns inga egna regelverk: mappen {OWN_FOLDER} saknas eller är tom.",
            f"Skriv namnet på ett annat: {listed(built_in(), 'eller')}",
            line("Ett eget regelverk: ", rules_new()),
        )
    return found


def path_of(context: Context, typed: str) -> Path:
    """The file meant by `varmland`, `varmland@1.0`, a folder or a file. Raises UsageError."""
    path = context.cwd / typed
    if path.is_file():
        return path
    if (path / RULEBOOK_FILE).is_file():
        return path / RULEBOOK_FILE
    name, _, version = typed.partition("@")
    installed = find_rulebook(name, context.cwd)
    if not version:
        return installed
    kept = kept_versions(name, context.cwd)
    if version in kept:
        return kept[version]
    found = read_policy(installed)
    if found.version != version:
        raise UsageError(
            f"Regelverket {name} finns inte i version {version}. "
            f"Det här finns: {listed([*kept, found.version])}."
        )
    return installed


def tried(path: Path) -> tuple[Policy | None, tuple[RulebookFault, ...]]:
    """The rulebook or overlay of a file, or everything that is wrong with it."""
    return read_overlay(path) if is_overlay(path) else read_version(path)


def read_policy(path: Path) -> Policy:
    """The rulebook or overlay of a file. Raises UnreadableError with all its faults."""
    policy, faults = tried(path)
    if policy is None:
        raise unusable(1, faults)
    return policy


def read_rulebook(path: Path) -> Rulebook:
    """The rulebook of a file that may have any name and lie anywhere. Raises UnreadableError with
    its faults.
    """
    text, name = read_source(path)
    rulebook, faults = parse_rulebook(text, name, *shared_sources())
    if rulebook is None:
        raise unusable(1, faults)
    return rulebook


def unusable(number: int, faults: Sequence[FileFault]) -> UnreadableError:
    """The stop for one or more rulebooks with faults."""
    what, it = ("Regelverket", "Det") if number == 1 else (f"{number} regelverk", "De")
    return UnreadableError(
        f"{what} går inte att använda. {it} har {count(len(faults), 'fel', 'fel')}.",
        "Rätta felen och kör kommandot igen.",
        faults=faults,
    )


def cases_beside(path: Path) -> list[Case]:
    """The cases in the folder beside a rulebook; none where there is no folder. Raises
    UnreadableError.
    """
    folder = path.parent / CASES
    files = read_folder(folder) if folder.is_dir() else {}
    faults = [file for file in files.values() if isinstance(file, FileFault)]
    if faults:
        raise UnreadableError(
            "Fallen går inte att läsa.", "Rätta filerna och kör kommandot igen.", faults=faults
        )
    return [
        case
        for name, file in files.items()
        if isinstance(file, TextFile)
        for case in read_cases(file.text, name)
    ]


def on_trial(policy: Policy, context: Context) -> Rulebook:
    """The rulebook that cases are tried on: an overlay lies on the one that it names."""
    if isinstance(policy, Rulebook):
        return policy
    return combine(load_rulebook(policy.tried_on, context.cwd), policy)


def name_of(policy: Policy) -> str:
    """`Region Värmland`, or an overlay's title."""
    return policy.organisation if isinstance(policy, Rulebook) else policy.title


def id_of(path: Path) -> str:
    """The id under which a rulebook's file is found."""
    return normalize("NFC", path.parent.name)
