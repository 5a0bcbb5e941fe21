"""`dialog status`: where a dialogue stands, whose turn it is, what the next decision lacks, and the
days ahead.
"""

from __future__ import annotations

import typer

from dialogcli.base.findings import UnreadableError
from dialogcli.checking.survey import Outlook, outlook
from dialogcli.cli.options import Folder, Format, FormatOption, answer
from dialogcli.dossier.organisation import Organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.process.days import DayKind
from dialogcli.process.schedule import next_papers, schedule
from dialogcli.screens.findings import unchecked
from dialogcli.screens.stages import Whose
from dialogcli.screens.status import status_facts, status_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.deadlines import settings_for
from dialogcli.usecases.folder import find_folder


def show_status(
    ctx: typer.Context,
    folder: Folder = "",
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
    answer(
        context,
        how,
        lambda: status_screen(look, whose(look, organisation), warnings),
        lambda: status_facts(look, where.shown, warnings),
    )
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
