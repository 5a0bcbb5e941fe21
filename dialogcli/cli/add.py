"""`dialog add`: a session, feedback or another thing of which there may be several."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

import typer

from dialogcli.base.commands import add
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Line, broken_off, done, line, screen
from dialogcli.cli.completion_values import items
from dialogcli.cli.options import Answers, FolderOption
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.reading import find_repository
from dialogcli.interview.items import form_called, form_meant, what_can_be_added
from dialogcli.rulebook.model import Form
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.interview.added import (
    add_all,
    item_of_words,
    items_of_file,
    register_recorder,
    registers_of,
)
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.items import ItemTalk
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.interview.sharing import sharing
from dialogcli.usecases.last_line import next_lines, tell_next

PROGRAM = "dialog add"

What = Annotated[
    str,
    typer.Argument(
        metavar="VAD",
        help="till exempel tillfälle eller återkoppling",
        show_default=False,
        autocompletion=items,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FÄLT=VÄRDE",
        show_default=False,
        help="svar som inte ska frågas efter, till exempel datum=10/3",
    ),
]


def add_items(
    ctx: typer.Context,
    what: What = "",
    fields: Fields = None,
    answers: Answers = "",
    folder: FolderOption = "",
) -> int:
    """Ask about one, or several in a row, and make a file for each."""
    context: Context = ctx.obj
    where = find_folder(context, folder)
    recorder, form = _meant(context, where, what)
    if form is None:
        return 0
    if answers or fields:
        return _given(context, where, recorder, form, fields or [], answers)
    if not context.console.interactive:
        raise UsageError(
            NO_TERMINAL,
            f"Inget är ändrat. Skriv svaren så: dialog add {form.id} {form.items}=VÄRDE FÄLT=VÄRDE",
        )
    talk = Conversation(interviewer(context), recorder, Adviser(recorder, context.today))
    with sharing(context, recorder, PROGRAM):
        try:
            told = ItemTalk(talk, form).add_several()
        except (KeyboardInterrupt, EOFError):
            stopped = [broken_off(f"{recorder.tally}."), line("Fortsätt: ", add(form.id))]
            return interrupted(context, *stopped)
    if not told:
        tell_next(context, where.folder)
    return 0


def _meant(context: Context, where: Where, what: str) -> tuple[Recorder, Form | None]:
    """Where it is added and in which form; None when it was only asked what can be added."""
    recorder = Recorder.open(where.folder)
    rulebook = recorder.dossier.rulebook
    registers = registers_of(rulebook)
    if not what:
        told: list[Line] = [line("Det här går att lägga till:")]
        context.console.show(screen([*told, *what_can_be_added(rulebook, registers)]))
        return recorder, None
    if form_called(rulebook, what) is None:
        root = find_repository(where.folder)
        if found := register_recorder(rulebook, root, what):
            return found
    return recorder, form_meant(rulebook, what, registers)


def _given(
    context: Context,
    where: Where,
    recorder: Recorder,
    form: Form,
    words: list[str],
    answers: str,
) -> int:
    """What was written out, without a question."""
    if words and answers:
        raise UsageError("Skriv FÄLT=VÄRDE eller --answers, inte båda. Inget är ändrat.")
    with context.lock(recorder.folder, PROGRAM):
        recorder.reread()
        made = (
            items_of_file(recorder, form, context.cwd / answers, answers, context.today)
            if answers
            else [item_of_words(recorder.dossier, form, words, context.today)]
        )
        files = add_all(recorder, form, made)
    told = [done(f"{_shown(where, recorder, file)}.") for file in files]
    context.console.show(screen([*told, *next_lines(context, where.folder)]))
    return 0


def _shown(where: Where, recorder: Recorder, file: FormFile) -> str:
    """The file, as seen from the folder that was typed."""
    if recorder.folder != where.folder:
        return f"{recorder.folder.name}/{file.file}"
    return PurePath(where.typed, file.file).as_posix()
