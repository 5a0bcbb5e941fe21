"""`dialog decide`: enter a decision that has been taken."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.cli.options import FolderOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.model.errors import UsageError

Many = list[str] | None


def decide(
    ctx: typer.Context,
    gate: Annotated[str, typer.Argument(metavar="BESLUT", help="beslutspunkten, till exempel handlingsplan",
                                        show_default=False)] = "",
    fields: Annotated[Many, typer.Argument(metavar="FÄLT=VÄRDE", show_default=False,
                                           help="annat som beslutet säger, till exempel expedierat=10/3")] = None,
    outcome: Annotated[str, typer.Option("--outcome", metavar="UTFALL", help="till exempel bifall")] = "",
    date: Annotated[str, typer.Option("--date", metavar="DATUM", help="dagen för beslutet")] = "",
    paragraph: Annotated[str, typer.Option("--paragraph", metavar="NR", help="paragrafen i protokollet")] = "",
    organ: Annotated[str, typer.Option("--organ", metavar="ORGAN", help="vilket organ som beslutade")] = "",
    role: Annotated[str, typer.Option("--role", metavar="ROLL", help="rollen, om en enda person beslutade")] = "",
    motivation: Annotated[str, typer.Option("--motivation", metavar="ORD",
                                            help="motiveringen, med protokollets ord")] = "",
    point: Annotated[Many, typer.Option("--point", metavar="ORD", help="en punkt i en återremiss")] = None,
    proposal: Annotated[str, typer.Option("--proposal", metavar="ORD",
                                          help="förslaget till beslut (annars regelverkets)")] = "",
    recipient: Annotated[Many, typer.Option("--recipient", metavar="NAMN[:SLAG]",
                                            help="någon som ska ha protokollsutdraget")] = None,
    vote: Annotated[Many, typer.Option("--vote", metavar="RÖST:ANTAL", help="resultat i en omröstning")] = None,
    reservation: Annotated[Many, typer.Option("--reservation", metavar="VEM:ORD", help="en reservation")] = None,
    yrkande: Annotated[Many, typer.Option("--yrkande", metavar="VEM:ORD", help="ett yrkande")] = None,
    new_date: Annotated[str, typer.Option("--new-date", metavar="DATUM",
                                          help="när ett bordlagt ärende tas upp igen")] = "",
    incomplete: Annotated[str, typer.Option("--incomplete", metavar="SKÄL",
                                            help="för in beslutet fast underlaget inte är komplett")] = "",
    answers: Annotated[str, typer.Option("--answers", metavar="FIL", help="hämta uppgifterna ur en fil")] = "",
    agenda: Annotated[str, typer.Option("--agenda", metavar="MÖTE",
                                        help="för in alla beslut från ett möte, i stället för ett enda")] = "",
    folder: FolderOption = "",
) -> int:
    """Record a decision in a file of its own; no other file is changed."""
    from dialogcli.desk.decisions.entering import enter  # what it takes to check and to write: help needs none of it
    from dialogcli.desk.decisions.given import Typed

    context: Context = ctx.obj
    single = {"--outcome": outcome, "--date": date, "--paragraph": paragraph, "--organ": organ, "--role": role,
              "--motivation": motivation, "--proposal": proposal, "--new-date": new_date, "--incomplete": incomplete}
    several = {"--point": point, "--recipient": recipient, "--vote": vote, "--reservation": reservation,
               "--yrkande": yrkande}
    options = {option: [text] for option, text in single.items() if text}
    options |= {option: texts for option, texts in several.items() if texts}
    if agenda:
        if gate or options or folder:
            raise UsageError("Med --agenda frågar dialog efter besluten ett i taget. Det enda andra tillvalet är "
                             "--answers.")
        from dialogcli.desk.meetings.minuting import enter_meeting  # and what the record of a meeting takes

        return enter_meeting(context, agenda, answers)
    if not gate:
        raise UsageError("BESLUT saknas.", "Så här skriver du: dialog decide BESLUT [TILLVAL]")
    return enter(context, find(context, folder), Typed(gate, options, fields or [], answers))
