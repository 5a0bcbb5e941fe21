"""`dialog decide`: enter a decision that has been taken."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.model.errors import UsageError

Many = list[str] | None

GateWord = Annotated[
    str,
    typer.Argument(
        metavar="BESLUT", help="beslutspunkten, till exempel handlingsplan", show_default=False
    ),
]
Fields = Annotated[
    Many,
    typer.Argument(
        metavar="FÄLT=VÄRDE",
        show_default=False,
        help="annat som beslutet säger, till exempel expedierat=10/3",
    ),
]
Outcome = Annotated[str, typer.Option("--outcome", metavar="UTFALL", help="till exempel bifall")]
Date = Annotated[str, typer.Option("--date", metavar="DATUM", help="dagen för beslutet")]
Paragraph = Annotated[
    str, typer.Option("--paragraph", metavar="NR", help="paragrafen i protokollet")
]
OrganName = Annotated[
    str, typer.Option("--organ", metavar="ORGAN", help="vilket organ som beslutade")
]
Role = Annotated[
    str, typer.Option("--role", metavar="ROLL", help="rollen, om en enda person beslutade")
]
Motivation = Annotated[
    str, typer.Option("--motivation", metavar="ORD", help="motiveringen, med protokollets ord")
]
Points = Annotated[Many, typer.Option("--point", metavar="ORD", help="en punkt i en återremiss")]
Proposal = Annotated[
    str,
    typer.Option("--proposal", metavar="ORD", help="förslaget till beslut (annars regelverkets)"),
]
Recipients = Annotated[
    Many,
    typer.Option("--recipient", metavar="NAMN[:SLAG]", help="någon som ska ha protokollsutdraget"),
]
Votes = Annotated[
    Many, typer.Option("--vote", metavar="RÖST:ANTAL", help="resultat i en omröstning")
]
Reservations = Annotated[
    Many, typer.Option("--reservation", metavar="VEM:ORD", help="en reservation")
]
Motions = Annotated[Many, typer.Option("--yrkande", metavar="VEM:ORD", help="ett yrkande")]
NewDate = Annotated[
    str, typer.Option("--new-date", metavar="DATUM", help="när ett bordlagt ärende tas upp igen")
]
Incomplete = Annotated[
    str,
    typer.Option(
        "--incomplete", metavar="SKÄL", help="för in beslutet fast underlaget inte är komplett"
    ),
]
Particulars = Annotated[
    str, typer.Option("--answers", metavar="FIL", help="hämta uppgifterna ur en fil")
]
Agenda = Annotated[
    str,
    typer.Option(
        "--agenda", metavar="MÖTE", help="för in alla beslut från ett möte, i stället för ett enda"
    ),
]


def decide(
    ctx: typer.Context,
    gate: GateWord = "",
    fields: Fields = None,
    outcome: Outcome = "",
    date: Date = "",
    paragraph: Paragraph = "",
    organ: OrganName = "",
    role: Role = "",
    motivation: Motivation = "",
    point: Points = None,
    proposal: Proposal = "",
    recipient: Recipients = None,
    vote: Votes = None,
    reservation: Reservations = None,
    yrkande: Motions = None,
    new_date: NewDate = "",
    incomplete: Incomplete = "",
    answers: Particulars = "",
    agenda: Agenda = "",
    folder: FolderOption = "",
) -> int:
    """Record a decision in a file of its own; no other file is changed."""
    options = _typed(
        {
            "--outcome": outcome,
            "--date": date,
            "--paragraph": paragraph,
            "--organ": organ,
            "--role": role,
            "--motivation": motivation,
            "--proposal": proposal,
            "--new-date": new_date,
            "--incomplete": incomplete,
            "--point": point,
            "--recipient": recipient,
            "--vote": vote,
            "--reservation": reservation,
            "--yrkande": yrkande,
        }
    )
    if agenda:
        if gate or options or folder:
            raise UsageError(
                "Med --agenda frågar dialog efter besluten ett i taget. Det enda andra tillvalet är "
                "--answers."
            )
        return _enter_meeting(ctx.obj, agenda, answers)
    if not gate:
        raise UsageError("BESLUT saknas.", "Så här skriver du: dialog decide BESLUT [TILLVAL]")
    from dialogcli.desk.decisions.entering import (
        enter,
    )  # what it takes to check and to write: help needs none of it
    from dialogcli.desk.decisions.given import Typed

    return enter(ctx.obj, find(ctx.obj, folder), Typed(gate, options, fields or [], answers))


def _typed(options: dict[str, str | Many]) -> dict[str, list[str]]:
    """The options that were given, each with all its texts."""
    return {
        option: [given] if isinstance(given, str) else given
        for option, given in options.items()
        if given
    }


def _enter_meeting(context: Context, agenda: str, answers: str) -> int:
    from dialogcli.desk.meetings.minuting import (
        enter_meeting,
    )  # and what the record of a meeting takes

    return enter_meeting(context, agenda, answers)
