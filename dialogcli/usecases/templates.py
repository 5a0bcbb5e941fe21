"""Templates and the letterhead: what they may use, what is wrong with them, and a copy of one to
change.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dialogcli.base.characters import shown
from dialogcli.base.commands import templates_check
from dialogcli.base.findings import ConflictError, Severity, UnreadableError, UsageError
from dialogcli.base.screen import Kept, Screen, Tone, line, screen
from dialogcli.base.words import did_you_mean, listed, same_word, slug
from dialogcli.disk.files import read_bytes, write_bytes
from dialogcli.disk.folders import ensure_folder, find_root, relative, templates_folder
from dialogcli.dossier.extract import EXTRACT
from dialogcli.dossier.meeting import AGENDA
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import load_organisation, with_layouts
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.own_forms import own_form
from dialogcli.screens.documents import created_screen
from dialogcli.screens.templates import fields_screen, flaws_screen, review_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where
from dialogcli.usecases.word_files import read_word_file

_LARGEST = 20_000_000


def fields(where: Where, form: str) -> Screen:
    """The fields of one form or of all. Raises UsageError for an unknown form."""
    rulebook = read_dossier(where.folder).rulebook
    of_many = {one.title.lower(): one for one in (own_form(AGENDA), own_form(EXTRACT))}
    known = {**rulebook.forms, **of_many}
    forms = (
        [one for word, one in known.items() if same_word(form, word)]
        if form
        else list(known.values())
    )
    if not forms:
        raise UsageError(
            f"Underlaget {shown(form)} finns inte i regelverket.{did_you_mean(form, known)}",
            f"Underlag: {listed(rulebook.forms)}",
            f"Över flera dossierer: {listed(of_many)}",
        )
    return fields_screen(rulebook, forms)


def check_all(context: Context, where: Where, sample: str) -> int:
    """Check every template that the rulebook uses, the own ones and the letterhead; a `sample` is
    made when they hold.

    Returns 1 when a fault is found.
    """
    from dialogcli.documents.choose import documents_of
    from dialogcli.documents.picture_files import with_pictures
    from dialogcli.documents.render import render
    from dialogcli.documents.template_check import (
        review,  # Word, XML and templates: no other command waits for them
    )
    from dialogcli.documents.templating.templates import read_templates

    dossier = _read(where)
    templates = with_pictures(
        read_templates(templates_folder(), where.folder), where.folder, dossier
    )
    found = review(dossier, templates)
    context.console.show(review_screen(found))
    if any(noted.severity is Severity.FEL for one in found for noted in one.noted):
        return 1
    if sample:
        _put_new(
            context.cwd / sample,
            render(documents_of(dossier)[0], dossier, templates, draft=True).data,
        )
        context.console.show(created_screen(sample, draft=True))
    return 0


def check_document(context: Context, name: str) -> int:
    """Check one finished Word file. Returns 1 when somebody could not read it."""
    from dialogcli.documents.accessibility import flaws
    from dialogcli.documents.word.package import PackageError

    try:
        found = flaws(read_word_file(context.cwd / name))
    except PackageError as error:
        raise UnreadableError(f"{shown(name)} går inte att läsa: {error}.") from error
    context.console.show(flaws_screen(Path(name).name, [flaw.message for flaw in found]))
    return 1 if found else 0


def copy(context: Context, name: str) -> None:
    """Put a copy of a built-in template beside the dossiers. Raises UsageError, and ConflictError
    if there is one.
    """
    from dialogcli.documents.templating.templates import OWN_FOLDER, own_folders

    source = _built_in(name)
    shelf = next(
        iter(own_folders(context.cwd)), (find_root(context.cwd) or context.cwd) / OWN_FOLDER
    )
    path = ensure_folder(shelf) / source.name
    _put_new(path, read_bytes(source, _LARGEST))
    there = relative(path, context.cwd)
    if source.suffix == ".md":
        context.console.show(created_screen(there, draft=False))
        return
    said = f": {there} är skapad. Den gäller före den inbyggda."
    then = line("Ändra i den, och kontrollera den sedan: ", templates_check())
    context.console.show(screen([line(Kept("Klart", Tone.GOOD), said), then]))


def _read(where: Where) -> Dossier:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(
            "Rätta filerna först. Mallarna är inte kontrollerade.", faults=dossier.faults
        )
    return with_layouts(dossier, load_organisation(where.folder))


def _built_in(typed: str) -> Path:
    from dialogcli.documents.templating.filters import ENDING
    from dialogcli.documents.templating.templates import LETTERHEAD

    folder = templates_folder()
    known: Mapping[str, Path] = {
        **{
            file.name.removesuffix(ENDING): file
            for file in sorted((folder / "documents").glob(f"*{ENDING}"))
        },
        "brevmall": folder / "letterhead" / LETTERHEAD,
        "README": folder / "documents" / "README.md",
    }
    found = next((file for word, file in known.items() if slug(typed) == slug(word)), None)
    if found is None:
        raise UsageError(
            f"Mallen {shown(typed)} finns inte.{did_you_mean(typed, known)}",
            f"Mallar: {listed(known)}",
        )
    return found


def _put_new(path: Path, data: bytes) -> None:
    if path.exists():
        raise ConflictError(f"{path.name} finns redan. Den är orörd.")
    write_bytes(path, data)
