"""Deadlines: whose they are, how they are written, and the settings by which an organisation
counts, as the dossiers beside them understand those.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.dates import DayError
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Line
from dialogcli.base.typed_dates import Reckoning, typed_day
from dialogcli.disk.files import create, read_text
from dialogcli.disk.folders import find_root, templates_folder
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import ORGANISATION_FILE, Organisation, load_organisation
from dialogcli.dossier.reading import find_repository, read_dossier, read_dossiers
from dialogcli.process.days import ahead
from dialogcli.process.deadlines import DecidingMeeting, by_name, council_or_board
from dialogcli.process.schedule import Schedule, around, schedule
from dialogcli.process.standing import standing
from dialogcli.screens.findings import dialogue
from dialogcli.usecases.next_step import asks_about


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


class Reckoned(NamedTuple):
    """The days found. `name` is what the calendar is called, `head` what stands above the text, and
    `then` what comes next.
    """

    found: Schedule
    name: str
    head: str
    organisation: Organisation
    then: tuple[Line, ...] = ()


def deadlines_of_dossier(folder: Path, today: date) -> Reckoned:
    """Those of everything that lies ahead of a dialogue."""
    dossier = read_dossier(folder)
    organisation = settings_for(folder, dossier)
    place = standing(dossier)
    return Reckoned(
        schedule(place, ahead(place), organisation, today),
        dialogue(dossier),
        dialogue(dossier),
        organisation,
        tuple(asks_about(dossier.rulebook, "tidsplan", "planerade_beslut")),
    )


def deadlines_of_meeting(cwd: Path, typed: str, organ: str, today: date) -> Reckoned:
    """Those around the meeting of an organ on a day, as one who stands in a folder types them.

    Raises UsageError for a day that does not exist.
    """
    if not organ:
        raise UsageError("Skriv också vilket organ som sammanträder: --organ kommunstyrelsen")
    try:
        day = typed_day(typed, Reckoning(today))
    except DayError as error:
        raise UsageError(
            str(error), "Skriv till exempel --meeting 24/11 eller --meeting 2027-11-24."
        ) from None
    if day.day is None:
        raise UsageError(f"{shown(typed)} är en hel månad. Skriv vilken dag mötet är.")
    beside = dossiers_at(cwd)
    organisation, one = (
        by_name(load_organisation(cwd), beside),
        _meeting(day.first, organ, beside),
    )
    return Reckoned(
        around(one, organisation, today),
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


def begin_settings(cwd: Path) -> Path:
    """Make the organisation's own file, with everything as it is counted without it, and say where.
    Never written over.
    """
    root = find_repository(cwd)
    create(
        root / ORGANISATION_FILE,
        read_text(templates_folder() / ORGANISATION_FILE, ORGANISATION_FILE).text,
    )
    return root
