"""A register to be put before somebody: its rows as a form of its own, so that a document is made
of it as of others.

The answers of a row keep their types, and the places where they stand in their dossiers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dialogcli.base.dates import Day
from dialogcli.base.findings import Place
from dialogcli.dossier.model import Answer, Dossier, FormFile, Parts, TableRows, Value
from dialogcli.rulebook.model import Field, Form, Rulebook
from dialogcli.rulebook.own_forms import own_form

EXTRACT = "utdrag"
ROWS, NAME, NUMBERS, STATE = "poster", "dialog", "diarienummer", "steg"


class ExtractRow(NamedTuple):
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
    rows: tuple[ExtractRow, ...]
    choice: str = ""


def column_answer(id_: str, text: str, label: str = "") -> Answer:
    """A column that no form has, as an answer; those that every register has are called what they
    are called there.
    """
    head = own_form(EXTRACT).fields[ROWS].parts
    field = head[NAME]._replace(id=id_, label=label) if label else head[id_]
    return Answer(id_, field, Place(""), text or None)


def extract_as_dossier(extract: Extract, rulebook: Rulebook, numbers: str) -> Dossier:
    """The extract as a dossier with that one form. `rulebook` is of the organisation; `numbers`
    stands in the place of a diary number.
    """
    columns = {answer.field.id: answer.field for row in extract.rows for answer in row.answers}
    form = own_form(EXTRACT)
    table = form.fields[ROWS]._replace(parts=columns)
    form = form._replace(fields={**form.fields, ROWS: table})
    rows = tuple(_row(row, number, table) for number, row in enumerate(extract.rows, 1))
    head = own_form("register")._replace(id="dossier")
    cut = rulebook._replace(
        forms={EXTRACT: form, "dossier": head}, entries={}, rules={}, documents=(), registers={}
    )
    return Dossier(
        cut,
        {
            EXTRACT: (
                _file(form, (extract.day, extract.choice or None, len(rows), TableRows(rows))),
            ),
            "dossier": (_file(head, (extract.title, numbers)),),
        },
    )


def _file(form: Form, values: Sequence[Value]) -> FormFile:
    answers = {
        field.id: Answer(f"{form.id}.{field.id}", field, Place(""), value)
        for field, value in zip(form.fields.values(), values, strict=True)
    }
    return FormFile(form, "", True, answers)


def _row(row: ExtractRow, number: int, table: Field) -> Answer:
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
        case TableRows(rows):
            value = TableRows(
                tuple(_moved(row, f"{path}.{number}", folder) for number, row in enumerate(rows, 1))
            )
    place = answer.place._replace(file=f"{folder}/{answer.place.file}") if folder else answer.place
    return answer._replace(path=path, place=place, value=value)
