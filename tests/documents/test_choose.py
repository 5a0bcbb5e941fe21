"""The date that a document bears: from the dossier alone, so that it is the same on whatever day it
is made.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.documents import SHIPPED, of_sample
from helpers.dossiers import changed, planning, without

from dialogcli.base.dates import Day
from dialogcli.documents.choose import documents_called
from dialogcli.documents.render import render
from dialogcli.documents.templating.data import template_data
from dialogcli.dossier.reading import read_dossier

LETTER = "tjänsteskrivelse-handlingsplan"


def day_of(folder: Path, word: str = LETTER) -> str:
    dossier = read_dossier(folder)
    [document] = documents_called(dossier, word)
    return str(template_data(document, dossier, draft=True).day or "")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def test_a_plan_has_the_date_that_stands_in_it(dossier: Path) -> None:
    assert day_of(dossier, "handlingsplan") == "2025-02-21"


def test_a_plan_without_its_date_takes_no_other(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "datum")
    assert day_of(dossier, "handlingsplan") == ""
    assert "[SAKNAS: datum]" in of_sample("handlingsplan", dossier).markdown.replace("\\", "")


def test_a_letter_has_the_latest_day_on_which_something_that_it_shows_was_written(
    dossier: Path,
) -> None:
    assert day_of(dossier) == "2025-02-21"
    changed(dossier, "malgruppsanalys.yaml", "datum: 2025-02-19", "datum: 2025-02-22")
    assert day_of(dossier) == "2025-02-22"


def test_what_it_does_not_show_makes_a_letter_no_younger(dossier: Path) -> None:
    changed(dossier, "kommunikationsplan.yaml", "datum: 2025-02-21", "datum: 2025-03-01")
    assert day_of(dossier) == "2025-02-21"


def test_a_letter_is_no_older_than_the_decision_that_it_goes_on_from(dossier: Path) -> None:
    changed(
        dossier,
        "beslut/2025-02-10-presidiets-beslut.yaml",
        "datum: 2025-02-10",
        "datum: 2025-02-23",
    )
    assert day_of(dossier) == "2025-02-23"


@pytest.mark.parametrize(
    "name", ["tjänsteskrivelse-handlingsplan", "Tjansteskrivelse-Handlingsplan", "tjänsteskrivelse"]
)
def test_a_date_given_in_the_dossier_counts_before_all_others(dossier: Path, name: str) -> None:
    path = dossier / "dossier.yaml"
    given = f"{path.read_text('utf-8')}\nhandlingars_datum:\n  - handling: {name}\n    datum: 2025-02-25\n"
    path.write_text(given, "utf-8")
    assert day_of(dossier) == "2025-02-25"


def test_the_same_answers_give_the_same_file_on_any_day(dossier: Path) -> None:
    read = read_dossier(dossier)
    [letter] = documents_called(read, LETTER)
    one, other = (
        render(letter, read, SHIPPED, draft=False, day=Day(2025, 3, day)) for day in (1, 2)
    )
    assert one.data == other.data
    assert one.origin.day != other.origin.day
