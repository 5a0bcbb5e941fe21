"""`dialog fill`: the questions that remain, from the first gap on."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.commands import fill_answers, fill_questions
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import done, line, screen
from dialogcli.cli.completion_values import sections
from dialogcli.cli.options import Answers, Export, Folder
from dialogcli.interview.lookup import items_meant
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.interview.answers import (
    answers_for,
    export_remaining,
    load_answers,
)
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.fill import Filling, Route
from dialogcli.usecases.interview.items import ItemTalk
from dialogcli.usecases.interview.new import stopped_lines
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.interview.sharing import sharing
from dialogcli.usecases.last_line import next_lines, tell_next

PROGRAM = "dialog fill"


def fill_dossier(
    ctx: typer.Context,
    folder: Folder = "",
    section: Annotated[
        str,
        typer.Option(
            "--section",
            metavar="AVSNITT",
            help="ett avsnitt, ett underlag eller ett fält",
            autocompletion=sections,
        ),
    ] = "",
    answers: Answers = "",
    export: Export = "",
) -> int:
    """Ask what is missing for the next decision, or in one section."""
    context: Context = ctx.obj
    where = find_folder(context, folder)
    if export:
        return _export(context, where, export, section)
    if answers:
        return _from_file(context, where, answers)
    if not context.console.interactive:
        raise UsageError(
            NO_TERMINAL,
            "Inget är ändrat. Svara i en fil, eller på en fråga i taget:",
            line(fill_questions("svar.yaml"), indent=2),
            line(fill_answers("svar.yaml"), indent=2),
            "  dialog set FÄLT SVAR",
        )
    recorder = Recorder.open(where.folder)
    with sharing(context, recorder, PROGRAM):
        adviser = Adviser(recorder, context.today)
        talk = Conversation(interviewer(context), recorder, adviser)
        items = items_meant(recorder.dossier, section)
        route = Route.towards(adviser, "" if items else section)
        try:
            if items:
                ItemTalk(talk, items.form).run(items.item)
                return 0
            Filling(talk, route).run()
        except (KeyboardInterrupt, EOFError):
            return interrupted(context, *stopped_lines(recorder, where.typed))
    tell_next(context, where.folder)
    return 0


def _from_file(context: Context, where: Where, name: str) -> int:
    file = load_answers(context.cwd / name, name)
    with context.lock(where.folder, PROGRAM):
        recorder = Recorder.open(where.folder)
        recorder.write_all(answers_for(file, recorder.dossier, context))
    told = [done(f"{recorder.tally}."), *next_lines(context, where.folder)]
    context.console.show(screen(told))
    return 0


def _export(context: Context, where: Where, name: str, section: str) -> int:
    """The questions of one section, or of all that remains towards the next decision."""
    recorder = Recorder.open(where.folder)
    adviser = Adviser(recorder, context.today)
    export_remaining(
        context, recorder.dossier, Route.towards(adviser, section).asked, name, where.typed
    )
    return 0
