"""The record of a meeting: `agenda.yaml`, a form of its own with its points, which people may edit
before and after.

A point that a dossier has brought says so; other points are only a title. Points are numbered as
they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.model.day import Day
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault, Finding, NoteKind
from dialogcli.model.nothing import NOTHING
from dialogcli.model.words import count, slug
from dialogcli.rulebook.model import Field, FieldType, Form, Rulebook
from dialogcli.storage.nodes import Plain
from dialogcli.storage.yaml_emitter import emit

FOLDER = "moten"
"""Where meetings lie, beside the dossiers: `moten/2027-03-03-kollektivtrafiknamnden/agenda.yaml`.
"""

AGENDA = "agenda"
FILE = "agenda.yaml"
POINTS, PARAGRAPH, OUTCOME = "punkter", "paragraf", "utfall"

NOTED, NOT_TAKEN_UP = "noteras", "togs inte upp"
"""Outcomes beside those of a gate."""


class Kind(StrEnum):
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


def _text(id_: str, label: str, many: bool = False, type_: FieldType = FieldType.TEXT) -> Field:
    return Field(id_, type_, label, many=many)


_COLUMNS = (
    _text("ärende", "Ärende"),
    Field("slag", FieldType.CHOICE, "Slag", choices={one: one for one in Kind}),
    _text("dnr", "Diarienummer", many=True),
    _text("föredragande", "Föredragande"),
    _text("förslag", "Förslag till beslut", True, FieldType.PROSE),
    _text("bilagor", "Bilagor", many=True),
    _text("dossier", "Dossier"),
    _text("beslutspunkt", "Beslutspunkt"),
    _text("till", "Anmäls till"),
    _text("uppföljning", "Uppföljning enligt"),
    _text(PARAGRAPH, "Paragraf"),
    _text(OUTCOME, "Utfall"),
)

COLUMNS = tuple(column.id for column in _COLUMNS)
"""What a point is written with, in the order of `Point`."""

_FIELDS = (
    _text("organ", "Organ"),
    _text("datum", "Datum", type_=FieldType.DATE),
    _text("tid", "Tid"),
    _text("plats", "Plats"),
    Field(POINTS, FieldType.TABLE, "Punkter", parts={column.id: column for column in _COLUMNS}),
)
_TITLES = (_text("titel", "Titel"), _text("dag", "Datum"), _text("dnr", "Diarienummer"))

AGENDA_FORM = Form(AGENDA, "Föredragningslista", {field.id: field for field in _FIELDS}, ())

_FORMS = {
    AGENDA: AGENDA_FORM,
    "dossier": Form("dossier", "Mötet", {field.id: field for field in _TITLES}, ()),
}

_NOBODYS = Rulebook("", "", "", (), {}, (), (), {}, {}, {}, {}, {}, {}, (), {})


def read_meeting(text: str, name: str = FILE) -> Meeting:
    """The meeting that a record tells of. `name` is that of its file, and of the folder in which it
    lies, if any.

    Raises UnreadableError with all that is wrong in it, each with its place.
    """
    read = as_dossier(text, _NOBODYS)
    faults = [*read.faults, *map(_fault, read.remarks)]
    meeting = None if faults else _meeting(read)
    faults += [] if faults else _doubts(read, meeting, PurePosixPath(name).parent.name)
    if faults or meeting is None:
        placed = tuple(fault._replace(place=fault.place._replace(file=name)) for fault in faults)
        raise UnreadableError(
            f"{name} går inte att använda: {count(len(faults), 'ställe', 'ställen')} att rätta.",
            faults=placed,
        )
    return meeting


def as_dossier(text: str, rulebook: Rulebook, titles: Mapping[str, str] = NOTHING) -> Dossier:
    """A record as a dossier with that one form, so that a document is made of it as of any other.

    The organisation and its sources are those of `rulebook`; `titles` is what a `dossier.yaml`
    beside it says.
    """
    cut = rulebook._replace(forms=_FORMS, entries={}, rules={}, documents=(), registers={})
    return build_dossier(
        cut,
        {FILE: text, "dossier.yaml": "".join(emit(name, told, 0) for name, told in titles.items())},
    )


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
    for name, cell in zip(COLUMNS, point, strict=True):
        if isinstance(cell, str):
            row |= {name: cell} if cell else {}
        elif cell:
            row[name] = [*cell]
    return row


def _meeting(read: Dossier) -> Meeting | None:
    """The meeting, if it has an organ and a whole day."""
    day = read.answer(f"{AGENDA}.datum")
    if not (day and isinstance(day.value, Day) and day.value.day and read.text(f"{AGENDA}.organ")):
        return None
    return Meeting(
        read.text(f"{AGENDA}.organ"),
        day.value,
        read.text(f"{AGENDA}.tid"),
        read.text(f"{AGENDA}.plats"),
        tuple(_points(read)),
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
        if not row.parts["ärende"].filled:
            yield FileFault("punkt", row.place, f"Punkt {number} har inget ärende.")


def _points(read: Dossier) -> Iterator[Point]:
    table = read.answer(f"{AGENDA}.{POINTS}")
    for row in table.rows if table else ():
        yield Point(*(_cell(row.parts[name]) for name in COLUMNS))  # type: ignore[arg-type]


def _cell(answer: Answer) -> str | tuple[str, ...]:
    if answer.field.many:
        rows: Sequence[Answer] = answer.rows
        return tuple(row.text.strip() for row in rows if row.filled)
    return answer.text.strip()


def _fault(remark: Finding) -> FileFault:
    return FileFault(remark.rule, remark.place, remark.message)
