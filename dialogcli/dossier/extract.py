"""A register to be put before somebody: its rows as a form of its own, so that a document is made
of it as of others.

The answers of a row keep their types, and the places where they stand in their dossiers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, Rows, Value
from dialogcli.model.day import Day
from dialogcli.model.fieldtypes import TYPES
from dialogcli.model.nothing import NOTHING
from dialogcli.model.place import Place
from dialogcli.rulebook.model import Field, Form, Rulebook

EXTRACT = "utdrag"
ROWS, NAME, NUMBERS, STATE = "poster", "dialog", "diarienummer", "steg"


class Row(NamedTuple):
    """One row. `folder` is that of the dossier, or of the registers, that the answers stand in, as
    the user sees it.
    """

    answers: tuple[Answer, ...]
    folder: str = ""


class Extract(NamedTuple):
    """Some rows of a register, or of the list of dialogues, on one day. `choice` says which; ''
    when all are there.
    """

    title: str
    day: Day
    rows: tuple[Row, ...]
    choice: str = ""


def extract_form(columns: Mapping[str, Field] = NOTHING) -> Form:
    """The form; `columns` are those of its rows, by id."""
    fields = (
        Field("datum", TYPES["date"], "Datum"),
        Field("urval", TYPES["text"], "Urval"),
        Field("antal", TYPES["number"], "Antal"),
        Field(ROWS, TYPES["table"], "Poster", parts=columns),
    )
    return Form(EXTRACT, "Registerutdrag", {field.id: field for field in fields}, ())


HEAD = {
    id_: Field(id_, TYPES["text"], label)
    for id_, label in ((NAME, "Dialog"), (NUMBERS, "Diarienummer"), (STATE, "Läge"))
}
"""The columns that every register has beside its own."""

EXTRACT_FORM = extract_form(HEAD)


def told(id_: str, text: str, label: str = "") -> Answer:
    """A column that no form has, as an answer; those that every register has are called what they
    are called there.
    """
    field = Field(id_, TYPES["text"], label) if label else HEAD[id_]
    return Answer(id_, field, Place(""), text or None)


def as_dossier(extract: Extract, rulebook: Rulebook, numbers: str) -> Dossier:
    """The extract as a dossier with that one form. `rulebook` is of the organisation; `numbers`
    stands in the place of a diary number.
    """
    columns = {answer.field.id: answer.field for row in extract.rows for answer in row.answers}
    form = extract_form(columns)
    rows = tuple(_row(row, number, form.fields[ROWS]) for number, row in enumerate(extract.rows, 1))
    titles = (Field("titel", TYPES["text"], "Titel"), Field("dnr", TYPES["text"], "Diarienummer"))
    head = Form("dossier", "Register", {field.id: field for field in titles}, ())
    cut = rulebook._replace(
        forms={EXTRACT: form, "dossier": head}, entries={}, rules={}, documents=(), registers={}
    )
    return Dossier(
        cut,
        {
            EXTRACT: (_file(form, (extract.day, extract.choice or None, len(rows), Rows(rows))),),
            "dossier": (_file(head, (extract.title, numbers)),),
        },
    )


def _file(form: Form, values: Sequence[Value]) -> FormFile:
    answers = {
        field.id: Answer(f"{form.id}.{field.id}", field, Place(""), value)
        for field, value in zip(form.fields.values(), values, strict=True)
    }
    return FormFile(form, "", True, answers)


def _row(row: Row, number: int, table: Field) -> Answer:
    """A row in which every column is there."""
    path, given = f"{EXTRACT}.{ROWS}.{number}", {answer.field.id: answer for answer in row.answers}
    return Answer(
        path,
        table,
        Place(""),
        Parts(
            {
                name: _moved(
                    given.get(name, Answer("", field, Place(""))), f"{path}.{name}", row.folder
                )
                for name, field in table.parts.items()
            }
        ),
    )


def _moved(answer: Answer, path: str, folder: str) -> Answer:
    """The answer at a path of its own, with its place as seen from where the dossiers lie."""
    value = answer.value
    match value:
        case Parts(parts):
            value = Parts(
                {name: _moved(part, f"{path}.{name}", folder) for name, part in parts.items()}
            )
        case Rows(rows):
            value = Rows(
                tuple(_moved(row, f"{path}.{number}", folder) for number, row in enumerate(rows, 1))
            )
    place = answer.place._replace(file=f"{folder}/{answer.place.file}") if folder else answer.place
    return answer._replace(path=path, place=place, value=value)
