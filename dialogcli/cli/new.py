"""`dialog new`: a dossier from answers at prompts, from options alone, or from a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from dialogcli.base.commands import new_answers, new_questions
from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.base.screen import line, screen
from dialogcli.cli.completion_values import rulebooks
from dialogcli.cli.options import Answers, Export
from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.scope import scope_paths
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import IDENTITY
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.interview.answers import answers_for, export_new, load_answers
from dialogcli.usecases.interview.new import (
    NewDossierWish,
    begin,
    create_dossier,
    in_memory,
    known_rulebooks,
)
from dialogcli.usecases.interview.questions import NO_TERMINAL, check_today, coming_chapters
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.last_line import next_lines, tell_next


def new_dialogue(
    ctx: typer.Context,
    rulebook: Annotated[
        str,
        typer.Option(
            "--rulebook",
            metavar="REGELVERK",
            help="regelverket, till exempel allman",
            autocompletion=rulebooks,
        ),
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TITEL", help="ärendets titel")] = "",
    dnr: Annotated[
        list[str] | None,
        typer.Option("--dnr", metavar="DNR", help="diarienummer, kan ges flera gånger"),
    ] = None,
    folder: Annotated[
        str, typer.Option("--folder", metavar="MAPP", help="den nya mappens namn")
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="MAPP",
            help="kopiera det som går att använda igen ur en annan dossier",
        ),
    ] = "",
    answers: Answers = "",
    export: Export = "",
) -> int:
    """Create a dossier and begin the interview; without a terminal, create it from options or a
    file alone.
    """
    context: Context = ctx.obj
    wanted = _with_source(
        context, NewDossierWish(rulebook, title.strip(), tuple(dnr or ()), folder), source
    )
    if export:
        return _export(context, wanted, export)
    if answers:
        return _from_file(context, wanted, answers)
    if not context.console.interactive:
        return _without_asking(context, wanted)
    return begin(context, wanted)


def _with_source(context: Context, wanted: NewDossierWish, source: str) -> NewDossierWish:
    """The same with another dossier to copy from; its rulebook is followed unless another is named."""
    if not source:
        return wanted
    other = read_dossier(find_folder(context, source).folder)
    if other.faults:
        raise UnreadableError(
            f"{source} går inte att kopiera ur. Inget är skapat.", faults=other.faults
        )
    return replace(wanted, source=other, rulebook=wanted.rulebook or other.rulebook.id)


def _export(context: Context, wanted: NewDossierWish, name: str) -> int:
    if not wanted.rulebook:
        raise UsageError("Det här saknas: --rulebook (regelverkets namn)", known_rulebooks(context))
    rulebook = load_rulebook(wanted.rulebook, context.cwd)
    empty = in_memory(rulebook, wanted)
    tested = [path.split(".")[0] for path in scope_paths(rulebook)]
    coming = [chapter.form.id for chapter in coming_chapters(check_today(empty, context))]
    forms = [rulebook.forms[id_] for id_ in dict.fromkeys([IDENTITY, *tested, *coming])]
    export_new(context, empty, forms, name, wanted.title)
    return 0


def _from_file(context: Context, wanted: NewDossierWish, name: str) -> int:
    file = load_answers(context.cwd / name, name)
    wanted = replace(
        wanted,
        rulebook=wanted.rulebook or file.text("regelverk"),
        title=wanted.title or file.text("titel"),
    )
    if wanted.missing:
        raise UsageError(
            f"Svarsfilen {name} räcker inte. Inget är skapat.",
            f"Det här saknas: {', '.join(wanted.missing)}",
        )
    rulebook = load_rulebook(wanted.rulebook, context.cwd)
    given = answers_for(file, in_memory(rulebook, wanted), context)
    folder = create_dossier(context, rulebook, wanted)
    recorder = Recorder.open(folder)
    with context.lock(folder, "dialog new"):
        recorder.write_all(given)
    said = f"{recorder.tally}." if given else "Svarsfilen har inga svar än."
    context.console.folder = wanted.folder or folder.name
    context.console.show(screen([line(said), *next_lines(context, folder)]))
    return 0


def _without_asking(context: Context, wanted: NewDossierWish) -> int:
    _refuse_missing(context, wanted)
    folder = create_dossier(context, load_rulebook(wanted.rulebook, context.cwd), wanted)
    context.console.folder = wanted.folder or folder.name
    tell_next(context, folder)
    return 0


def _refuse_missing(context: Context, wanted: NewDossierWish) -> None:
    if not wanted.missing:
        return
    known = [] if wanted.rulebook else [known_rulebooks(context)]
    raise UsageError(
        NO_TERMINAL,
        f"Inget är skapat. Det här saknas: {', '.join(wanted.missing)}",
        *known,
        "Du kan också svara i en fil:",
        line(new_questions(wanted.rulebook or "REGELVERK", "svar.yaml"), indent=2),
        line(new_answers("svar.yaml"), indent=2),
    )
