"""Paragraphs as Swedish documents write them, and what stays on one line; columns as wide as their
words.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogcli.documents.markup.blocks import Column, Paragraph, Run, Table
from dialogcli.documents.markup.conversion import paragraphs, unbroken
from dialogcli.documents.word.tables import column_widths

N = "\u00a0"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("17", f"§{N}17"),
        ("§ 17", f"§{N}17"),
        ("17-18", f"§§{N}17-18"),
        ("§§ 17 och 19", f"§§{N}17 och 19"),
        ("", ""),
    ],
)
def test_the_paragraphs_of_a_decision(number: str, shown: str) -> None:
    assert paragraphs(number) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("§ 17", f"§{N}17"),
        ("den 3 mars 2027", f"den 3{N}mars 2027"),
        ("4 200 hushåll", f"4{N}200 hushåll"),
        ("12 500 kronor", f"12{N}500{N}kronor"),
        ("75 %", f"75{N}%"),
        ("den 11 13 och 18", "den 11 13 och 18"),
        ("3 marsvin", "3 marsvin"),
        ("2027 2028", "2027 2028"),
    ],
)
def test_what_belongs_together_stays_on_one_line(text: str, shown: str) -> None:
    assert unbroken(text) == shown


def table(*rows: tuple[str, ...]) -> Table:
    head, *body = rows
    return Table(
        tuple(Column((Run(text),)) for text in head),
        tuple(tuple((Paragraph((Run(text),)),) for text in row) for row in body),
    )


def test_a_column_of_dates_is_narrow_and_one_of_prose_is_wide() -> None:
    text = "Ett långt stycke om vad som ska ske. " * 6
    day, prose = column_widths(table(("Datum", "Vad"), ("2027-03-03", text)), 9070)
    assert 1000 < day < 1400
    assert day + prose == 9070


def test_a_long_word_does_not_push_the_others_out() -> None:
    long, short = column_widths(table(("A", "B"), ("x" * 500, "kort")), 9070)
    assert long + short == 9070
    assert short > 500


def test_larger_letters_ask_for_wider_columns() -> None:
    text = "Ett långt stycke om vad som ska ske. " * 6
    rows = table(("Datum", "Vad"), ("2027-03-03", text))
    assert column_widths(rows, 9070, 240)[0] > column_widths(rows, 9070, 180)[0]
    assert sum(column_widths(rows, 9070, 240)) == 9070


@given(
    st.lists(
        st.lists(st.text("ab -\n", max_size=60), min_size=4, max_size=4).map(tuple),
        min_size=1,
        max_size=6,
    )
)
def test_widths_always_fill_the_page(rows: list[tuple[str, ...]]) -> None:
    widths = column_widths(table(*rows), 9070)
    assert sum(widths) == 9070
    assert min(widths) > 100
