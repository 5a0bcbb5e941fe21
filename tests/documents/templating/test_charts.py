"""Pictures that are tables: what they show stands in them as text too, and nothing is drawn where
nothing is known.
"""

from __future__ import annotations

import pytest
from helpers.documents import DAY, SAMPLE, SHIPPED, VAL, W, of_sample, part, texts
from helpers.schemas import invalid
from lxml import etree

from dialogcli.documents.choose import documents_called
from dialogcli.documents.markup.blocks import Run
from dialogcli.documents.render import render
from dialogcli.documents.templating.filling import fill, show_filled
from dialogcli.documents.word.paragraphs import beside_bar
from dialogcli.documents.word.xml import fragment
from dialogcli.dossier.reading import read_dossier

MACRO = '{% from "makron.md.j2" import tabell_med_bild with context %}{{ tabell_med_bild(fält) }}'
BLOCK = "\N{LOWER SEVEN EIGHTHS BLOCK}"
NBSP = "\u00a0"


def cell(text: str, value: str = "") -> dict[str, object]:
    return {"mark": text, "type": "text", "filled": bool(text), "value": value or text}


def table(id_: str, *columns: str, rows: list[tuple[str, ...]]) -> dict[str, object]:
    """A table field as templates get it."""
    return {
        "id": id_,
        "label": "Tabellen",
        "type": "table",
        "sums": {},
        "columns": [
            {"id": name, "label": name.capitalize(), "figures": name == "antal", "choices": []}
            for name in columns
        ],
        "rows": [dict(zip(columns, map(cell, row), strict=True)) for row in rows],
    }


def drawn(field: dict[str, object]) -> list[list[str]]:
    """The rows of what the macro makes of a table, headings and rules left out, as `--markdown`
    shows them.
    """
    shown = show_filled(fill("a.md.j2", {**SHIPPED.texts, "a.md.j2": MACRO}, {"fält": field}), [])
    lines = [
        line
        for line in shown.split("\n")
        if line.startswith("|") and "---" not in line and "--:" not in line
    ]
    return [[part.strip(" ") for part in line.strip("|").split("|")] for line in lines]


def tables(data: bytes) -> dict[str, etree._Element]:
    """The tables of a document by their captions."""
    return {one.find(f"{W}tblPr/{W}tblCaption").get(VAL): one for one in part(data).iter(f"{W}tbl")}


def rows(one: etree._Element) -> list[list[str]]:
    return [
        ["".join(text.text or "" for text in box.iter(f"{W}t")) for box in row.iter(f"{W}tc")]
        for row in one.iter(f"{W}tr")
    ]


def test_a_time_line_shows_every_date_in_its_place_and_names_the_month() -> None:
    plan = [("2027-01-01", "början"), ("2027-07-01", "mitten"), ("2027-12-31", "slutet")]
    assert drawn(table("tidsplan", "datum", "vad", rows=plan)) == [
        ["Datum", "Vad", "Tidslinje, januari till december 2027"],
        ["2027-01-01", "början", f"{BLOCK} januari"],
        ["2027-07-01", "mitten", f"{NBSP * 10}{BLOCK} juli"],
        ["2027-12-31", "slutet", f"december {NBSP * 20}{BLOCK}"],
    ]


def test_a_month_is_as_long_as_a_month() -> None:
    plan = [("2027-01", "vintern"), ("2027-02-03", "mötet"), ("2027-02", "februari")]
    assert [row[2] for row in drawn(table("tidsplan", "datum", "vad", rows=plan))][1:] == [
        f"{BLOCK * 10} januari",
        f"februari {NBSP * 11}{BLOCK}",
        f"februari {NBSP * 10}{BLOCK * 10}",
    ]


def test_a_time_line_over_two_years_names_both() -> None:
    plan = [("2026-11-01", "a"), ("2027-01-15", "b"), ("2027-02-01", "c")]
    assert (
        drawn(table("tidsplan", "datum", "vad", rows=plan))[0][2]
        == "Tidslinje, november 2026 till februari 2027"
    )


@pytest.mark.parametrize(
    "plan",
    [
        [("2027-01-01", "a"), ("2027-02-01", "b")],
        [("2027-01-01", "a"), ("", "b"), ("", "c"), ("2027-02-01", "d")],
    ],
)
def test_two_dates_are_no_time_line(plan: list[tuple[str, ...]]) -> None:
    assert drawn(table("tidsplan", "datum", "vad", rows=plan))[0] == ["Datum", "Vad"]


def test_a_row_without_a_date_has_no_mark() -> None:
    plan = [("2027-01-01", "a"), ("2027-01-02", "b"), ("2027-01-31", "c"), ("", "d")]
    assert drawn(table("tidsplan", "datum", "vad", rows=plan))[-1] == ["", "d", ""]


def test_bars_are_as_long_as_their_figures_and_the_whole_table_follows() -> None:
    themes = [("bryggan", "40"), ("kiosk", "20"), ("bad", "0")]
    found = drawn(table("teman", "tema", "antal", rows=themes))
    assert found[:4] == [
        ["Tema", "Antal"],
        ["bryggan", f"{BLOCK * 16} 40"],
        ["kiosk", f"{BLOCK * 8} 20"],
        ["bad", f"{BLOCK} 0"],
    ]
    assert found[4:] == [["Tema", "Antal"], ["bryggan", "40"], ["kiosk", "20"], ["bad", "0"]]


@pytest.mark.parametrize(
    "themes",
    [
        [("a", "4"), ("b", "2")],
        [("a", "0"), ("b", "0"), ("c", "0")],
        [("a", ""), ("b", "3"), ("c", "")],
    ],
)
def test_too_little_is_not_drawn(themes: list[tuple[str, ...]]) -> None:
    assert len(drawn(table("teman", "tema", "antal", rows=themes))) == len(themes) + 1


def test_the_matrix_has_every_risk_by_its_number_and_says_how_high_it_is() -> None:
    risks = [
        ("få kommer", "hög", "stor"),
        ("regn", "låg", "liten"),
        ("för sent", "hög", "stor"),
        ("bråk", "medel", "måttlig"),
        ("okänd", "", "stor"),
    ]
    found = drawn(table("risker", "risk", "sannolikhet", "konsekvens", rows=risks))
    assert [row[0] for row in found[:6]] == ["Nr", "1", "2", "3", "4", "5"]
    assert found[6:] == [
        ["Sannolikhet", "Liten konsekvens", "Måttlig konsekvens", "Stor konsekvens"],
        ["**Hög**", "Medelhög risk: ingen", "Hög risk: ingen", "Hög risk: **nr 1 och 3**"],
        ["**Medel**", "Låg risk: ingen", "Medelhög risk: **nr 4**", "Hög risk: ingen"],
        ["**Låg**", "Låg risk: **nr 2**", "Låg risk: ingen", "Medelhög risk: ingen"],
    ]


def test_risks_that_nobody_has_judged_are_a_plain_table() -> None:
    found = drawn(
        table(
            "risker",
            "risk",
            "sannolikhet",
            "konsekvens",
            rows=[("a", "hög", ""), ("b", "", "stor")],
        )
    )
    assert found == [["Risk", "Sannolikhet", "Konsekvens"], ["a", "hög", ""], ["b", "", "stor"]]


def test_the_plan_has_its_time_line_and_its_matrix_with_three_tones() -> None:
    found = tables(of_sample("handlingsplan").data)
    line = rows(found["Tidsplanering"])
    assert line[1] == [
        "2025-03-05",
        "Nämnden fastställer handlingsplanen och kommunikationsplanen",
        " mars",
    ]
    matrix = found["Riskmatris, med numren i tabellen ovanför"]
    assert rows(matrix)[1] == ["Hög", "Medelhög risk: ingen", "Hög risk: nr 4", "Hög risk: nr 1"]
    fills = [
        [
            box.find(f"{W}tcPr/{W}shd").get(f"{W}fill")
            if box.find(f"{W}tcPr/{W}shd") is not None
            else ""
            for box in row.iter(f"{W}tc")
        ]
        for row in matrix.iter(f"{W}tr")
    ]
    light, middle, dark = fills[3][1], fills[1][1], fills[1][3]
    assert len({light, middle, dark}) == 3
    assert fills == [
        [""] * 4,
        ["", middle, dark, dark],
        ["", light, middle, dark],
        ["", light, light, middle],
    ]


def test_black_text_is_legible_on_every_tone() -> None:
    from dialogcli.documents.word.tables import _TONES

    for tone in _TONES:
        assert contrast("000000", tone) > 7


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, by the formula of the accessibility guidelines (1 to 21)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_figures_of_the_themes_stand_beside_their_bars() -> None:
    dossier = read_dossier(SAMPLE)
    [document] = documents_called(dossier, "resultatsammanställning")
    data = render(document, dossier, SHIPPED, draft=False, day=DAY).data
    chart = tables(data)["Så många synpunkter fick varje tema"]
    assert rows(chart)[1] == ["Vård och ärenden mitt på dagen", " 187"]
    widths = [
        [int(tab.get(f"{W}pos")) for tab in row.iter(f"{W}tab") if tab.get(f"{W}pos")]
        for row in chart.iter(f"{W}tr")
    ][1:]
    assert [one for (one,) in widths] == sorted((one for (one,) in widths), reverse=True)
    assert invalid(data) == []


def test_a_bar_is_a_tab_that_begins_where_the_text_before_it_ends() -> None:
    tabs = fragment("<w:tabs/>")
    runs = beside_bar(tabs, (Run("maj "), Run("", bar=(500, 600))), 2000)
    assert [(tab.get(VAL), tab.get(f"{W}pos")) for tab in tabs] == [
        ("right", "1000"),
        ("left", "1200"),
    ]
    assert runs[0] == Run("\t")


def test_a_bar_is_dark_text_without_words_for_a_screen_reader() -> None:
    chart = tables(of_sample("handlingsplan").data)["Tidsplanering"]
    bars = [run for run in chart.iter(f"{W}r") if run.find(f"{W}rPr/{W}shd") is not None]
    assert len(bars) == 11
    assert all([child.tag for child in bar] == [f"{W}rPr", f"{W}tab"] for bar in bars)
    assert "SAKNAS" not in texts(of_sample("handlingsplan").data)


def test_a_picture_is_not_cut_by_the_end_of_a_page() -> None:
    found = tables(of_sample("handlingsplan").data)
    for name, cut in (
        ("Tidsplanering", False),
        ("Riskmatris, med numren i tabellen ovanför", False),
        ("Aktivitetslista", True),
    ):
        kept = [row.find(f".//{W}keepNext") is not None for row in found[name].iter(f"{W}tr")]
        assert kept[-1] is False
        assert all(kept[:-1]) is not cut
