"""`dialog render`: Word documents from a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from dialogcli.base.characters import harmless
from dialogcli.base.findings import ConflictError, UsageError
from dialogcli.base.screen import line, remark, screen
from dialogcli.cli.completion_values import documents
from dialogcli.cli.options import FolderOption, Format, answer
from dialogcli.screens.documents import (
    created_list,
    created_screen,
    edited_screen,
    held_screen,
    kept_screen,
)
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.last_line import tell_next

if TYPE_CHECKING:
    from dialogcli.documents.choose import Document
    from dialogcli.documents.manifest import Upkeep
    from dialogcli.documents.rendered import MadeDocument
    from dialogcli.usecases.documents import Production


def render_documents(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HANDLING",
            show_default=False,
            help="till exempel handlingsplan (annars alla)",
            autocompletion=documents,
        ),
    ] = None,
    final: Annotated[
        bool, typer.Option("--final", help="skapa slutliga handlingar, inte utkast")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="visa texten här i stället för att skapa filer")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="visa vilka handlingar som är aktuella")
    ] = False,
    stale: Annotated[
        bool, typer.Option("--stale", help="skapa om dem som inte längre är aktuella")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="skapa också en PDF av varje handling, med LibreOffice")
    ] = False,
    folder: FolderOption = "",
    how: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help="text eller json, för --status")
    ] = Format.TEXT,
) -> int:
    """Create documents; those of an unfinished basis only as drafts. Raises UsageError for options
    that fight.
    """
    _refuse_contradictions(final, markdown, status, stale, pdf, how)
    from dialogcli.usecases.documents import (
        Production,  # Word, XML and templates: no other command waits for them
    )

    context: Context = ctx.obj
    where = find_folder(context, folder)
    production = Production.begin(where.folder, draft=not final)
    chosen = production.documents_called(names or [])
    if status:
        return _show_status(context, where, production.survey(chosen), how)
    if markdown:
        return _show_text(context, map(production.text, chosen))
    if stale:
        return _show_renewed(context, where, production.renew(chosen, context.today))
    made = _all_shown(context, where, production.make(chosen, context.today))
    if final:
        for sentence in production.left_unjudged(chosen, context.today):
            context.console.note(screen(remark(sentence)))
    pdfs = _with_pdfs(context, where, production, made) if pdf else []
    tell_next(context, where.folder)
    return _exit_code([*made, *pdfs])


def _show_status(
    context: Context, where: Where, found: Sequence[tuple[Document, Upkeep]], how: Format
) -> int:
    from dialogcli.screens.documents import upkeep_facts, upkeep_screen
    from dialogcli.usecases.word_files import DOCUMENTS_FOLDER

    answer(
        context,
        how,
        lambda: upkeep_screen([upkeep for _, upkeep in found]),
        lambda: upkeep_facts(found, where.shown, DOCUMENTS_FOLDER),
    )
    return 0


def _show_text(context: Context, texts: Iterable[str]) -> int:
    """Text as it is, for a file or another program, with only what could act on a terminal written
    out.
    """
    for text in texts:
        context.console.data(f"{harmless(text)}\n".encode())
    return 0


def _show_renewed(context: Context, where: Where, renewed: Iterable[MadeDocument]) -> int:
    made = _all_shown(context, where, renewed)
    if not made:
        context.console.show(screen(line("Ingen handling är inaktuell.")))
    tell_next(context, where.folder)
    return _exit_code(made)


def _all_shown(
    context: Context, where: Where, making: Iterable[MadeDocument]
) -> list[MadeDocument]:
    """All documents, after it has been told where they lie; several are one list, also when one of
    them cannot be made.
    """
    made: list[MadeDocument] = []
    try:
        made += making  # each is kept, as it comes
    finally:
        new = [one for one in made if not one.beside]
        for draft in (False, True):
            _new_shown(context, where, [one for one in new if one.rendered.origin.draft == draft])
        for one in made:
            if one.beside:
                _shown(context, where, one)
    return made


def _new_shown(context: Context, where: Where, new: Sequence[MadeDocument]) -> None:
    if len(new) > 1:
        gaps = [(one.name, len(one.rendered.gaps)) for one in new]
        folder = _seen(where, new[0].path.parent)
        context.console.show(created_list(folder, gaps, new[0].rendered.origin.draft))
    for one in new if len(new) == 1 else ():
        _shown(context, where, one)


def _shown(context: Context, where: Where, made: MadeDocument) -> None:
    """Tell where a document lies and what is marked in it."""
    path, beside = (_seen(where, one) for one in (made.path.with_name(made.name), made.path))
    if not made.beside:
        context.console.show(created_screen(path, made.rendered.origin.draft, made.rendered.gaps))
    elif made.held:
        context.console.note(held_screen(path, beside))
    else:
        context.console.note(edited_screen(path, beside))


def _with_pdfs(
    context: Context, where: Where, production: Production, made: Sequence[MadeDocument]
) -> list[MadeDocument]:
    from dialogcli.usecases.documents import add_pdfs

    pdfs = []
    for one in add_pdfs(production, made, lambda path: _seen(where, path)):
        pdfs.append(one)
        path, beside = (_seen(where, other) for other in (one.path.with_name(one.name), one.path))
        if one.beside:
            context.console.note(kept_screen(path, beside))
        else:
            context.console.show(created_screen(path, one.rendered.origin.draft))
    return pdfs


def _seen(where: Where, path: Path) -> str:
    """A file of the dossier as somebody reaches it from where they stand."""
    return PurePath(where.typed, path.relative_to(where.folder)).as_posix()


def _exit_code(made: Iterable[MadeDocument]) -> int:
    """That of a conflict when a file had to go beside its own name."""
    return ConflictError.exit_code if any(one.beside for one in made) else 0


def _refuse_contradictions(
    final: bool, markdown: bool, status: bool, stale: bool, pdf: bool, how: Format
) -> None:
    if sum([final, markdown, status, stale]) > 1:
        raise UsageError(
            "Tillvalen --final, --markdown, --status och --stale går inte att kombinera."
        )
    if pdf and (markdown or status or stale):
        raise UsageError("Tillvalet --pdf går bara att kombinera med --final.")
    if how is Format.JSON and not status:
        raise UsageError("Tillvalet --format json visar läget. Lägg till --status.")
