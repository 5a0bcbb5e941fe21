"""A screen as a terminal shows it: what breaks where, what is cut, what is painted."""

import pytest
from helpers.screens import drawn

from dialogcli.base.commands import fill, set_
from dialogcli.base.dates import Day
from dialogcli.base.screen import (
    Command,
    Item,
    Kept,
    Line,
    Rows,
    Table,
    Tone,
    heading,
    line,
    parts,
    rows,
    screen,
)


def lines(*items: Item, columns: int = 80, **medium: bool | str) -> list[str]:
    return drawn(screen(items), columns, **medium).split("\n")


def table(*cells: tuple[str, ...], **options: object) -> Table:
    found = tuple(tuple(parts(cell) for cell in row) for row in cells)
    read_out = tuple(parts(f"{', '.join(row)}.") for row in cells)
    return Table(found, read_out, **options)  # type: ignore[arg-type]


def test_a_sentence_wraps_with_a_hanging_indent() -> None:
    sentence = line("Utbildningen är planerad till hösten.", indent=2, hang=4)
    assert lines(sentence, columns=24) == ["  Utbildningen är", "    planerad till", "    hösten."]


def test_text_is_80_columns_at_most_and_a_table_100() -> None:
    words = "ord " * 40
    assert max(map(len, lines(line(words), columns=200))) <= 80
    assert len(lines(table(("Steg", words.strip()), shrink=((1, 20),)), columns=200)[0]) <= 100


@pytest.mark.parametrize(
    "whole",
    [Day(2025, 3, 5).in_words, "12 500 kronor", "§ 17", "§§ 17-18", "kl. 10.42", "24 november"],
)
def test_a_date_an_amount_or_a_paragraph_is_never_cut(whole: str) -> None:
    for columns in range(20, 40):
        text = drawn(screen(line(f"Det gäller från och med {whole} och inte förr.")), columns)
        assert whole in text


def test_a_place_stands_on_one_line_and_what_touches_it_goes_along() -> None:
    place = Kept("(tillfallen/2025-04-16 tjarnasa.yaml:22:9)")
    assert lines(line("Texten saknas ", place, "."), columns=30) == [
        "Texten saknas",
        "(tillfallen/2025-04-16 tjarnasa.yaml:22:9).",
    ]


def test_a_command_is_never_broken_and_carries_the_folder() -> None:
    sentence = line("Börja med den första: ", fill("risker"))
    assert lines(sentence, columns=30, folder="min mapp") == [
        "Börja med den första:",
        'dialog fill "min mapp" --section risker',
    ]


def test_values_stand_in_a_column() -> None:
    shown = rows(("Källa:", "direktivet"), ("Av:", "fullmäktige, som gäller tills vidare"))
    assert lines(shown, columns=34) == [
        "  Källa: direktivet",
        "  Av:    fullmäktige, som gäller",
        "         tills vidare",
    ]


def test_a_line_that_is_quoted_keeps_its_blanks() -> None:
    assert lines(rows(("Raden är:", "a:   b"))) == ["  Raden är: a:   b"]


def test_a_table_is_cut_where_it_may_be_and_else_left() -> None:
    shown = table(("Beslut om handlingsplan", "2025-03-05", "klart"), shrink=((0, 12), (2, 3)))
    assert lines(shown, columns=80) == ["Beslut om handlingsplan  2025-03-05  klart"]
    assert lines(shown._replace(read_out=()), columns=31) == ["Beslut o ...  2025-03-05  klart"]


def test_a_table_that_cannot_be_cut_enough_is_read_out() -> None:
    shown = table(("handlingar/handlingsplan.docx", "inaktuell", "3 svar är ändrade sedan dess"))
    assert lines(shown, columns=60) == [
        "handlingar/handlingsplan.docx, inaktuell, 3 svar är ändrade",
        "  sedan dess.",
    ]
    assert len(lines(shown._replace(read_out=()), columns=60)) == 1


def test_figures_stand_to_the_right() -> None:
    assert lines(table(("Lokal", "500"), ("Annons", "12 000"), right=(1,))) == [
        "Lokal      500",
        "Annons  12 000",
    ]


def test_where_a_cut_would_leave_nothing_the_last_cell_goes_below() -> None:
    shown = table(
        ("Fel V-47", "Utmaningar och risker med dialogen", "dialog fill --section risker-och-mer"),
        shrink=((1, 24),),
        indent=2,
        stacks=True,
    )
    assert lines(shown, columns=60) == [
        "  Fel V-47  Utmaningar och risker med dialogen",
        "            dialog fill --section risker-och-mer",
    ]


@pytest.mark.parametrize(("columns", "linear"), [(59, False), (80, True)])
def test_a_table_is_read_out_where_somebody_listens_or_the_window_is_narrow(
    columns: int, linear: bool
) -> None:
    shown = table(("Planering", "klart"), ("Genomförande", "PÅGÅR"))
    assert lines(shown, columns=columns, linear=linear) == [
        "Planering, klart.",
        "Genomförande, PÅGÅR.",
    ]


@pytest.mark.parametrize(
    ("text", "columns"), [("中文", 4), ("한", 2), ("🚌", 2), ("e\N{COMBINING ACUTE ACCENT}", 1)]
)
def test_characters_of_any_width_do_not_shift_a_table(text: str, columns: int) -> None:
    assert lines(table((text, "x"), ("abcd", "x"))) == [
        f"{text}{' ' * (4 - columns)}  x",
        "abcd  x",
    ]


def test_a_wide_text_is_cut_by_its_columns() -> None:
    shown = table(("中文中文中文中文中文中文", "x"), shrink=((0, 9),))._replace(read_out=())
    assert lines(shown, columns=12) == ["中文 ...   x"]


def test_paragraphs_have_a_blank_line_between_them() -> None:
    assert drawn(screen(line("a"), [], line("b"))) == "a\n\nb"


def test_every_line_of_a_heading_is_bold() -> None:
    assert lines(heading("Det här saknas inför nästa beslut"), columns=20, colour=True) == [
        "\x1b[1mDet här saknas inför\x1b[0m",
        "\x1b[1mnästa beslut\x1b[0m",
    ]


def test_colour_is_that_of_the_first_characters_or_of_all() -> None:
    shown = line(Kept("Fel V-47:", Tone.FAULT, 3), " saknas. ", Kept("Klart", Tone.GOOD), ".")
    assert lines(shown, colour=True) == ["\x1b[31mFel\x1b[0m V-47: saknas. \x1b[32mKlart\x1b[0m."]
    assert lines(shown) == ["Fel V-47: saknas. Klart."]


@pytest.mark.parametrize(
    "item",
    [
        line("titel: \x1b]0;ägd\x07"),
        line(Kept("titel: \x1b]0;ägd\x07", Tone.FAULT)),
        line(Command("set", ("\x1b]0;ägd\x07",))),
        rows(("\x1b]0;ägd\x07", "\x1b]0;ägd\x07")),
        table(("\x1b]0;ägd\x07", "x")),
    ],
    ids=["text", "kept", "command", "rows", "table"],
)
def test_what_acts_on_a_terminal_is_written_out_before_anything_is_painted(
    item: Line | Rows | Table,
) -> None:
    (shown,) = lines(item, colour=True)
    assert "\\u001b]0;ägd\\u0007" in shown
    assert "\x07" not in shown
    assert "\x1b]" not in shown


def test_no_text_can_forge_a_line() -> None:
    assert lines(line("Buss\nKlart: 0 fel."), line(Kept("a\r\nb"))) == [
        "Buss Klart: 0 fel.",
        "a  b",
    ]


def test_a_no_break_space_keeps_two_words_together_and_is_shown_as_a_blank() -> None:
    assert lines(line("Från den 12\u00a0maj"), columns=20) == ["Från den 12 maj"]
    assert lines(line("Det gäller från 12\u00a0maj"), columns=20) == ["Det gäller från", "12 maj"]


def test_a_command_can_be_copied_from_a_cell() -> None:
    shown = Table(((parts("a"), parts(set_("x y", "1"))),), read_out=())
    assert lines(shown, folder="m") == ['a  dialog set "x y" 1 --folder m']


def test_columns_of_text_share_the_room_and_the_longest_gives_way_first() -> None:
    cells = ("1", "kort", "tjugofem tecken, inte fler", "x" * 60)
    shown = Table((tuple((cell,) for cell in cells),), (), even=(2, 3, 1))
    assert drawn(screen(shown), 70) == f"1  kort  tjugofem tecken, inte fler  {'x' * 29} ..."
    assert drawn(screen(shown), 45) == f"1  kort  tjugofem teck ...  {'x' * 13} ..."


def test_a_cell_of_a_whole_page_is_cut_at_once() -> None:
    long = "\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 100_000
    wide = table((long, "kort"), shrink=((0, 12),))
    assert lines(wide, columns=80) == ["\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 35 + " ...  kort"]
