"""The last line of a command: what comes next in the dialogue that it was about."""

from __future__ import annotations

from pathlib import Path

from dialogcli.base import commands
from dialogcli.base.findings import DialogError, Severity
from dialogcli.base.screen import Command, Line, in_folder, screen
from dialogcli.checking.report import Report
from dialogcli.checking.survey import Survey, looked_ahead, outlook
from dialogcli.dossier.reading import read_dossier
from dialogcli.screens.next_step import NextStep, next_line
from dialogcli.usecases.context import Context
from dialogcli.usecases.next_step import made_in, next_step


def next_lines(context: Context, folder: Path, *, changed: bool = False) -> list[Line]:
    """The last line of a command: what comes next in the dossier of a folder, as it is on disk now.
    Where an answer was `changed` by itself and something is wrong, to look at that.

    None for a dossier that cannot be read: that is told by whoever needs it.
    """
    try:
        look = outlook(read_dossier(folder), context.today)
    except DialogError:
        return []
    if changed and look.report.number_of(Severity.FEL):
        return [next_line(NextStep(commands.check()))]
    return [next_line(next_step(look, made_in(folder, look, context.cwd)))]


def next_of_first(some: Survey, context: Context) -> list[Line]:
    """The last line of a list: what comes next in the first dialogue of it."""
    if not some.items:
        return []
    first = some.items[0]
    step = next_step(first.look, made_in(context.cwd / first.folder, first.look, context.cwd))
    if step.command and step.command.of_dossier:
        step = step._replace(command=in_folder(step.command, first.folder))
    return [next_line(step)]


def tell_next(context: Context, folder: Path, *, changed: bool = False) -> None:
    """Say it, below what a command has said."""
    if lines := next_lines(context, folder, changed=changed):
        context.console.show(screen(lines))


def after_check(context: Context, folder: Path, whole: Report, shown: Report) -> NextStep:
    """What comes next once a report is shown, perhaps cut down from the `whole`: what mends the first
    fault in it; where only a check would be next, the first warning.
    """
    if mends := _mends_first(shown, Severity.FEL):
        return mends
    look = looked_ahead(whole, context.today)
    step = next_step(look, made_in(folder, look, context.cwd))
    if step.command != commands.check():
        return step
    return _mends_first(shown, Severity.VARNING) or NextStep(None)


def _mends_first(report: Report, severity: Severity) -> NextStep | None:
    """What mends the first finding of that weight; None where no command does."""
    for one in report.findings:
        if one.severity is severity and isinstance(one.remedy, Command):
            return NextStep(one.remedy, f"{severity.word} {one.rule}")
    return None
