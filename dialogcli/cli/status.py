"""`dialog status`: where a dialogue stands, whose turn it is, what the next decision lacks, and the
days ahead.
"""

from __future__ import annotations

import typer

from dialogcli.checking.outlook import Outlook, outlook
from dialogcli.cli.options import Folder, Format, FormatOption, answer
from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.desk.settings import settings_for
from dialogcli.dossier.organisation import Organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.process.dates import Kind
from dialogcli.process.schedule import next_papers, schedule
from dialogcli.reports.days_ahead import Whose
from dialogcli.reports.faults import unchecked
from dialogcli.reports.status import status_screen
from dialogcli.reports.status_json import status_facts


def show_status(
    ctx: typer.Context,
    folder: Folder = "",
    how: FormatOption = Format.TEXT,
) -> int:
    """Show where a dialogue stands; raises UnreadableError when some of it could not be read, after
    what could be.
    """
    context: Context = ctx.obj
    where = find(context, folder)
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
    if all(one.kind is not Kind.DEADLINE for one in look.ahead):
        return Whose.DOSSIER
    return Whose.SETTINGS if organisation.own else Whose.USUAL
