from dataclasses import replace

from helpers.documents import SAMPLE, SHIPPED, opened, texts
from helpers.schemas import invalid

from dialogcli.base.dates import Day
from dialogcli.documents.many import render_meeting
from dialogcli.documents.template_check import review
from dialogcli.dossier.meeting import Meeting, Point, meeting_text
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.loader import load_rulebook

HOSTILE = 'Torget {{ 7 * 7 }} {% raw %} <w:p> & *fet* "citat" ::: | 1. # rubrik'
POINTS = (
    Point("Upprop"),
    Point(HOSTILE, "beslut", (HOSTILE,), HOSTILE, (HOSTILE, "Ja."), (HOSTILE,), "torget"),
    Point("Anmälan utan handlingar", "anmälan", dossier="torget"),
    Point("Eget", proposal=("Nej.",)),
)


def rendered(points: tuple[Point, ...]) -> bytes:
    meeting = Meeting("byggnadsnämnden", Day(2025, 3, 5), "13.00", "", points)
    return render_meeting(meeting, meeting_text(meeting), load_rulebook("hagfors"), SHIPPED).data


def test_every_text_stands_letter_for_letter() -> None:
    """In the table, the heading, the presenter, the number, the proposal and the documents."""
    assert texts(rendered(POINTS)).replace("\N{NO-BREAK SPACE}", " ").count(HOSTILE) == 7


def test_headings_are_those_of_points_that_have_more_to_say() -> None:
    document = opened(rendered(POINTS))
    heads = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.lower().startswith("heading")
    ]
    assert [level.lower() for level, _ in heads] == [
        "heading 1",
        "heading 2",
        "heading 2",
        "heading 3",
        "heading 3",
        "heading 2",
        "heading 3",
    ]
    assert heads[-2][1] == "4. Eget"


def test_it_follows_the_schemas() -> None:
    assert invalid(rendered(POINTS)) == []


def test_the_table_has_every_point_and_a_header_row() -> None:
    [table] = opened(rendered(POINTS)).tables
    assert [row.cells[0].text for row in table.rows] == ["Nr", "1", "2", "3", "4"]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")


def test_several_proposals_are_numbered_anew_at_each_point() -> None:
    two = Point("Ett", "beslut", proposal=("A.", "B."), dossier="d", gate="plan")
    numbers = {
        paragraph._p.pPr.numPr.numId.val
        for paragraph in opened(rendered((two, two))).paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    }
    assert len(numbers) == 2


def test_an_own_list_is_checked_on_a_meeting() -> None:
    """Its fields are those of a meeting's record, which no dossier has."""
    name = "foredragningslista.md.j2"
    text = SHIPPED.texts[name].replace("agenda.plats }}", "agenda.plas }}")
    own = replace(SHIPPED, texts={**SHIPPED.texts, name: text}, own={name: f"mallar/{name}"})
    sample = read_dossier(SAMPLE)
    [found] = [one for one in review(sample, own) if one.name == name]
    assert [(noted.fault.message, noted.fault.place.file) for noted in found.noted] == [
        ("Fältet plas finns inte.", f"mallar/{name}")
    ]
    shipped = replace(SHIPPED, own={name: f"mallar/{name}"})
    assert next(one for one in review(sample, shipped) if one.name == name).noted == ()
