"""A register as a Word file: what its rows hold, of every type, and how the template shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.documents import SHIPPED, opened, texts
from helpers.schemas import invalid

from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import TYPES, FieldType
from dialogcli.base.findings import Place, UnreadableError
from dialogcli.documents.accessibility import flaws
from dialogcli.documents.many import extract_called, render_extract, some_extract
from dialogcli.documents.rendered import Rendered
from dialogcli.dossier.extract import (
    NAME,
    NUMBERS,
    STATE,
    Extract,
    ExtractRow,
    column_answer,
    extract_as_dossier,
)
from dialogcli.dossier.model import Answer, NotApplicable
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import select
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import Field

HOSTILE = 'Torget {{ 7 * 7 }} {% raw %} <w:p> & *fet* "citat" ::: | 1. # rubrik ![a](b.png)'
BOOK = load_rulebook("hagfors")
SANDVIKEN = Path(__file__).parents[1] / "dossiers" / "sandviken"


def head(name: str) -> tuple[Answer, ...]:
    return (
        column_answer(NAME, name),
        column_answer(NUMBERS, "KS 2027/1"),
        column_answer(STATE, "Planering"),
    )


def answer(
    value: object, type_: FieldType = TYPES["text"], id_: str = "svar", **more: object
) -> Answer:
    field = Field(id_, type_, "Svaret", **more)  # type: ignore[arg-type]
    return Answer(f"plan.{id_}", field, Place("plan.yaml", 3, 7), value)  # type: ignore[arg-type]


def rendered(*rows: ExtractRow, word: str = "prov") -> Rendered:
    extract = Extract("Prov", Day(2027, 3, 3), rows)
    return render_extract(extract_called(word), extract, BOOK, SHIPPED, Path)


def shown(*answers: Answer) -> str:
    data = rendered(ExtractRow((*head("Torget"), *answers), "torget")).data
    assert (invalid(data), flaws(data)) == ([], [])
    return texts(data).replace("\N{NO-BREAK SPACE}", " ")


def test_every_text_stands_letter_for_letter_in_a_table() -> None:
    data = rendered(ExtractRow((*head(HOSTILE), answer(HOSTILE)), "torget")).data
    [table] = opened(data).tables
    assert [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[1].cells] == [
        HOSTILE,
        "KS 2027/1",
        "Planering",
        HOSTILE,
    ]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_every_text_stands_letter_for_letter_under_a_heading() -> None:
    data = rendered(
        ExtractRow(
            (*head(HOSTILE), answer(HOSTILE), answer("En dag i *maj*.", TYPES["prose"], "lång"))
        )
    ).data
    text = texts(data).replace("\N{NO-BREAK SPACE}", " ")
    assert invalid(data) == []
    assert f"Svaret:\t{HOSTILE}" in text
    assert f"{HOSTILE}\nDiarienummer" in text
    assert "En dag i maj." in text


@pytest.mark.parametrize(("columns", "tables"), [(3, 1), (4, 0)])
def test_more_columns_than_a_page_holds_become_headings(columns: int, tables: int) -> None:
    """Beside the name, the number and the step."""
    more = tuple(answer("ja", id_=f"svar{number}") for number in range(columns))
    document = opened(rendered(ExtractRow((*head("Torget"), *more))).data)
    assert len(document.tables) == tables
    assert sum(paragraph.text.endswith("ja") for paragraph in document.paragraphs) == (
        0 if tables else columns
    )


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (answer(Day(2027, 4, 14), TYPES["date"]), "2027-04-14"),
        (answer(12500, TYPES["amount"]), "12 500 kr"),
        (answer("KF", TYPES["organ"]), "kommunfullmäktige"),
        (answer("a", TYPES["choice"], choices={"a": "Första valet"}), "Första valet"),
        (answer(NotApplicable("Ingen frågade."), TYPES["text"]), "Ej tillämpligt: Ingen frågade."),
    ],
)
def test_answers_stand_as_in_other_documents(one: Answer, said: str) -> None:
    assert said in shown(one)


def test_what_one_dialogue_lacks_and_another_has_is_said_to_be_missing() -> None:
    data = rendered(ExtractRow((*head("Torget"), answer("ja"))), ExtractRow(head("Parken"))).data
    [table] = opened(data).tables
    assert [row.cells[3].text for row in table.rows] == ["Svaret", "ja", "saknas"]


def test_what_nobody_has_is_no_column() -> None:
    assert "Svaret" not in shown(answer(None))


def test_groups_tables_and_assessments_are_shown_whole() -> None:
    dossier = read_dossier(SANDVIKEN)
    paths = ("dossier.kommande_beslut", "initiativ.brukardialog", "åtgärdsplan.åtgärder")
    text = shown(*(select(dossier, path)[0] for path in paths))
    assert "Ombyggnad av torget i Lärkhyttan" in text
    assert "Bedömning av" in text
    assert "Unga möblerar ytan vid bussen" in text


def test_characters_that_word_cannot_hold_are_told_with_their_place_in_the_dossier() -> None:
    with pytest.raises(UnreadableError) as stopped:
        rendered(ExtractRow((*head("Torget"), answer("a\x0bb")), "torget"))
    assert [str(fault.place) for fault in stopped.value.faults] == ["torget/plan.yaml:3:7"]


def test_what_has_the_same_path_in_two_dossiers_is_kept_apart() -> None:
    """So that a picture, or a change, is not taken for that of the other."""
    rows = (
        ExtractRow((*head("Torget"), answer("ja")), "torget"),
        ExtractRow((*head("Parken"), answer("nej")), "parken"),
    )
    dossier = extract_as_dossier(Extract("Prov", Day(2027, 3, 3), rows), BOOK, "-")
    found = select(dossier, "utdrag.poster.*.svar")
    assert [(one.path, one.text, str(one.place)) for one in found] == [
        ("utdrag.poster.1.svar", "ja", "torget/plan.yaml:3:7"),
        ("utdrag.poster.2.svar", "nej", "parken/plan.yaml:3:7"),
    ]
    before, after = (
        rendered(ExtractRow((*head("Torget"), answer(word)))).origin for word in ("ja", "nej")
    )
    assert before.content != after.content


def test_the_template_is_tried_on_an_extract_with_all_that_it_may_use() -> None:
    dossier = some_extract(BOOK)
    assert all(answer.filled for answer in dossier.files["utdrag"][0].answers.values())


def test_the_file_is_called_after_its_register() -> None:
    assert (extract_called("lardomar").file, extract_called("").file) == (
        "registerutdrag-lardomar.docx",
        "registerutdrag.docx",
    )
