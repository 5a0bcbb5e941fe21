"""The briefing sheet: what somebody who takes part for the organisation must know before a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.documents import of_sample, opened, texts
from helpers.dossiers import changed, without
from helpers.schemas import invalid
from helpers.walks import DOSSIERS

from dialogcli.documents.accessibility import flaws
from dialogcli.documents.rendered import Rendered

REPRESENTS = (
    "Den som är förtroendevald och deltar företräder Sandvikens kommun så länge dialogen pågår."
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget"))


def sheet(dossier: Path) -> Rendered:
    return of_sample("faktablad", dossier, draft=False)


def said(dossier: Path) -> str:
    return texts(sheet(dossier).data).replace("\N{NO-BREAK SPACE}", " ")


def test_it_says_who_one_represents_and_what_can_be_influenced(dossier: Path) -> None:
    text = said(dossier)
    assert REPRESENTS in text
    for part in (
        "Få veta hur de som bor i och besöker",
        "Budgeten på sex miljoner kronor",
        "lyssnar, svarar på frågor",
        "Ombyggnad av torget i Lärkhyttan",
        "Sammanställningen läggs på webbplatsen",
        "Om någon tar upp",
    ):
        assert part in text
    assert sheet(dossier).gaps == ()


def test_every_session_but_a_cancelled_one_stands_with_day_time_and_place(dossier: Path) -> None:
    _, sessions = opened(sheet(dossier).data).tables
    rows = [
        [cell.text.replace("\N{NO-BREAK SPACE}", " ") for cell in row.cells]
        for row in sessions.rows
    ]
    assert rows[0] == ["Dag", "Tid", "Plats", "Form", "Leds av"]
    assert rows[1][:2] == ["lördag 23 januari 2027", "kl. 10.00-15.00"]
    assert [row[0] for row in rows if "17 februari" in row[0]] == []
    assert len(rows) == 5


def test_it_can_be_read_by_everybody(dossier: Path) -> None:
    data = sheet(dossier).data
    assert (flaws(data), invalid(data)) == ([], [])


def test_what_is_not_settled_yet_is_marked(dossier: Path) -> None:
    shutil.rmtree(dossier / "tillfallen")
    without(dossier, "uppdrag.yaml", "möjlighet_till_påverkan")
    without(dossier, "dossier.yaml", "kommande_beslut")
    labels = {gap.label for gap in sheet(dossier).gaps}
    assert {
        "tid och plats",
        "Möjlighet till påverkan",
        "vilket beslut dialogen ger underlag till",
    } <= labels


def test_without_times_there_is_no_column_for_them(dossier: Path) -> None:
    for path in (dossier / "tillfallen").glob("*.yaml"):
        without(dossier, f"tillfallen/{path.name}", "tid")
    changed(
        dossier,
        "tillfallen/2027-02-03-skolan.yaml",
        "plats: Lärkhyttans skola",
        "plats: Skolan & <torget>",
    )
    _, sessions = opened(sheet(dossier).data).tables
    assert [cell.text for cell in sessions.rows[0].cells] == ["Dag", "Plats", "Form", "Leds av"]
    assert sessions.rows[2].cells[1].text == "Skolan & <torget>"
