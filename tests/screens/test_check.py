"""The text report where the screens do not show it: counts, neighbours, the last line."""

from datetime import date
from pathlib import Path

import pytest
from helpers.dossiers import changed, planning, without
from helpers.screens import drawn

from dialogcli.base.commands import status
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.dossier.reading import read_dossier
from dialogcli.screens.check import check_screen
from dialogcli.screens.findings import requirements_counted
from dialogcli.screens.next_step import NextStep

THEN = NextStep(status())


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def checked(dossier: Path, today: date = date(2025, 2, 24)) -> Report:
    return check(read_dossier(dossier), today)


def last_lines(dossier: Path, number: int = 1, today: date = date(2025, 2, 24)) -> list[str]:
    """Above the line that says what comes next."""
    lines = drawn(check_screen(checked(dossier, today), THEN)).splitlines()
    assert lines[-1] == "Nästa: dialog status"
    return lines[-1 - number : -1]


def test_one_is_singular() -> None:
    assert [requirements_counted(1), requirements_counted(2)] == [
        "1 krav är kontrollerat",
        "2 krav är kontrollerade",
    ]


def test_one_error_is_mended_in_the_singular(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    assert last_lines(dossier, 2) == [
        "1 fel, 0 varningar, 0 upplysningar.",
        "Åtgärda felet före 5 mars 2025 (Beslut om handlingsplan).",
    ]


def test_warnings_alone_leave_nothing_that_must_be_done(dossier: Path) -> None:
    without(dossier, "malgruppsanalys.yaml", "regional_spridning")
    assert last_lines(dossier) == ["0 fel, 1 varning, 0 upplysningar."]


def test_without_a_planned_day_the_decision_is_named(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    without(dossier, "dossier.yaml", "planerade_beslut")
    assert last_lines(dossier) == ["Åtgärda felet före Beslut om handlingsplan."]


def test_a_planned_day_that_is_past_is_no_day_to_be_ready_on(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    on_the_day, after = date(2025, 3, 5), date(2025, 3, 6)
    assert last_lines(dossier, today=on_the_day) == [
        "Åtgärda felet före 5 mars 2025 (Beslut om handlingsplan)."
    ]
    assert last_lines(dossier, today=after) == ["Åtgärda felet före Beslut om handlingsplan."]


def test_two_neighbours_each_say_source_and_remedy_and_three_say_them_once(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "uppföljning", "dokumentation")
    assert drawn(check_screen(checked(dossier), THEN)).count("Källa:") == 2
    without(dossier, "handlingsplan.yaml", "risker")
    report = drawn(check_screen(checked(dossier), THEN))
    assert report.count("Källa:") == 1
    assert "Åtgärd: dialog fill --section handlingsplan" in report


def test_a_title_cannot_forge_a_line_of_the_report(dossier: Path) -> None:
    changed(
        dossier,
        "dossier.yaml",
        "titel: Kollektivtrafik i glesbygd",
        'titel: "Buss\\nKlart: 0 fel, 0 varningar, 0 upplysningar."',
    )
    assert not [
        line
        for line in drawn(check_screen(checked(dossier), THEN)).splitlines()[:2]
        if line.startswith("Klart")
    ]


def test_a_dossier_without_title_and_number_has_a_head(dossier: Path) -> None:
    without(dossier, "dossier.yaml", "titel", "dnr")
    assert drawn(check_screen(checked(dossier), THEN)).startswith("Dialog utan titel. Steg: ")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_place_never_breaks_over_two_lines(dossier: Path, width: int) -> None:
    without(
        dossier, "handlingsplan.yaml", "användning_och_spridning", "funktioner", "syfte", "risker"
    )
    report = drawn(check_screen(checked(dossier), THEN), width)
    assert report.count("(handlingsplan.yaml:") == sum(
        line.rstrip().endswith(":1)")
        for line in report.splitlines()
        if "(handlingsplan.yaml:" in line
    )


def test_a_folder_with_a_blank_stands_in_quotation_marks_in_every_command(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    report = drawn(check_screen(checked(dossier), THEN), folder="min mapp")
    assert 'Åtgärd: dialog fill "min mapp" --section risker' in report
