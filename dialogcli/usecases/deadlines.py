"""Deadlines: whose they are, how they are written, and the settings by which an organisation
counts, as the dossiers beside them understand those.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.dates import Day, DayError
from dialogcli.base.findings import ConflictError, UsageError
from dialogcli.base.screen import Kept, Screen, Tone, line, screen
from dialogcli.disk.files import create, read_text, write_bytes
from dialogcli.disk.folders import find_root, templates_folder
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import ORGANISATION_FILE, Organisation, load_organisation
from dialogcli.dossier.reading import find_repository, read_dossier, read_dossiers
from dialogcli.process.days import ahead
from dialogcli.process.deadlines import DecidingMeeting, by_name, council_or_board
from dialogcli.process.schedule import Schedule, around, schedule
from dialogcli.process.standing import standing
from dialogcli.screens.deadlines import PRODUCT, calendar_file, deadlines_facts, deadlines_screen
from dialogcli.screens.findings import dialogue
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder


def settings_for(folder: Path, dossier: Dossier) -> Organisation:
    """The settings for the dossier in a folder. Others of the repository are read only for organs
    that this one does not know.

    Raises UnreadableError with all that is wrong with the settings.
    """
    beside = (found.dossier for found in read_dossiers(find_repository(folder)))
    return by_name(load_organisation(folder), chain([dossier], beside))


def dossiers_at(folder: Path) -> list[Dossier | None]:
    """Those of the repository that a folder lies in, None for one that cannot be read; none outside
    a repository.
    """
    root = find_root(folder)
    return [found.dossier for found in read_dossiers(root)] if root else []


class DeadlineFormat(StrEnum):
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


def deadlines_of_dossier(context: Context, folder: str) -> Reckoned:
    where = find_folder(context, folder).folder
    dossier = read_dossier(where)
    organisation = settings_for(where, dossier)
    place = standing(dossier)
    return Reckoned(
        schedule(place, ahead(place), organisation, context.today),
        dialogue(dossier),
        dialogue(dossier),
        organisation,
    )


def deadlines_of_meeting(context: Context, typed: str, organ: str) -> Reckoned:
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


def _meeting(day: date, typed: str, dossiers: Iterable[Dossier | None]) -> DecidingMeeting:
    """A meeting of an organ by its name or its id, else of one that only its name tells of."""
    known = (one.rulebook.organ_called(typed) for one in dossiers if one)
    organ = next(filter(None, known), None)
    return (
        DecidingMeeting(day, organ.name, organ.type)
        if organ
        else DecidingMeeting(day, typed, council_or_board(typed))
    )


def show(reckoned: Reckoned, context: Context, how: DeadlineFormat) -> None:
    own, console = reckoned.organisation.own, context.console
    match how:
        case DeadlineFormat.ICS:
            console.data(calendar_file(reckoned.found, reckoned.name, context.now))
        case DeadlineFormat.JSON:
            console.json(deadlines_facts(reckoned.found, context.today, own))
        case DeadlineFormat.TEXT:
            console.show(deadlines_screen(reckoned.found, context.today, reckoned.head, own))


def save(reckoned: Reckoned, context: Context, how: DeadlineFormat, out: str) -> None:
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
    create(
        root / ORGANISATION_FILE,
        read_text(templates_folder() / ORGANISATION_FILE, ORGANISATION_FILE).text,
    )
    said = f"{ORGANISATION_FILE} är skapad i {root}. Ändra det som ni räknar på ett annat sätt."
    context.console.show(_done(said))


def _done(said: str) -> Screen:
    return screen(line(Kept("Klart", Tone.GOOD), f": {said}"))
