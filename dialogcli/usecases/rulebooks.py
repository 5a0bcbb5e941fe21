"""Which rulebooks a command is about, and an organisation's own rulebook to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from dialogcli.base.commands import rules_check, rules_new, rules_test
from dialogcli.base.findings import FileFault, UnreadableError, UsageError
from dialogcli.base.screen import Kept, Line, Tone, line, screen
from dialogcli.base.words import count, listed, slug
from dialogcli.checking.cases import Case, read_cases
from dialogcli.disk.files import TextFile, read_text
from dialogcli.disk.folders import create_folder, find_root, read_folder, relative, templates_folder
from dialogcli.rulebook.loader import (
    OWN_FOLDER,
    RULEBOOK_FILE,
    find_rulebook,
    kept_versions,
    known_files,
    load_rulebook,
    parse_rulebook,
    read_source,
    read_version,
    shared_sources,
)
from dialogcli.rulebook.mapping_reader import RulebookFault
from dialogcli.rulebook.model import Overlay, Rulebook
from dialogcli.rulebook.overlay import combine, is_overlay, read_overlay
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.questions import INTERRUPTED, NO_TERMINAL, interviewer
from dialogcli.yamltext.editor import set_value

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


def files_meant(context: Context, typed: str) -> list[Path]:
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


def try_policy(path: Path) -> tuple[Policy | None, tuple[RulebookFault, ...]]:
    """The rulebook or overlay of a file, or everything that is wrong with it."""
    return read_overlay(path) if is_overlay(path) else read_version(path)


def read_policy(path: Path) -> Policy:
    """The rulebook or overlay of a file. Raises UnreadableError with all its faults."""
    policy, faults = try_policy(path)
    if policy is None:
        raise rulebooks_unusable(1, faults)
    return policy


def read_usable_rulebook(path: Path) -> Rulebook:
    """The rulebook of a file that may have any name and lie anywhere. Raises UnreadableError with
    its faults.
    """
    text, name = read_source(path)
    rulebook, faults = parse_rulebook(text, name, *shared_sources())
    if rulebook is None:
        raise rulebooks_unusable(1, faults)
    return rulebook


def rulebooks_unusable(number: int, faults: Sequence[FileFault]) -> UnreadableError:
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


START = "own-rulebook"
"""The template of a small rulebook, whole and without faults, to be rewritten."""


def found_rulebook(context: Context, copy_of: str, id_: str, organisation: str) -> int:
    """Create regelverk/ID with a rulebook and its cases; what is not given is asked for. Returns
    the exit code.

    Raises ConflictError when the folder exists.
    """
    source = path_of(context, copy_of) if copy_of else templates_folder() / START / RULEBOOK_FILE
    try:
        id_, organisation = (
            (id_ or id_of(source), organisation) if copy_of else _asked(context, id_, organisation)
        )
    except (KeyboardInterrupt, EOFError):
        stopped = line(Kept("Avbrutet", Tone.WARNING), ". Inget är skapat.")
        context.console.note(screen(stopped))
        return INTERRUPTED
    _refuse_bad_id(id_, copied=bool(copy_of))
    folder = _create(context, id_, _files(source, id_, organisation))
    shown = relative(folder, context.cwd)
    done = line(Kept("Klart", Tone.GOOD), f": Regelverket {id_} är skapat i {shown}.")
    context.console.show(screen([done, *_advice(id_)]))
    return 0


def _asked(context: Context, id_: str, organisation: str) -> tuple[str, str]:
    """What was not given as an option, from the terminal. Raises UsageError where there is none."""
    console = context.console
    missing = [
        option for option, given in (("--organisation", organisation), ("--id", id_)) if not given
    ]
    if missing and not console.interactive:
        raise UsageError(
            NO_TERMINAL,
            f"Inget är skapat. Det här saknas: {', '.join(missing)}",
            line("Eller börja med en kopia: ", rules_new("NAMN")),
        )
    asking = interviewer(context)
    while not organisation.strip():
        console.show(screen(line("Vems regelverk är det? Skriv organisationens namn.")))
        organisation = asking.read().text
    if not id_:
        proposed = slug(organisation)
        said = "Vad ska regelverket heta? Små bokstäver utan å, ä och ö."
        console.show(screen(line(said, " ", Kept(f"Enter = {proposed}"))))
        id_ = asking.read().text or proposed
    return id_, organisation.strip()


def _refuse_bad_id(id_: str, copied: bool) -> None:
    """Only a copy may have the name of a built-in rulebook: it then takes its place."""
    if slug(id_) != id_:
        raise UsageError(
            f"Namnet {id_} går inte att använda. Inget är skapat.",
            f"Skriv till exempel --id {slug(id_)}",
        )
    if id_ in built_in() and not copied:
        raise UsageError(
            f"Det finns ett inbyggt regelverk som heter {id_}. Inget är skapat.",
            line("Gör en kopia av det: ", rules_new(id_)),
            "Eller välj ett annat namn: --id NAMN",
        )


def _files(source: Path, id_: str, organisation: str) -> dict[str, str | bytes]:
    """The rulebook with its new name, and its cases as they are."""
    overlay = is_overlay(source)
    text = set_value(
        read_text(source, source.name).text, ("overlay" if overlay else "rulebook",), id_
    )
    if organisation and not overlay:
        text = set_value(text, ("organisation",), organisation)
    cases = {
        f"{CASES}/{path.name}": path.read_bytes()
        for path in sorted((source.parent / CASES).glob("*.yaml"))
    }
    return {RULEBOOK_FILE: text, **cases}


def _create(context: Context, id_: str, files: dict[str, str | bytes]) -> Path:
    """The new folder, in the repository that the user stands in: whole or not at all."""
    shelf = (find_root(context.cwd) or context.cwd) / OWN_FOLDER
    if shelf.is_dir():
        create_folder(shelf / id_, files)
    else:
        create_folder(shelf, {f"{id_}/{name}": content for name, content in files.items()})
    return shelf / id_


def _advice(id_: str) -> Iterator[Line]:
    if id_ in built_in():
        said = f"Det går före det inbyggda regelverket {id_}. Byt version: när du ändrar ett krav."
        yield line(said)
    yield line("Ändra filerna i en textredigerare. Se sedan om de håller:")
    yield line(rules_check(id_), indent=2)
    yield line(rules_test(id_), indent=2)
