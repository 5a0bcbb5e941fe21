"""Deadlines of a dialogue or around one meeting, as the organisation whose they are counts them, and
the file in which it says how.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dialogcli.desk.settings import dossiers_at, settings_for
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import FILE, Organisation, load_organisation
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.repository import find_repository
from dialogcli.model.day import Day, DayError
from dialogcli.model.errors import UsageError
from dialogcli.model.text import shown
from dialogcli.process.dates import ahead
from dialogcli.process.deadlines import Meeting, council_or_board
from dialogcli.process.organ_settings import by_name
from dialogcli.process.schedule import Schedule, around, schedule
from dialogcli.process.standing import standing
from dialogcli.reports.headings import dialogue
from dialogcli.storage.files import create
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.text_file import read_text


class Reckoned(NamedTuple):
    """The days found. `name` is what the calendar is called, and `head` what stands above the text."""

    found: Schedule
    name: str
    head: str
    organisation: Organisation


def of_dossier(folder: Path, today: date) -> Reckoned:
    """Those of everything that lies ahead of a dialogue."""
    dossier = read_dossier(folder)
    organisation = settings_for(folder, dossier)
    place = standing(dossier)
    return Reckoned(
        schedule(place, ahead(place), organisation, today),
        dialogue(dossier),
        dialogue(dossier),
        organisation,
    )


def of_meeting(cwd: Path, typed: str, organ: str, today: date) -> Reckoned:
    """Those around the meeting of an organ on a day, as one who stands in a folder types them.

    Raises UsageError for a day that does not exist.
    """
    if not organ:
        raise UsageError("Skriv också vilket organ som sammanträder: --organ kommunstyrelsen")
    try:
        day = Day.typed(typed, today)
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


def _meeting(day: date, typed: str, dossiers: Iterable[Dossier | None]) -> Meeting:
    """A meeting of an organ by its name or its id, else of one that only its name tells of."""
    known = (one.rulebook.organ_called(typed) for one in dossiers if one)
    organ = next(filter(None, known), None)
    return (
        Meeting(day, organ.name, organ.type)
        if organ
        else Meeting(day, typed, council_or_board(typed))
    )


def begin_settings(cwd: Path) -> Path:
    """Make the organisation's own file, with everything as it is counted without it, and say where.
    Never written over.
    """
    root = find_repository(cwd)
    create(root / FILE, read_text(templates_folder() / FILE, FILE).text)
    return root
