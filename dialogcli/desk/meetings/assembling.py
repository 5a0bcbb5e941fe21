"""Making the record and the Word file of a meeting: gathered anew, or as people have changed the
record by hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from dialogcli.checking.business import LeftOut
from dialogcli.checking.survey import Survey
from dialogcli.desk.context import Context
from dialogcli.desk.folder import repository_meant
from dialogcli.desk.meetings.convening import Brought, brought, organ_meant
from dialogcli.desk.meetings.doubts import doubts
from dialogcli.desk.meetings.folder import MeetingFolder
from dialogcli.desk.meetings.pictures import folders, refuse_unusable
from dialogcli.desk.surveying import read_survey
from dialogcli.documents.meetings import render_meeting
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.meeting import Meeting, Point, meeting_text, read_meeting
from dialogcli.dossier.organisation import Meetings, load_organisation
from dialogcli.model.day import Day
from dialogcli.model.errors import ConflictError, DialogError, UnreadableError, UsageError
from dialogcli.model.screen import line, screen
from dialogcli.model.words import count
from dialogcli.process.organ_settings import by_name
from dialogcli.reports.agenda import (
    agenda_screen,
    beside_screen,
    kept_remarks,
    kept_screen,
    left_out_remarks,
    made_screen,
)
from dialogcli.reports.listing import unread_items
from dialogcli.rulebook.model import Rulebook
from dialogcli.storage.resources import templates_folder
from dialogcli.storage.surroundings import relative


class Listed(NamedTuple):
    """A meeting with the text of its record, and what is to be said of it."""

    meeting: Meeting
    record: str
    remarks: list[str]


def assemble(context: Context, repo: str, typed: str, day: Day, place: str, time: str) -> int:
    """Carry out `dialog agenda`; the exit code is that of a conflict when the Word file had to go
    beside.

    Raises DialogError when there is nothing for the meeting, UnreadableError, after the list, when
    a dossier could not be read.
    """
    root = repository_meant(context, repo)
    survey = read_survey(root, context.today, seen_from=root)
    organ = organ_meant(typed, survey)
    found, folder = brought(survey, organ, day), MeetingFolder(root, Meeting(organ, day).name)
    edited = folder.edited()
    if edited and (place or time):
        raise UsageError(
            f"{folder.shown} är ändrad sedan den skapades. Skriv plats och tid där.",
            "Inget är ändrat. Kör sedan kommandot igen utan --place och --time.",
        )
    if edited:
        context.console.note(kept_screen(folder.shown))
        context.console.note(())
        listed = _as_changed(folder, found)
    else:
        listed = _anew(
            folder, found, found.meeting(organ, day, _fixed(root, organ, survey)), place, time
        )
        _refuse_empty(context, found, listed)
    listed = listed._replace(remarks=[*listed.remarks, *doubts(listed.meeting, survey)])
    return _make(context, folder, listed, survey, edited)


def _fixed(root: Path, organ: str, survey: Survey) -> Meetings:
    """What every list of points of the organ begins and ends with."""
    known = [*(item.look.dossier for item in survey.items), *(None for _ in survey.unread)]
    return by_name(load_organisation(root), known).meetings_for(organ)


def _anew(folder: MeetingFolder, found: Brought, meeting: Meeting, place: str, time: str) -> Listed:
    """The meeting as the dossiers have it now; its place and time are those given last."""
    there = folder.there()
    earlier = read_meeting(there.text, there.name) if there else meeting
    meeting = meeting._replace(place=place or earlier.place, time=time or earlier.time)
    return Listed(meeting, meeting_text(meeting), left_out_remarks(found.left_out, meeting.points))


def _as_changed(folder: MeetingFolder, found: Brought) -> Listed:
    """The meeting as its record says. Once it has an outcome, what the dossiers say now is another
    matter.
    """
    there = folder.there()
    if there is None:
        raise ConflictError(f"{folder.shown} är borta. Inget är ändrat.", "Försök igen.")
    meeting = read_meeting(there.text, there.name)
    if any(point.outcome for point in meeting.points):
        return Listed(meeting, there.text, [])
    return Listed(meeting, there.text, _remarks(meeting, found))


def _remarks(meeting: Meeting, found: Brought) -> list[str]:
    """In what a meeting's record and the dossiers differ."""
    known = {_key(point): number for number, point in enumerate(meeting.points, 1)}
    missing = [point for point in (*found.decisions, *found.reports) if _key(point) not in known]
    unready: list[tuple[int, LeftOut]] = []
    others: list[LeftOut] = []
    for one in found.left_out:
        if number := known.get(_left(one)):
            unready.append((number, one))
        else:
            others.append(one)
    return [*left_out_remarks(others, meeting.points), *kept_remarks(missing, unready)]


def _key(point: Point) -> tuple[str, str]:
    return point.dossier, point.gate or point.follow_up


def _left(one: LeftOut) -> tuple[str, str]:
    return one.item.folder, one.gate.word if one.gate else ""


def _refuse_empty(context: Context, found: Brought, listed: Listed) -> None:
    """Raises DialogError when no dossier brings anything, after saying what is not ready."""
    if found.decisions or found.reports:
        return
    if listed.remarks:
        context.console.show(screen(map(line, listed.remarks)), apart=True)
    when = f"{listed.meeting.organ} {listed.meeting.day.in_words}"
    raise DialogError(f"Det finns inget ärende till {when}. Ingen lista är skapad.")


def _rulebook(meeting: Meeting, survey: Survey) -> Rulebook:
    """That of the organisation: of the first dossier with a point."""
    books = {item.folder: item.look.dossier.rulebook for item in survey.items}
    return next(
        (books[point.dossier] for point in meeting.points if point.dossier in books),
        next(iter(books.values())),
    )


def _make(
    context: Context, folder: MeetingFolder, listed: Listed, survey: Survey, edited: bool
) -> int:
    console, templates = context.console, read_templates(templates_folder(), folder.root)
    points = listed.meeting.points
    refuse_unusable(folder.root, survey, points)
    rendered = render_meeting(
        listed.meeting,
        listed.record,
        _rulebook(listed.meeting, survey),
        templates,
        folders(folder.root, survey, points),
    )
    placed = folder.save(listed.record, rendered, edited=edited)
    console.show(agenda_screen(listed.meeting, listed.remarks), apart=True)
    beside = placed.name != folder.document
    if beside:
        console.note(beside_screen(folder.document, placed.name, placed.held))
    else:
        console.show(made_screen(relative(folder.path.parent, context.cwd), listed.meeting))
    _stop_for_unread(context, survey)
    return ConflictError.exit_code if beside else 0


def _stop_for_unread(context: Context, survey: Survey) -> None:
    if survey.unread:
        context.console.show(())
        context.console.show(screen(unread_items(survey.unread)), apart=True)
        number = count(len(survey.unread), "dossier", "dossierer")
        raise UnreadableError(
            f"{number} går inte att läsa. De andra är prövade, och listan är skapad."
        )
