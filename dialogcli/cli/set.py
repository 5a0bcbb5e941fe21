"""`dialog set`: one answer, without a question."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.context import Context
from dialogcli.cli.folder import Where, find
from dialogcli.cli.recording import Recorder
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import select
from dialogcli.interview.addressing import UNTOUCHED, resolve
from dialogcli.interview.parsing import parse_answer
from dialogcli.interview.question import Question, question_about
from dialogcli.interview.refusal import Refusal
from dialogcli.interview.waiving import WAIVERS, waiver
from dialogcli.interview.wording import echo
from dialogcli.model.errors import UnreadableError, UsageError
from dialogcli.model.layout import wrapped
from dialogcli.model.place import Place
from dialogcli.storage.lock import locked
from dialogcli.storage.nodes import Plain


def set_answer(
    ctx: typer.Context,
    field: Annotated[str, typer.Argument(metavar="FÄLT", help="till exempel handlingsplan.risker.2.åtgärd",
                                         show_default=False)],
    value: Annotated[str, typer.Argument(metavar="SVAR", help="det nya svaret", show_default=False)] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="SKÄL", help="skälet, för ett undantag")] = "",
    by: Annotated[str, typer.Option("--by", metavar="ROLL", help="vem som svarar för skälet")] = "",
    folder: Annotated[str, typer.Option("--folder", metavar="MAPP",
                                         help="dossierns mapp (annars mappen du står i)")] = "",
) -> int:
    """Change one answer and say where it stands."""
    context: Context = ctx.obj
    where = find(context, folder)
    with locked(where.folder, "dialog set", context.now):
        recorder = _recorder(where)
        path = resolve(recorder.dossier.rulebook, field)
        if path.count(".") == 1 and path.startswith(f"{WAIVERS}."):
            place = _waive(recorder, path, value or reason, by, context)
            said = ""
        else:
            question = _question(recorder.dossier, path, by)
            answer = _parsed(question, value, reason, context)
            place = recorder.save(path, answer)
            said = echo(question, answer).strip()
    told = f"Klart: Svaret är sparat{f', {said}' if said else ''}. ({place})"
    context.console.out(wrapped(told, context.console.width))
    return 0


def _recorder(where: Where) -> Recorder:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
    return Recorder(where.folder, dossier)


def _waive(recorder: Recorder, path: str, reason: str, by: str, context: Context) -> Place | None:
    """Write an exception from one rule, field by field; the reason comes last, since nothing counts without it."""
    place = None
    for part, text in waiver(recorder.dossier.rulebook, path.split(".")[1], reason, by, context.today).items():
        place = recorder.save(f"{path}.{part}", text)
    return place


def _question(dossier: Dossier, path: str, by: str) -> Question:
    """The question that the field would have been; also for a row or a file that is not there yet."""
    found = next(iter(select(dossier, path)), None)
    of = found.field if found else dossier.rulebook.field_at(path)
    if of is None:
        raise UsageError(f"{path} är ett helt underlag. Skriv också fältet. {UNTOUCHED}")
    return question_about(dossier, found or Answer(path, of, Place("")), by)


def _parsed(question: Question, value: str, reason: str, context: Context) -> Plain:
    """The typed value. Raises UsageError with what an answer looks like."""
    if not value:
        raise UsageError(f"Svaret saknas. {UNTOUCHED}", f'Skriv så: dialog set {question.path} "SVAR"')
    typed = f"{value}, {reason}" if reason and question.choices else value
    answer = parse_answer(question, typed, context.today)
    if isinstance(answer, Refusal):
        raise UsageError(answer.text, UNTOUCHED)
    return answer
