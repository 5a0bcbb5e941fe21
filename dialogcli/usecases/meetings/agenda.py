"""Making the record and the Word file of a meeting: gathered anew, or as people have changed the
record by hand, with the pictures of its proposals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dialogcli.base.characters import shown
from dialogcli.base.dates import Day
from dialogcli.base.findings import (
    ConflictError,
    DialogError,
    FileFault,
    UnreadableError,
    UsageError,
)
from dialogcli.base.screen import line, screen
from dialogcli.base.words import count, did_you_mean, listed
from dialogcli.checking.meeting_items import LeftOut
from dialogcli.checking.survey import Dialogue, Survey
from dialogcli.disk.folders import relative, templates_folder
from dialogcli.documents.many import render_meeting
from dialogcli.documents.markup.pictures import images_in, picture_faults, pictures_unusable
from dialogcli.documents.picture_files import read_pictures
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.meeting import Meeting, Point, meeting_text, read_meeting
from dialogcli.dossier.model import Answer
from dialogcli.dossier.organisation import Meetings, load_organisation
from dialogcli.process.deadlines import by_name
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.agenda import (
    agenda_screen,
    beside_screen,
    kept_record_screen,
    kept_remarks,
    left_out_remarks,
    made_screen,
)
from dialogcli.screens.listing import same_number_remarks, unread_items
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import repository_meant
from dialogcli.usecases.meetings.points import Brought, brought, organ_meant
from dialogcli.usecases.meetings.record import MeetingFolder
from dialogcli.usecases.survey import read_survey


def doubts(meeting: Meeting, survey: Survey) -> Iterator[str]:
    """Of points that have no outcome yet: unknown dossiers and gates. Of the whole list: more than
    one organisation.
    """
    books = {item.folder: item.look.dossier.rulebook for item in survey.items}
    unread = {one.folder for one in survey.unread}
    for number, point in enumerate(meeting.points, 1):
        if point.dossier and not point.outcome and point.dossier not in unread:
            yield from _of_point(number, point, books)
    organisations = dict.fromkeys(
        books[point.dossier].organisation for point in meeting.points if point.dossier in books
    )
    if len(organisations) > 1:
        yield f"Ärendena är från flera organisationer: {listed(organisations)}. Listan har den förstas namn."


def _of_point(number: int, point: Point, books: dict[str, Rulebook]) -> Iterator[str]:
    book = books.get(point.dossier)
    if book is None:
        yield f"Punkt {number}: dossiern {shown(point.dossier)} finns inte.{did_you_mean(point.dossier, books)}"
    elif point.gate and not book.gate_called(point.gate):
        known = [gate.word for gate in book.gates()]
        yield (
            f"Punkt {number}: beslutet {shown(point.gate)} finns inte i regelverket."
            f"{did_you_mean(point.gate, known)}"
        )


def folders(root: Path, survey: Survey, points: Sequence[Point]) -> Callable[[Answer], Path | None]:
    """Where the pictures of an answer in the meeting's record lie; None for a point that no dossier
    brings.
    """
    known = {item.folder for item in survey.items}

    def folder_of(answer: Answer) -> Path | None:
        _, _, number, *_ = answer.path.split(".")
        dossier = points[int(number) - 1].dossier
        return root / dossier if dossier in known else None

    return folder_of


def refuse_unusable(root: Path, survey: Survey, points: Sequence[Point]) -> None:
    """Raises UnreadableError for pictures of proposals that cannot be used, with their places in
    the dossiers: a record that is yet to be written has none.
    """
    faults = [fault for item in survey.items for fault in _faults(root, item, points)]
    if faults:
        raise pictures_unusable(faults)


def _faults(root: Path, item: Dialogue, points: Sequence[Point]) -> Iterator[FileFault]:
    shown = {
        image.source
        for point in points
        if point.dossier == item.folder
        for text in point.proposal
        for image in images_in(text)
    }
    if not shown:
        return
    dossier = item.look.dossier
    pictures = read_pictures(dossier, lambda _: root / item.folder)
    for fault in picture_faults(dossier, pictures, shown):
        yield fault._replace(place=fault.place._replace(file=f"{item.folder}/{fault.place.file}"))


class Listed(NamedTuple):
    """A meeting with the text of its record, and what is to be said of it."""

    meeting: Meeting
    record: str
    remarks: list[str]


def assemble_agenda(
    context: Context, repo: str, typed: str, day: Day, place: str, time: str
) -> int:
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
        context.console.note(kept_record_screen(folder.shown))
        context.console.note(())
        listed = _as_changed(folder, found)
    else:
        listed = _anew(
            folder, found, found.meeting(organ, day, _fixed(root, organ, survey)), place, time
        )
        _refuse_empty(context, found, listed)
    listed = listed._replace(remarks=[*listed.remarks, *doubts(listed.meeting, survey)])
    listed = listed._replace(remarks=[*listed.remarks, *_same_number(listed.meeting, survey)])
    return _make(context, folder, listed, survey, edited)


def _same_number(meeting: Meeting, survey: Survey) -> list[str]:
    """Of dossiers with points on the list that share a case number."""
    listed_here = {point.dossier for point in meeting.points}
    items = tuple(item for item in survey.items if item.folder in listed_here)
    return same_number_remarks(survey._replace(items=items))


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
