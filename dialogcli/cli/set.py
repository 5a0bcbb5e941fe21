"""`dialog set`: one answer, without a question."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.findings import Place
from dialogcli.base.screen import done, screen
from dialogcli.cli.options import FolderOption
from dialogcli.disk.lock import locked
from dialogcli.interview.lookup import resolve
from dialogcli.interview.parsing import waiver
from dialogcli.rulebook.model import WAIVERS
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.interview.answers import Given, typed_answer
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.registers import means_register, write_entry


def set_answer(
    ctx: typer.Context,
    field: Annotated[
        str,
        typer.Argument(
            metavar="FÄLT", help="till exempel handlingsplan.risker.2.åtgärd", show_default=False
        ),
    ],
    value: Annotated[
        str, typer.Argument(metavar="SVAR", help="det nya svaret", show_default=False)
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="SKÄL", help="skälet, för ett undantag")
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="ROLL", help="vem som svarar för skälet")] = "",
    folder: FolderOption = "",
) -> int:
    """Change one answer and say where it stands."""
    context: Context = ctx.obj
    given = Given(value, reason, by)
    place, said = (
        write_entry(context, field, given, folder)
        if means_register(field)
        else _write_answer(context, field, given, folder)
    )
    told = f"Svaret är sparat{f', {said}' if said else ''}. ({place})"
    context.console.show(screen(done(told)))
    return 0


def _write_answer(
    context: Context, field: str, given: Given, folder: str
) -> tuple[Place | None, str]:
    """Where the answer stands now, and how it was understood."""
    where = find_folder(context, folder)
    with locked(where.folder, "dialog set", context.now):
        recorder = Recorder.open(where.folder)
        path = resolve(recorder.dossier.rulebook, field)
        if path.count(".") == 1 and path.startswith(f"{WAIVERS}."):
            return _waive(recorder, path, given.value or given.reason, given.by, context), ""
        answer, said = typed_answer(recorder.dossier, path, given, context.today)
        return recorder.save(path, answer), said


def _waive(recorder: Recorder, path: str, reason: str, by: str, context: Context) -> Place | None:
    """Write an exception from one rule, field by field; the reason comes last, since nothing counts
    without it.
    """
    place = None
    for part, text in waiver(
        recorder.dossier.rulebook, path.split(".")[1], reason, by, context.today
    ).items():
        place = recorder.save(f"{path}.{part}", text)
    return place
