"""What the number of a requirement says."""

import pytest

from dialogcli.rulebook.model.rules import compressed, expand, row_of


@pytest.mark.parametrize(
    ("id_", "row"),
    [
        ("V-26", "V-26"),
        ("V-26a", "V-26"),
        ("V-26k", "V-26"),
        ("ÅÄ-1z", "ÅÄ-1"),
        ("okänt-fält", "okänt-fält"),
    ],
)
def test_the_row_of_a_rule(id_: str, row: str) -> None:
    assert row_of(id_) == row


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("V-36..V-38", ("V-36", "V-37", "V-38")),
        ("V-09..V-10", ("V-09", "V-10")),
        ("V-34", ("V-34",)),
        ("V-34a", ("V-34a",)),
        ("V-38..V-36", ()),
        ("V-36..S-38", ()),
        ("V-36a..V-38", ()),
        ("V-0..V-1000", ()),
        ("V", ()),
    ],
)
def test_a_range_of_rows(text: str, rows: tuple[str, ...]) -> None:
    assert expand(text) == rows


def test_rows_as_ranges_in_the_order_of_the_policy() -> None:
    order = expand("V-01..V-09")
    assert compressed(["V-02", "V-07", "V-05", "V-06", "V-09", "V-08"], order) == "V-02, V-05..V-09"
    assert compressed(["V-03", "V-02"], order) == "V-02, V-03"
    assert compressed([], order) == ""
