"""The forms that the program makes itself."""

from __future__ import annotations

import pytest

from dialogcli.dossier.extract import EXTRACT, NAME, NUMBERS, ROWS, STATE
from dialogcli.dossier.meeting import (
    AGENDA,
    OUTCOME,
    POINT_PARAGRAPH,
    POINTS,
    Point,
    PointKind,
    columns,
)
from dialogcli.rulebook.own_forms import own_form


def test_the_record_of_a_meeting_has_a_column_for_all_that_is_said_of_a_point() -> None:
    points = own_form(AGENDA).fields[POINTS]
    assert len(columns()) == len(Point._fields)
    assert columns()[-2:] == (POINT_PARAGRAPH, OUTCOME)
    assert list(points.parts["slag"].choices) == [kind.value for kind in PointKind]


def test_a_column_may_hold_several_where_a_point_does() -> None:
    many = [field.many for field in own_form(AGENDA).fields[POINTS].parts.values()]
    assert many == [isinstance(value, tuple) for value in Point("Upprop")]


def test_an_extract_begins_with_the_columns_that_every_register_has() -> None:
    assert tuple(own_form(EXTRACT).fields[ROWS].parts) == (NAME, NUMBERS, STATE)


@pytest.mark.parametrize("id_", ["möte", "register"])
def test_what_stands_in_place_of_a_dossier_has_a_title_and_a_number(id_: str) -> None:
    assert {"titel", "dnr"} <= set(own_form(id_).fields)


def test_choices_that_are_only_known_when_they_are_asked_for_are_none_yet() -> None:
    assert own_form("frågor").fields["regelverk"].choices == {}
