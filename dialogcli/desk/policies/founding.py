"""An organisation's own rulebook to begin with: a copy of another one, or one that is small and
whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dialogcli.desk.context import Context
from dialogcli.desk.interviews.setting import INTERRUPTED, NO_TERMINAL, interviewer
from dialogcli.desk.policies.finding import CASES, built_in, id_of, path_of
from dialogcli.model.commands import rules_check, rules_new, rules_test
from dialogcli.model.errors import UsageError
from dialogcli.model.screen import Kept, Line, Tone, line, screen
from dialogcli.model.words import slug
from dialogcli.rulebook.overlay_loader import is_overlay
from dialogcli.rulebook.shelves import OWN_FOLDER, RULEBOOK_FILE
from dialogcli.storage.folders import create_folder
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.surroundings import find_root, relative
from dialogcli.storage.text_file import read_text
from dialogcli.storage.yaml_editor import set_value

START = "own-rulebook"
"""The template of a small rulebook, whole and without faults, to be rewritten."""


def found(context: Context, copy_of: str, id_: str, organisation: str) -> int:
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
