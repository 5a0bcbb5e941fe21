"""Writing down that something was reported to an organ, so that it is not reported again."""

from __future__ import annotations

from pathlib import Path

from dialogcli.checking.business import pending_event
from dialogcli.desk.interviews.recording import new_file_for
from dialogcli.dossier.change import write_answer
from dialogcli.dossier.decision import REPORTED
from dialogcli.dossier.meeting import PARAGRAPH, Meeting, Point
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.model.errors import UsageError
from dialogcli.process.follow_ups import REPORTED as TOLD
from dialogcli.process.follow_ups import follow_ups
from dialogcli.rulebook.model import DECISIONS, FEEDBACK, Gate
from dialogcli.storage.nodes import Plain


def note_decision(
    folder: Path, dossier: Dossier, gate: Gate, meeting: Meeting, point: Point
) -> None:
    """Into the decision that one person took: the day and the paragraph at which the organ was
    told.
    """
    write_answer(
        folder,
        dossier,
        f"{DECISIONS}.{gate.id}.{REPORTED}",
        {"datum": str(meeting.day), PARAGRAPH: point.paragraph},
    )


def note_follow_up(folder: Path, dossier: Dossier, meeting: Meeting, point: Point) -> None:
    """Into the follow-up that is next: the paragraph, where there is a place for it, and last the
    day on which the organ was told. Of a run that was cut short it may be there already. Raises
    UsageError when none is left.
    """
    rows = follow_ups(dossier, point.follow_up)
    if any(row.reported == meeting.day for row in rows):
        return
    due = next((row for row in rows if row.reported is None), None)
    if due is None:
        raise UsageError(
            f"{point.follow_up} har ingen uppföljning som inte är anmäld. Inget är infört."
        )
    for name, value in ((PARAGRAPH, point.paragraph), (TOLD, str(meeting.day))):
        if dossier.rulebook.field_at(f"{due.path}.{name}"):
            write_answer(folder, dossier, f"{due.path}.{name}", value)
            dossier = read_dossier(folder)


def note_feedback(folder: Path, dossier: Dossier, meeting: Meeting, point: Point) -> None:
    """Into the feedback to the organ: channel where none is given, paragraph where there is a place
    for it, and last the day, which says that it is done.
    """
    event = pending_event(dossier, point.audience)
    file = event.file if event else ""
    fields = dossier.rulebook.forms[FEEDBACK].fields
    values: dict[str, Plain] = {PARAGRAPH: point.paragraph, "datum": str(meeting.day)}
    if not (event and event.answers["kanal"].filled):
        values = {"kanal": [f"sammanträde, {meeting.organ}"], **values}
    for name, value in values.items():
        if name in fields:
            path = f"{FEEDBACK}.{point.audience}.{name}"
            place = write_answer(
                folder, _with_only(dossier, file), path, value, new_file_for(dossier.rulebook, path)
            )
            file, dossier = place.file, read_dossier(folder)


def _with_only(dossier: Dossier, file: str) -> Dossier:
    """The dossier as if that were all the feedback there is: its path alone does not tell it from
    others.
    """
    files = tuple(one for one in dossier.files.get(FEEDBACK, ()) if one.file == file)
    return dossier._replace(files={**dossier.files, FEEDBACK: files})
