"""The record of a meeting: `agenda.yaml`, a form of its own with its points, which people may edit
before and after.

A point that a dossier has brought says so; other points are only a title. Points are numbered as
they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.findings import FileFault, Finding, NoteKind, UnreadableError
from dialogcli.base.words import NOTHING, count, slug
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.own_forms import own_form
from dialogcli.yamltext.emitter import emit
from dialogcli.yamltext.nodes import Plain

MEETINGS_FOLDER = "moten"
"""Where meetings lie, beside the dossiers: `moten/2027-03-03-kollektivtrafiknamnden/agenda.yaml`.
"""

AGENDA = "agenda"
FILE = "agenda.yaml"
POINTS, POINT_PARAGRAPH, OUTCOME = "punkter", "paragraf", "utfall"

NOTED, NOT_TAKEN_UP = "noteras", "togs inte upp"
"""Outcomes beside those of a gate."""


class PointKind(StrEnum):
    """What a point brings: a decision to take, or something to report."""

    DECISION = "beslut"
    REPORT = "anmälan"


class Point(NamedTuple):
    """One point. `dossier` is a folder, relative to the repository, '' when no dossier brings it.

    `gate` is the word of the gate to be decided at, or whose decision is reported; of a reported
    result `audience` says to whom, by the key of the feedback; of a follow-up `follow_up` is the
    path of the table with its days. `paragraph` and `outcome` are '' until the meeting has been.
    """

    title: str
    kind: str = ""
    dnr: tuple[str, ...] = ()
    presenter: str = ""
    proposal: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    dossier: str = ""
    gate: str = ""
    audience: str = ""
    follow_up: str = ""
    paragraph: str = ""
    outcome: str = ""


class Meeting(NamedTuple):
    """One organ on one day. `time` is written `13.00-15.30`."""

    organ: str
    day: Day
    time: str = ""
    place: str = ""
    points: tuple[Point, ...] = ()

    @property
    def name(self) -> str:
        """`2027-03-03-kollektivtrafiknamnden`: that of its folder, and of its Word file."""
        return f"{self.day}-{slug(self.organ)}"


def columns() -> tuple[str, ...]:
    """What a point is written with, in the order of `Point`."""
    return tuple(own_form(AGENDA).fields[POINTS].parts)


_NOBODYS = Rulebook(
    id="",
    version="",
    organisation="",
    rows=(),
    sources={},
    organs=(),
    organ_types=(),
    audiences={},
    outcomes={},
    forms={},
    entries={},
    rules={},
    unchecked={},
    documents=(),
    registers={},
)
"""No policy: enough to read a record."""


def read_meeting(text: str, name: str = FILE) -> Meeting:
    """The meeting that a record tells of. `name` is that of its file, and of the folder in which it
    lies, if any.

    Raises UnreadableError with all that is wrong in it, each with its place.
    """
    read = meeting_as_dossier(text, _NOBODYS)
    meeting = None
    faults = [*read.faults, *map(_fault, read.remarks)]
    if not faults:
        meeting = _meeting(read)
        faults += _doubts(read, meeting, PurePosixPath(name).parent.name)
    if faults or meeting is None:
        placed = tuple(fault._replace(place=fault.place._replace(file=name)) for fault in faults)
        raise UnreadableError(
            f"{name} går inte att använda: {count(len(faults), 'ställe', 'ställen')} att rätta.",
            faults=placed,
        )
    return meeting


def meeting_as_dossier(
    text: str, rulebook: Rulebook, titles: Mapping[str, str] = NOTHING
) -> Dossier:
    """A record as a dossier with that one form, so that a document is made of it as of any other.

    The organisation and its sources are those of `rulebook`; `titles` is what a `dossier.yaml`
    beside it says.
    """
    forms = {AGENDA: own_form(AGENDA), "dossier": own_form("möte")._replace(id="dossier")}
    cut = rulebook._replace(forms=forms, entries={}, rules={}, documents=(), registers={})
    told = "".join(emit(name, title, 0) for name, title in titles.items())
    return build_dossier(cut, {FILE: text, "dossier.yaml": told})


def meeting_text(meeting: Meeting) -> str:
    """The record of a meeting to be."""
    head = [
        f"# {meeting.organ}, {meeting.day.with_weekday}",
        "# Ändra gärna här: ordningen, egna punkter, föredragande. Punkterna numreras som de står.",
        "# Kör sedan dialog agenda igen. Då följer Word-filen det som står här.",
    ]
    rows: list[Plain] = [_row(point) for point in meeting.points]
    fields: Mapping[str, Plain] = {
        "organ": meeting.organ,
        "datum": str(meeting.day),
        "tid": meeting.time,
        "plats": meeting.place,
    }
    return "\n".join(
        [
            *head,
            "",
            *(emit(name, value, 0).rstrip("\n") for name, value in fields.items()),
            "",
            emit(POINTS, rows, 0),
        ]
    )


def _row(point: Point) -> Plain:
    """What is said of a point, and nothing of what is not."""
    row: dict[str, Plain] = {}
    for name, cell in zip(columns(), point, strict=True):
        if cell:
            row[name] = cell if isinstance(cell, str) else [*cell]
    return row


def _meeting(read: Dossier) -> Meeting | None:
    """The meeting, if it has an organ and a whole day."""
    answers = read.files[AGENDA][0].answers
    organ, day = answers["organ"].text, answers["datum"].day
    if not organ or day is None or day.day is None:
        return None
    return Meeting(
        organ,
        day,
        answers["tid"].text,
        answers["plats"].text,
        tuple(map(_point, answers[POINTS].rows)),
    )


def _doubts(read: Dossier, meeting: Meeting | None, folder: str) -> Iterator[FileFault]:
    """What can be read and cannot be meant: a point about nothing, a meeting that is not that of
    its folder.
    """
    answers = read.files[AGENDA][0].answers
    if meeting is None:
        yield FileFault("möte", answers["datum"].place, "Mötets organ och hela dagen behövs.")
    elif folder and meeting.name != folder:
        yield FileFault(
            "möte",
            answers["datum"].place,
            f"Mappen är för ett annat möte: {folder}.",
            (
                (
                    NoteKind.ADVICE,
                    "Skriv organ och datum som i mappens namn. En annan dag får en egen lista: "
                    "dialog agenda ORGAN DATUM",
                ),
            ),
        )
    for number, row in enumerate(answers[POINTS].rows, 1):
        if not row.parts["ärende"].given:
            yield FileFault("punkt", row.place, f"Punkt {number} har inget ärende.")


def _point(row: Answer) -> Point:
    return Point(
        title=_cell(row, "ärende"),
        kind=_cell(row, "slag"),
        dnr=_cells(row, "dnr"),
        presenter=_cell(row, "föredragande"),
        proposal=_cells(row, "förslag"),
        attachments=_cells(row, "bilagor"),
        dossier=_cell(row, "dossier"),
        gate=_cell(row, "beslutspunkt"),
        audience=_cell(row, "till"),
        follow_up=_cell(row, "uppföljning"),
        paragraph=_cell(row, POINT_PARAGRAPH),
        outcome=_cell(row, OUTCOME),
    )


def _cell(row: Answer, column: str) -> str:
    return row.parts[column].text.strip()


def _cells(row: Answer, column: str) -> tuple[str, ...]:
    return tuple(one.text.strip() for one in row.parts[column].rows if one.given)


def _fault(remark: Finding) -> FileFault:
    return FileFault(remark.rule, remark.place, remark.message)
