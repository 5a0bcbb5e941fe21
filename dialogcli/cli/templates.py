"""`dialog templates`: what a template may use, what is wrong with templates and letterhead, and one to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where, find, relative
from dialogcli.desk.word_files import read_word_file
from dialogcli.dossier.extract import EXTRACT_FORM
from dialogcli.dossier.layouts import laid_out
from dialogcli.dossier.meeting import AGENDA_FORM
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import load_organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import ConflictError, UnreadableError, UsageError
from dialogcli.model.layout import command, joined, shown, wrapped
from dialogcli.model.words import did_you_mean, listed, same_word, slug
from dialogcli.reports.templates import fields_text, flaws_text, review_text
from dialogcli.storage.files import write_bytes
from dialogcli.storage.plain_file import read_bytes
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.surroundings import ensure_folder, find_root

_LARGEST = 20_000_000


def show_fields(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="UNDERLAG", show_default=False,
                                        help="till exempel handlingsplan (annars alla)")] = "",
    folder: FolderOption = "",
) -> int:
    """Show the fields of one form or of all. Raises UsageError for an unknown form."""
    context: Context = ctx.obj
    rulebook = read_dossier(find(context, folder).folder).rulebook
    of_many = {one.title.lower(): one for one in (AGENDA_FORM, EXTRACT_FORM)}
    known = {**rulebook.forms, **of_many}
    forms = [one for word, one in known.items() if same_word(form, word)] if form else list(known.values())
    if not forms:
        raise UsageError(f"Underlaget {shown(form)} finns inte i regelverket.{did_you_mean(form, known)}",
                         f"Underlag: {listed(rulebook.forms)}", f"Över flera dossierer: {listed(of_many)}")
    context.console.out(fields_text(rulebook, forms, context.console.width, folder))
    return 0


def check_templates(
    ctx: typer.Context,
    sample: Annotated[str, typer.Option("--sample", metavar="FIL", help="skapa också en handling att titta på")] = "",
    document: Annotated[str, typer.Option("--document", metavar="FIL",
                                          help="kontrollera i stället en färdig Word-fil")] = "",
    folder: FolderOption = "",
) -> int:
    """Check all templates and the letterhead, or one Word file. Returns 1 when a fault is found."""
    if document:
        return _check_document(ctx.obj, document)
    from dialogcli.documents.picture_files import with_pictures
    from dialogcli.documents.review import review  # Word, XML and templates: no other command waits for them
    from dialogcli.documents.templating.templates import read_templates
    from dialogcli.model.finding import Severity

    context: Context = ctx.obj
    where = find(context, folder)
    dossier = _read(where)
    templates = with_pictures(read_templates(templates_folder(), where.folder), where.folder, dossier)
    found = review(dossier, templates)
    context.console.out(review_text(found, context.console.width, folder))
    if any(noted.severity is Severity.FEL for one in found for noted in one.noted):
        return 1
    if sample:
        from dialogcli.documents.choosing import documents_of
        from dialogcli.documents.render import render

        data = render(documents_of(dossier)[0], dossier, templates, draft=True).data
        _put_new(context.cwd / sample, data)
        context.console.out(wrapped(f"Klart: {sample} är skapad som UTKAST.", context.console.width))
    return 0


def _check_document(context: Context, name: str) -> int:
    from dialogcli.documents.looking.accessibility import flaws
    from dialogcli.documents.word.package import PackageError

    try:
        found = flaws(read_word_file(context.cwd / name))
    except PackageError as error:
        raise UnreadableError(f"{shown(name)} går inte att läsa: {error}.") from error
    context.console.out(flaws_text(Path(name).name, [flaw.message for flaw in found], context.console.width))
    return 1 if found else 0


def copy_template(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="MALL", show_default=False,
                                        help="till exempel handlingsplan eller brevmall")],
) -> int:
    """Put a copy of a built-in template beside the dossiers. Raises UsageError, and ConflictError if there is one."""
    from dialogcli.documents.templating.templates import OWN_FOLDER, own_folders

    context: Context = ctx.obj
    source = _built_in(name)
    shelf = next(iter(own_folders(context.cwd)), (find_root(context.cwd) or context.cwd) / OWN_FOLDER)
    path = ensure_folder(shelf) / source.name
    _put_new(path, read_bytes(source, _LARGEST))
    there = relative(path, context.cwd)
    context.console.out(joined([f"Klart: {there} är skapad. Den gäller före den inbyggda.",
                                f"Ändra i den, och kontrollera den sedan: {command('templates check')}"]
                               if source.suffix != ".md" else [f"Klart: {there} är skapad."]))
    return 0


def _read(where: Where) -> Dossier:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError("Rätta filerna först. Mallarna är inte kontrollerade.", faults=dossier.faults)
    return laid_out(dossier, load_organisation(where.folder))


def _built_in(typed: str) -> Path:
    from dialogcli.documents.templating.environment import ENDING
    from dialogcli.documents.templating.templates import LETTERHEAD

    folder = templates_folder()
    known: Mapping[str, Path] = {
        **{file.name.removesuffix(ENDING): file for file in sorted((folder / "documents").glob(f"*{ENDING}"))},
        "brevmall": folder / "letterhead" / LETTERHEAD, "README": folder / "documents" / "README.md"}
    found = next((file for word, file in known.items() if slug(typed) == slug(word)), None)
    if found is None:
        raise UsageError(f"Mallen {shown(typed)} finns inte.{did_you_mean(typed, known)}", f"Mallar: {listed(known)}")
    return found


def _put_new(path: Path, data: bytes) -> None:
    if path.exists():
        raise ConflictError(f"{path.name} finns redan. Den är orörd.")
    write_bytes(path, data)
