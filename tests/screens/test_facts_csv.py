import pytest

from dialogcli.screens.facts import csv_bytes


def cell(text: str) -> str:
    return csv_bytes([[text]]).decode("utf-8-sig").removesuffix("\r\n")


def test_swedish_excel_opens_it() -> None:
    assert csv_bytes([["Dialog", "Steg"], ["Åtgärder; torget", 'Det "nya"']]) == (
        b"\xef\xbb\xbf" + 'Dialog;Steg\r\n"Åtgärder; torget";"Det ""nya"""\r\n'.encode()
    )


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUMMA(A1)"])
def test_nothing_becomes_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_a_tab_in_front_is_a_formula_to_some_and_one_line_is_one_row() -> None:
    assert cell("\t=1+1") == "'=1+1"
    assert cell("rad ett\r\nrad två") == "rad ett rad två"


def test_what_acts_on_a_terminal_is_written_out() -> None:
    assert cell("\x1b[2J") == "\\u001b[2J"


@pytest.mark.parametrize("text", ["2025-03-05", "1 av 4 klar", "", "a=b"])
def test_everything_else_is_as_it_was(text: str) -> None:
    assert cell(text) == (text or '""')
