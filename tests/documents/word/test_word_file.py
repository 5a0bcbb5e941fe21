"""The Word file itself: lists that restart, tables that can be read aloud, headings in order, valid
XML.
"""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest
from helpers.documents import VAL, W, lines, made, of_sample, opened, packed, part, parts, texts
from helpers.schemas import invalid
from lxml import etree

EVERYTHING = """# Titel

{{ idé.syfte | md }}

{{ plan.risker.rows | length }} rader

: Risker

| Risk | Belopp |
|---|--:|
| **a** | 1 |
| b | 2 |
"""

PROSE = """Text med [länk](https://b.se) och [post](mailto:a@b.se).

1. ett
2. två
   - inre
     - innerst
       - djupast
         - ändå djupare
3. tre

> Citat

5. fem
6. sex

#### Rubrik

| a | b |
|---|--:|
| - c | d\\|e |

| f |
|---|
| שלום och مرحبا |
"""


def prose(text: str) -> dict[str, str]:
    return {"ide.yaml": f"syfte: {json.dumps(text, ensure_ascii=False)}"}


def numbers(data: bytes) -> list[tuple[str, str, str]]:
    """For every numbered paragraph its text, its level and the number id."""
    return [
        (texts_of(paragraph), number.find(f"{W}ilvl").get(VAL), number.find(f"{W}numId").get(VAL))
        for paragraph in part(data).iter(f"{W}p")
        if (number := paragraph.find(f"{W}pPr/{W}numPr")) is not None
    ]


def texts_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def starts(data: bytes) -> dict[str, str]:
    """Number id -> the number that its list begins with."""
    return {
        one.get(f"{W}numId"): one.find(f"{W}lvlOverride/{W}startOverride").get(VAL)
        for one in part(data, "word/numbering.xml").iter(f"{W}num")
        if one.find(f"{W}lvlOverride") is not None
    }


@pytest.mark.parametrize("id_", ["handlingsplan", "kommunikationsplan", "tjänsteskrivelse"])
def test_the_documents_of_the_sample_follow_the_schemas(id_: str) -> None:
    assert invalid(of_sample(id_).data) == []


def test_whatever_markdown_can_say_follows_the_schemas() -> None:
    assert invalid(made(EVERYTHING, prose(PROSE)).data) == []


def test_the_schemas_would_find_a_fault() -> None:
    contents = parts(made(EVERYTHING, prose("x")).data)
    contents["word/document.xml"] = contents["word/document.xml"].replace(
        b"<w:tblGrid>", b"<w:p/><w:tblGrid>", 1
    )
    assert invalid(packed(contents)) != []


def test_an_independent_reader_opens_it_and_finds_the_styles() -> None:
    found = lines(
        made(
            "# Titel\n\n{{ idé.syfte | md }}\n", prose("Text\n\n- punkt\n  - inre\n\n> citat\n")
        ).data
    )
    assert found == [
        ("Heading 1", "Titel"),
        ("Body Text", "Text"),
        ("List Bullet", "punkt"),
        ("List Bullet 2", "inre"),
        ("Quote", "citat"),
    ]


def test_every_ordered_list_begins_anew_or_where_it_says() -> None:
    data = made("# T\n\n{{ idé.syfte | md }}", prose("1. a\n2. b\n\nx\n\n1. c\n\ny\n\n7. d")).data
    first, again, seventh = (number for text, _, number in numbers(data) if text in "acd")
    assert len({first, again, seventh}) == 3
    assert [starts(data)[one] for one in (first, again, seventh)] == ["1", "1", "7"]


def test_lists_nest_by_level() -> None:
    data = made(
        "# T\n\n{{ idé.syfte | md }}", prose("1. a\n   1. b\n      1. c\n         1. d\n2. e")
    ).data
    assert [(text, level) for text, level, _ in numbers(data)] == [
        ("a", "0"),
        ("b", "1"),
        ("c", "2"),
        ("d", "3"),
        ("e", "0"),
    ]


def test_a_table_has_a_header_row_that_repeats_and_rows_that_do_not_split() -> None:
    table = part(made(EVERYTHING, prose("x")).data).find(f".//{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(VAL) == "Risker"
    assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
    assert not list(table.iter(f"{W}gridSpan", f"{W}vMerge"))


def test_the_columns_of_a_table_fill_the_page_and_agree_with_the_cells() -> None:
    table = part(made(EVERYTHING, prose("x")).data).find(f".//{W}tbl")
    grid = [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")]
    assert sum(map(int, grid)) == 9070
    for row in table.iter(f"{W}tr"):
        assert [cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cell in row.iter(f"{W}tc")] == grid


def test_figures_stand_to_the_right() -> None:
    table = part(made(EVERYTHING, prose("x")).data).find(f".//{W}tbl")
    right = [
        [cell.find(f".//{W}jc") is not None for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]
    assert right == [[False, True]] * 3


def test_a_caption_is_numbered_by_word_and_stays_with_its_table() -> None:
    caption = next(
        paragraph
        for paragraph in part(made(EVERYTHING, prose("x")).data).iter(f"{W}p")
        if texts_of(paragraph) == "Tabell 1. Risker"
    )
    assert caption.find(f".//{W}instrText").text.strip().startswith("SEQ Tabell")
    assert caption.find(f"{W}pPr/{W}keepNext") is not None


def test_two_tables_do_not_touch_and_the_last_is_not_last() -> None:
    body = part(
        made(
            "# T\n\n{{ idé.syfte | md }}", prose("| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |")
        ).data
    )[0]
    assert [child.tag.removeprefix(W) for child in body] == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_an_annex_begins_a_page() -> None:
    heading = next(
        one
        for one in part(of_sample("handlingsplan").data).iter(f"{W}p")
        if texts_of(one) == "Bilaga: Budget"
    )
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_links_lead_out_of_the_document() -> None:
    data = made(
        "# T\n\n{{ idé.syfte | md }}",
        prose("[a](https://b.se) [c](https://b.se) [d](https://e.se)"),
    ).data
    relations = parts(data)["word/_rels/document.xml.rels"].decode()
    assert relations.count("https://b.se") == 1
    assert relations.count('TargetMode="External"') == 2
    assert len(part(data).findall(f".//{W}hyperlink")) == 3


def test_text_from_right_to_left_says_so() -> None:
    paragraph = next(
        one
        for one in part(made("# T\n\n{{ idé.syfte }}", prose("שלום")).data).iter(f"{W}p")
        if "שלום" in texts_of(one)
    )
    assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph.find(f".//{W}rPr/{W}rtl") is not None


def test_line_breaks_and_tabs_are_words_own() -> None:
    data = made("# T\n\n{{ idé.syfte }}", prose("Gatan 1\nOrten\tLandet")).data
    assert "Gatan 1\nOrten\tLandet" in texts(data)


@pytest.mark.parametrize("id_", ["handlingsplan", "kommunikationsplan", "tjänsteskrivelse"])
def test_headings_come_in_order(id_: str) -> None:
    levels = [
        int(style[-1]) for style, _ in lines(of_sample(id_).data) if style.startswith("Heading")
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("id_", ["handlingsplan", "kommunikationsplan", "tjänsteskrivelse"])
def test_no_blank_paragraph_stands_in_for_space(id_: str) -> None:
    blank = [
        index for index, (_, text) in enumerate(lines(of_sample(id_).data)) if not text.strip()
    ]
    assert blank in (
        [],
        [len(lines(of_sample(id_).data)) - 1],
    )  # Word wants a paragraph after a last table


def test_every_style_that_is_used_exists() -> None:
    data = of_sample("handlingsplan").data
    known = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    used = {one.get(VAL) for one in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= known


def test_title_language_and_what_it_is_made_from_stand_in_the_properties() -> None:
    rendered = of_sample("handlingsplan")
    core = opened(rendered.data).core_properties
    assert core.title == "Handlingsplan för medborgardialog: Kollektivtrafik i glesbygd"
    assert (core.subject, core.author, core.identifier) == (
        "Handlingsplan för medborgardialog",
        "Region Värmland",
        "RV 2025/118",
    )
    assert core.language == "sv-SE"
    assert core.created.date() == core.modified.date() == date(2025, 2, 21)
    custom = parts(rendered.data)["docProps/custom.xml"].decode()
    assert "varmland 1.0" in custom
    assert rendered.origin.content in custom
    assert (
        part(rendered.data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang").get(VAL)
        == "sv-SE"
    )


def test_the_line_that_says_whose_judgement_it_is_stays_with_it() -> None:
    paragraphs = list(part(of_sample("handlingsplan").data).iter(f"{W}p"))
    author = f"{W}pPr/{W}pStyle[@{VAL}='Upphov']"
    before = [one for one, after in pairwise(paragraphs) if after.find(author) is not None]
    assert len(before) == 5
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in before)
