"""`dialog status`: where a dialogue stands, whose turn it is, what the next decision lacks, and the
days ahead.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.findings import UnreadableError
from dialogcli.base.screen import Screen
from dialogcli.checking.survey import Outlook, outlook
from dialogcli.cli.options import Folder, Format, FormatOption, answer
from dialogcli.dossier.organisation import Organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.days import DayKind
from dialogcli.process.schedule import next_papers, schedule
from dialogcli.screens.findings import unchecked
from dialogcli.screens.stages import Whose
from dialogcli.screens.status import status_facts, status_screen, whole_status_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.deadlines import settings_for
from dialogcli.usecases.folder import find_folder
from dialogcli.usecases.next_step import made_in, next_step, sessions_entered


def show_status(
    ctx: typer.Context,
    folder: Folder = "",
    everything: Annotated[
        bool, typer.Option("--all", help="visa varje steg, allt som saknas och alla datum")
    ] = False,
    how: FormatOption = Format.TEXT,
) -> int:
    """Show where a dialogue stands; raises UnreadableError when some of it could not be read, after
    what could be.
    """
    context: Context = ctx.obj
    where = find_folder(context, folder)
    look = outlook(read_dossier(where.folder), context.today)
    organisation = settings_for(where.folder, look.dossier)
    warnings = schedule(look.standing, look.ahead, organisation, context.today).warnings
    look = with_papers(look, organisation)
    then = next_step(look, made_in(where.folder, look, context.cwd))

    def shown() -> Screen:
        if everything:
            return whole_status_screen(look, then, whose(look, organisation), warnings)
        return status_screen(look, then, sessions_entered(look), warnings)

    answer(context, how, shown, lambda: status_facts(look, where.shown, then, warnings))
    if look.dossier.faults:
        raise UnreadableError(unchecked(look.dossier.faults))
    return 0


def with_papers(look: Outlook, organisation: Organisation) -> Outlook:
    """With the days before the next decision's meeting among the days ahead."""
    papers = next_papers(look.standing, look.ahead, organisation, look.today)
    return look._replace(ahead=tuple(sorted((*papers, *look.ahead), key=lambda one: one.day.first)))


def whose(look: Outlook, organisation: Organisation) -> Whose:
    """Whose the days ahead are: without a deadline among them only the dossier's."""
    if all(one.kind is not DayKind.DEADLINE for one in look.ahead):
        return Whose.DOSSIER
    return Whose.SETTINGS if organisation.own else Whose.USUAL
