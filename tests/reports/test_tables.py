from dialogcli.reports.tables import cut, fits, sentences, table

ROWS = [("Dialog", "Fel"), ("Kollektivtrafik i glesbygd", "2"), ("Torget", "12")]


def test_columns_stand_under_each_other_figures_to_the_right() -> None:
    assert table(ROWS, 80, right=(1,)) == (
        "Dialog                      Fel\n"
        "Kollektivtrafik i glesbygd    2\n"
        "Torget                       12"
    )


def test_a_column_gives_way_and_says_so() -> None:
    assert table(ROWS, 24, cuttable=((0, 10),)) == (
        "Dialog               Fel\nKollektivtrafik ...  2\nTorget               12"
    )


def test_no_column_gives_way_further_than_it_may_or_without_leave() -> None:
    assert table(ROWS, 5, cuttable=((0, 10),)).splitlines()[1] == "Kollek ...  2"
    assert table(ROWS, 5).splitlines()[1] == "Kollektivtrafik i glesbygd  2"


def test_the_next_column_gives_way_when_the_first_cannot_more() -> None:
    rows = [("Kollektivtrafik i glesbygd", "Beslut om kommunikationsplan")]
    assert (
        table(rows, 40, cuttable=((0, 20), (1, 12))) == "Kollektivtrafik ...   Beslut om komm ..."
    )


def test_whether_it_fits() -> None:
    assert [fits(ROWS, width) for width in (30, 31)] == [False, True]


def test_a_text_that_is_not_too_long_is_not_cut() -> None:
    assert [cut("Torget", 6), cut("Torgets", 6)] == ["Torget", "To ..."]


def test_sentences_continue_further_in() -> None:
    assert (
        sentences(["Torget i Tallbäcksfors: Planering."], 24)
        == "Torget i Tallbäcksfors:\n  Planering."
    )
