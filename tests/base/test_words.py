import pytest

from dialogcli.base import words

N = "\u00a0"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kollektivtrafik i glesbygd", "kollektivtrafik-i-glesbygd"),
        ("Återkoppling", "aterkoppling"),
        ("  ", "namnlos"),
        ("🚌", "namnlos"),
        ("../x", "x"),
        ("Ærø & Łódź", "aero-lodz"),
        ("ord " * 40, "ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord-ord"),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert words.slug(text) == name
    assert len(words.slug(text)) <= 60


def test_dots_case_and_separators_do_not_count() -> None:
    assert words.same_word("aterremiss", "Återremiss")
    assert words.same_word("beslut-i-sakfragan", "Beslut i sakfrågan")
    assert not words.same_word("bifall", "avslag")


def test_the_nearest_word() -> None:
    assert words.did_you_mean("målgrup", ["syfte", "målgrupper"]) == " Menade du målgrupper?"
    assert words.did_you_mean("xyz", ["syfte"]) == ""


def test_counts_and_lists() -> None:
    assert [words.count(n, "varning", "varningar") for n in (0, 1, 2)] == [
        "0 varningar",
        "1 varning",
        "2 varningar",
    ]
    assert words.listed(["a", "b", "c"]) == "a, b och c"
    assert words.listed(["a", "b"], "eller") == "a eller b"


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("0", True),
        ("12", True),
        ("999999999", True),
        ("", False),
        ("-1", False),
        ("1.5", False),
        ("9" * 10, False),
        ("²", False),
        ("½", False),
        ("٣", False),
    ],
)
def test_a_number_of_a_row_or_a_choice(word: str, number: bool) -> None:
    assert words.is_number(word) is number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (950, "950"),
        (12500, f"12{N}500"),
        (1250000, f"1{N}250{N}000"),
        (-4200, f"\u22124{N}200"),
    ],
)
def test_numbers_in_documents_are_in_groups_of_three_and_never_broken(
    number: int, shown: str
) -> None:
    assert words.grouped(number, printed=True) == shown


def test_numbers_on_the_screen_have_common_blanks() -> None:
    assert words.grouped(-1234567) == "-1 234 567"


def test_amounts_are_in_kronor_short_in_documents() -> None:
    assert words.kronor(12500) == "12 500 kronor"
    assert words.kronor(12500, printed=True) == f"12{N}500{N}kr"
