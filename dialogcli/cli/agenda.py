"""`dialog agenda`: the list of points for one meeting, out of all dossiers of a repository."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from dialogcli.base.characters import shown
from dialogcli.base.dates import Day, DayError
from dialogcli.base.findings import UsageError
from dialogcli.base.typed_dates import Direction, Reckoning, typed_day
from dialogcli.usecases.context import Context

_CLOCK = r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?"
_TIME = re.compile(rf"(?:kl\.? ?)?({_CLOCK})(?: ?[-–] ?({_CLOCK}))?")


def make_agenda(
    ctx: typer.Context,
    organ: Annotated[
        str,
        typer.Argument(
            metavar="ORGAN", help="till exempel kollektivtrafiknämnden", show_default=False
        ),
    ],
    date: Annotated[
        str,
        typer.Argument(
            metavar="DATUM", help="dagen för mötet, till exempel 3/3", show_default=False
        ),
    ],
    place: Annotated[str, typer.Option("--place", metavar="PLATS", help="var mötet hålls")] = "",
    time: Annotated[
        str, typer.Option("--time", metavar="TID", help="när, till exempel 13.00-15.30")
    ] = "",
    repo: Annotated[str, typer.Option("--repo", metavar="MAPP", help="mappen med dossierer")] = "",
) -> int:
    """Make the list of points for an organ on a day. Raises UsageError when it has nothing to deal
    with.
    """
    context: Context = ctx.obj
    day, clock = _day(date, context), _clock(time)
    from dialogcli.usecases.meetings.agenda import (
        assemble_agenda,  # Word and templates: no other command waits for them
    )

    return assemble_agenda(context, repo, organ, day, " ".join(place.split()), clock)


def _day(typed: str, context: Context) -> Day:
    try:
        day = typed_day(typed, Reckoning(context.today, Direction.NEAREST))
    except DayError as error:
        raise UsageError(
            f"{error} Ingen lista är skapad.", "Skriv till exempel 3/3 eller 2027-03-03."
        ) from error
    if day.day is None:
        raise UsageError(
            f"Mötet behöver en dag, inte bara en månad: {day.in_words}. Ingen lista är skapad.",
            "Skriv till exempel 3/3 eller 2027-03-03.",
        )
    return day


def _clock(typed: str) -> str:
    """`13.00-15.30`, as it is written in Swedish."""
    if not typed:
        return ""
    found = _TIME.fullmatch(typed.strip())
    if not found:
        raise UsageError(
            f"Tiden {shown(typed)} går inte att läsa. Ingen lista är skapad.",
            "Skriv till exempel --time 13.00-15.30.",
        )
    return "-".join(part.replace(":", ".") for part in found.groups() if part)
