"""Finds rulebooks and loads them: an organisation's own beside its dossiers, the built-in ones, and
earlier versions.

`regelverk/lillby/rulebook.yaml` is the version that holds now; earlier ones are kept beside it so
that a dossier which follows one is judged by it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias
from unicodedata import normalize

from dialogcli.base.findings import Place, UnreadableError, UsageError
from dialogcli.base.words import count, did_you_mean
from dialogcli.disk.files import read_text
from dialogcli.disk.folders import files_below, matching_below, templates_folder
from dialogcli.rulebook.assembly import assemble_rulebook
from dialogcli.rulebook.mapping_reader import Faults, RulebookFault
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.vocabulary import read_methods, read_vocabulary
from dialogcli.yamltext.nodes import Mapping, Scalar
from dialogcli.yamltext.reader import read_yaml

OWN_FOLDER = "regelverk"
"""Where an organisation keeps its own rulebooks, beside its dossiers."""

RULEBOOK_FILE = "rulebook.yaml"

Source: TypeAlias = tuple[str, str]
"""The text of a file and its name."""


def known_files(start: Path | None) -> dict[str, Path]:
    """Every rulebook and overlay by id; the nearest own one goes before a built-in one of the same
    name.
    """
    found: dict[str, Path] = {}
    for shelf in shelves(start):
        for name, path in files_below(shelf, RULEBOOK_FILE).items():
            found.setdefault(normalize("NFC", name), path)
    return found


def shelves(start: Path | None) -> list[Path]:
    """The folders in which rulebooks lie: own ones at `start` and above it, the nearest first, then
    the built-in.
    """
    here = start.absolute() if start else None
    own = [folder / OWN_FOLDER for folder in (here, *here.parents)] if here else []
    return [*own, templates_folder() / "rulebooks"]


def read_source(path: Path) -> Source:
    """A file's text, and the name that messages use (`varmland/rulebook.yaml`). Raises
    UnreadableError.
    """
    name = f"{path.parent.name}/{path.name}"
    return read_text(path, name).text, name


def shared_sources() -> tuple[Source, Source]:
    """The vocabulary and the catalogue of methods."""
    shared = templates_folder() / "rulebooks"
    vocabulary, methods = (
        (read_text(shared / name, name).text, name) for name in ("vocabulary.yaml", "methods.yaml")
    )
    return vocabulary, methods


def read_root(text: str, file: str, faults: Faults) -> Mapping | None:
    """The nodes of a text. Ids are compared after NFC, so the whole text is brought to it."""
    reading = read_yaml(normalize("NFC", text), file)
    faults.extend(reading.faults)
    return reading.root


def read_heading(path: Path, *keys: str) -> tuple[str, ...]:
    """Single texts at the top of a file, without checking the rest of it; each `''` when it is not
    there.
    """
    try:
        root = read_yaml(read_text(path, path.name).text, path.name).root
    except UnreadableError:
        root = None
    return tuple(_text(root, key) for key in keys)


def _text(root: Mapping | None, key: str) -> str:
    entry = root.get(key) if root else None
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""


def parse_rulebook(
    text: str,
    file: str,
    vocabulary: Source,
    methods: Source,
) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a text, or None and everything that is wrong with it and the two files it
    leans on.
    """
    faults = Faults()
    book, words, catalogue = (
        read_root(*source, faults) for source in ((text, file), vocabulary, methods)
    )
    if book is None or words is None or catalogue is None:
        return None, faults.in_order()
    if entry := book.get("overlay"):
        faults.add(
            "tillägg",
            entry.key.place,
            "Det här är ett tillägg till regelverk, och inget eget regelverk. "
            f"Slå på det i dossier.yaml: tillägg: [{Path(file).parent.name}]",
        )
        return None, faults.in_order()
    rulebook = assemble_rulebook(
        book, read_vocabulary(words, faults), read_methods(catalogue, faults), faults
    )
    found = faults.in_order()
    return (None if found else rulebook), found


def find_rulebook(name: str, start: Path | None = None) -> Path:
    """The file of a rulebook: an own one in `regelverk/` at `start` or above it, else a built-in
    one.

    Raises UsageError when there is none of that name.
    """
    known = known_files(start)
    wanted = normalize("NFC", name)
    if wanted in known:
        return known[wanted]
    hint = did_you_mean(wanted, known) or f" Det här finns: {', '.join(known)}."
    raise UsageError(f"Regelverket {name} finns inte.{hint}")


def load_rulebook(name: str, start: Path | None = None) -> Rulebook:
    """The rulebook of that name. Raises UsageError when there is none, UnreadableError with all its
    faults.
    """
    path = find_rulebook(name, start)
    rulebook, faults = read_rulebook(path)
    if rulebook is None:
        raise UnreadableError(
            f"Regelverket {name} går inte att läsa: {count(len(faults), 'fel', 'fel')}.",
            faults=faults,
        )
    return rulebook


def read_rulebook(path: Path) -> tuple[Rulebook | None, tuple[RulebookFault, ...]]:
    """The rulebook of a file, or everything that is wrong with it. Raises UnreadableError for what
    is no text.
    """
    text, name = read_source(path)
    rulebook, faults = parse_rulebook(text, name, *shared_sources())
    if rulebook and (fault := fault_of_folder(path, name, "Regelverket", rulebook.id)):
        return None, (fault,)
    return rulebook, faults


def fault_of_folder(path: Path, name: str, what: str, id_: str) -> RulebookFault | None:
    """A rulebook that does not have the name of its folder, by which it is found."""
    folder = normalize("NFC", path.parent.name)
    message = f"{what} heter {id_}, men ligger i mappen {folder}. De ska heta likadant."
    return RulebookFault("fel-mapp", Place(name), message) if id_ != folder else None


def available_rulebooks(start: Path | None = None) -> list[tuple[str, str]]:
    """All rulebooks as (id, organisation), sorted by organisation; one that cannot be read goes by
    its id.
    """
    heads = {
        id_: read_heading(path, "organisation", "overlay")
        for id_, path in known_files(start).items()
    }
    found = [
        (id_, organisation or id_) for id_, (organisation, overlay) in heads.items() if not overlay
    ]
    return sorted(found, key=lambda pair: pair[1])


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
    installed = read_heading(path, "version")[0] if path else ""
    return installed if installed != version else ""


def _version_in_name(file: str) -> str:
    """`1` for `rulebook-1.yaml`, '' for `rulebook.yaml`."""
    return "" if file == RULEBOOK_FILE else file.removeprefix(_PREFIX).removesuffix(_SUFFIX)
