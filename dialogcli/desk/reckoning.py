"""Deadlines: whose they are, how they are written, and the file in which an organisation says how
it counts.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogcli.desk.context import Context
from dialogcli.desk.folder import find
from dialogcli.desk.settings import dossiers_at, settings_for
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import FILE, Organisation, load_organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.repository import find_repository
from dialogcli.model.day import Day, DayError
from dialogcli.model.errors import ConflictError, UsageError
from dialogcli.model.layout import shown
from dialogcli.model.screen import Kept, Screen, Tone, line, screen
from dialogcli.process.dates import ahead
from dialogcli.process.deadlines import Meeting, council_or_board
from dialogcli.process.organ_settings import by_name
from dialogcli.process.schedule import Schedule, around, schedule
from dialogcli.process.standing import standing
from dialogcli.reports.calendar_file import PRODUCT, calendar_file
from dialogcli.reports.deadlines import deadlines_facts, deadlines_screen
from dialogcli.reports.headings import dialogue
from dialogcli.storage.files import create, write_bytes
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.text_file import read_text


class Format(StrEnum):
    """How deadlines are written."""

    TEXT = "text"
    ICS = "ics"
    JSON = "json"


class Reckoned(NamedTuple):
    """The days found. `name` is what the calendar is called, and `head` what stands above the text."""

    found: Schedule
    name: str
    head: str
    organisation: Organisation


def of_dossier(context: Context, folder: str) -> Reckoned:
    where = find(context, folder).folder
    dossier = read_dossier(where)
    organisation = settings_for(where, dossier)
    place = standing(dossier)
    return Reckoned(
        schedule(place, ahead(place), organisation, context.today),
        dialogue(dossier),
        dialogue(dossier),
        organisation,
    )


def of_meeting(context: Context, typed: str, organ: str) -> Reckoned:
    if not organ:
        raise UsageError("Skriv också vilket organ som sammanträder: --organ kommunstyrelsen")
    try:
        day = Day.typed(typed, context.today)
    except DayError as error:
        raise UsageError(
            str(error), "Skriv till exempel --meeting 24/11 eller --meeting 2027-11-24."
        ) from None
    if day.day is None:
        raise UsageError(f"{shown(typed)} är en hel månad. Skriv vilken dag mötet är.")
    beside = dossiers_at(context.cwd)
    organisation, one = (
        by_name(load_organisation(context.cwd), beside),
        _meeting(day.first, organ, beside),
    )
    return Reckoned(
        around(one, organisation, context.today),
        f"{one.organ}, {day.with_weekday}",
        "",
        organisation,
    )


def _meeting(day: date, typed: str, dossiers: Iterable[Dossier | None]) -> Meeting:
    """A meeting of an organ by its name or its id, else of one that only its name tells of."""
    known = (one.rulebook.organ_called(typed) for one in dossiers if one)
    organ = next(filter(None, known), None)
    return (
        Meeting(day, organ.name, organ.type)
        if organ
        else Meeting(day, typed, council_or_board(typed))
    )


def show(reckoned: Reckoned, context: Context, how: Format) -> None:
    own, console = reckoned.organisation.own, context.console
    match how:
        case Format.ICS:
            console.data(calendar_file(reckoned.found, reckoned.name, context.now))
        case Format.JSON:
            console.json(deadlines_facts(reckoned.found, context.today, own))
        case Format.TEXT:
            console.show(deadlines_screen(reckoned.found, context.today, reckoned.head, own))


def save(reckoned: Reckoned, context: Context, how: Format, out: str) -> None:
    """Write to a file what would be shown. One that is there is written over only when it is a
    calendar that we have made.
    """
    path = context.cwd / out
    if path.exists() and PRODUCT not in read_text(path, out).text:
        raise ConflictError(
            f"{shown(out)} finns redan, och är inte skapad av dialog deadlines. Den är orörd.",
            "Välj ett annat namn efter --out.",
        )
    content = io.StringIO()
    show(reckoned, replace(context, console=replace(context.console, stdout=content)), how)
    write_bytes(path, content.getvalue().encode())
    calendar = " Öppna filen så läggs datumen in i kalendern." if out.endswith(".ics") else ""
    context.console.show(_done(f"{shown(out)} är skapad.{calendar}"))


def begin_settings(context: Context) -> None:
    """The organisation's own file, with everything as it is counted without it. Never written over."""
    root = find_repository(context.cwd)
    create(root / FILE, read_text(templates_folder() / FILE, FILE).text)
    said = f"{FILE} är skapad i {root}. Ändra det som ni räknar på ett annat sätt."
    context.console.show(_done(said))


def _done(said: str) -> Screen:
    return screen(line(Kept("Klart", Tone.GOOD), f": {said}"))
