"""Rows of a spreadsheet, pasted where a table is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.dossiers import SAMPLE

from dialogcli.dossier.reading import read_dossier
from dialogcli.interview.pasted import Pasted, about_rows, read_rows
from dialogcli.interview.question import question_at

DOSSIER = read_dossier(SAMPLE)
TABLE = question_at(DOSSIER, "handlingsplan.tidsplan")


def read(text: str) -> Pasted:
    return read_rows(DOSSIER, TABLE, text, date(2025, 2, 24))


def test_cells_become_answers_as_if_each_had_been_typed() -> None:
    found = read("29 mars\tAffischer i bussarna\n2/4 2025\tDialogcafé\n\n")
    assert found == Pasted(
        (
            {"datum": "2025-03-29", "vad": "Affischer i bussarna"},
            {"datum": "2025-04-02", "vad": "Dialogcafé"},
        ),
        (),
    )
    assert about_rows(TABLE, found.rows) == (
        "2 rader med 2 kolumner. Den första blir: Datum 2025-03-29, Vad Affischer i bussarna."
    )


def test_the_names_of_the_columns_are_no_row_and_quoted_cells_may_have_several_lines() -> None:
    found = read('Datum\tVad\n29 mars\t"Affischer\ni bussarna"\t\n')
    assert found.wrong == ()
    assert [row["vad"] for row in found.rows] == ["Affischer i bussarna"]
    assert about_rows(TABLE, found.rows).startswith("1 rad med 2 kolumner. Den blir: ")


def test_everything_that_is_wrong_is_told_with_row_and_column() -> None:
    found = read("31 april\tAffischer\n\tDialogcafé\n1 maj\tMöte\tx\ty\n")
    assert found.wrong == (
        "Rad 1, Datum: Datumet 31 april finns inte. April har 30 dagar. "
        "Skriv till exempel 14 april eller december 2027.",
        "Rad 2, Datum: Svaret saknas.",
        "Rad 3 har 4 kolumner. Tabellen har 2: Datum och Vad.",
    )


@pytest.mark.parametrize("text", ["", "\n", "Datum\tVad"])
def test_without_a_row_there_is_none(text: str) -> None:
    assert read(text) == Pasted((), ())
