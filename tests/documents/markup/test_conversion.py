"""Markdown as blocks: what a template writes, and what people write in the answers."""

from __future__ import annotations

import pytest

from dialogcli.documents.markup.blocks import (
    Block,
    Heading,
    Image,
    ListItem,
    Paragraph,
    Run,
    Table,
    plain_runs,
    runs_of,
    text_of,
)
from dialogcli.documents.markup.conversion import read_markdown
from dialogcli.documents.markup.marks import CitedText, pictured_mark, prose_mark, text_mark


def answer(prose: str, around: str = "{}") -> list[Block]:
    """The blocks of an answer in Markdown, in a template that has it in the place of `{}`."""
    return read_markdown(around.format(prose_mark(text_mark(0))), [CitedText("plan.syfte", prose)])


def outline(blocks: list[Block]) -> list[tuple[int, str]]:
    return [(block.level, plain_runs(block.runs)) for block in blocks if isinstance(block, Heading)]


def listed(blocks: list[Block]) -> list[str]:
    """Items as `1 series depth text`, or `- depth text` for those without number."""
    return [
        f"{block.start} {block.series} {block.depth} {plain_runs(block.runs)}"
        if block.ordered
        else f"- {block.depth} {plain_runs(block.runs)}"
        for block in blocks
        if isinstance(block, ListItem)
    ]


def test_a_full_line_goes_on_and_a_blank_one_parts_paragraphs() -> None:
    full = "En rad som har fyllts med ord tills det inte fanns plats för ett ord till"
    assert answer(f"{full}\nsom fortsätter.\n\nEtt nytt stycke.") == [
        Paragraph((Run(f"{full} som fortsätter."),)),
        Paragraph((Run("Ett nytt stycke."),)),
    ]


def test_a_line_break_is_two_blanks_or_a_backslash() -> None:
    assert [text_of(block) for block in answer("Torggatan 1  \n670 10 Exempelby\\\nSverige")] == [
        "Torggatan 1\n670 10 Exempelby\nSverige"
    ]


def test_bold_and_italics() -> None:
    assert answer("En **viktig** och *sann* och ***stark*** sak") == [
        Paragraph(
            (
                Run("En "),
                Run("viktig", bold=True),
                Run(" och "),
                Run("sann", italic=True),
                Run(" och "),
                Run("stark", bold=True, italic=True),
                Run(" sak"),
            )
        )
    ]


def test_each_list_is_a_series_of_its_own() -> None:
    assert listed(answer("1. ett\n2. två\n\nText.\n\n1. ett igen\n2. två igen")) == [
        "1 1 1 ett",
        "1 1 1 två",
        "1 2 1 ett igen",
        "1 2 1 två igen",
    ]


def test_lists_nest() -> None:
    found = answer("1. ett\n   - punkt\n     1. djupt\n   - punkt till\n2. två")
    assert listed(found) == ["1 1 1 ett", "- 2 punkt", "1 3 3 djupt", "- 2 punkt till", "1 1 1 två"]


def test_a_list_begins_where_it_says_and_keeps_the_numbers_it_skips_to() -> None:
    assert listed(answer("5. fem\n6. sex\n9. nio")) == ["5 1 1 fem", "5 1 1 sex", "9 2 1 nio"]


def test_a_further_paragraph_of_an_item_stays_in_it() -> None:
    assert answer("- ett\n\n  mer om ett") == [
        ListItem((Run("ett"),), 1, False, 1),
        Paragraph((Run("mer om ett"),), depth=1),
    ]


@pytest.mark.parametrize("url", ["https://b.se/x", "http://b.se", "mailto:a@b.se"])
def test_links_to_the_web_and_to_mail(url: str) -> None:
    assert answer(f"Se [sidan]({url}).") == [
        Paragraph((Run("Se "), Run("sidan", link=url), Run(".")))
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x", "../x"]
)
def test_other_links_stand_as_they_are_written(url: str) -> None:
    assert [text_of(block) for block in answer(f"Se [sidan]({url}).")] == [f"Se [sidan]({url})."]


@pytest.mark.parametrize(
    ("written", "source", "text"),
    [
        ("![Torget](bilder/torget.png)", "bilder/torget.png", "Torget"),
        ("![Torget](<bilder/torget i snö.png>)", "bilder/torget i snö.png", "Torget"),
        ("![Torget](bilder/torget i snö.png)", "bilder/torget i snö.png", "Torget"),
        ("![Ett \\] tecken]( a.jpg )", "a.jpg", "Ett ] tecken"),
        ("![Torget](http://127.0.0.1:9/a.png)", "http://127.0.0.1:9/a.png", "Torget"),
        ("![](a.png)", "a.png", ""),
    ],
)
def test_a_picture_is_known_by_its_place_and_its_text(written: str, source: str, text: str) -> None:
    assert answer(f"Se {written} här.") == [
        Paragraph((Run("Se "), Run("", image=Image(source, text, "plan.syfte")), Run(" här.")))
    ]


def test_what_a_picture_is_called_stands_under_it() -> None:
    assert answer('![Torget](a.png "Torget en vinterdag")') == [
        Paragraph(
            (Run("", image=Image("a.png", "Torget", "plan.syfte")), Run("\nTorget en vinterdag"))
        )
    ]


def test_a_picture_says_in_which_answer_it_stands_also_from_a_table() -> None:
    [table] = answer("| a |\n|---|\n| ![Torget](a.png) |")
    assert [run.image for run in runs_of([table]) if run.image] == [
        Image("a.png", "Torget", "plan.syfte")
    ]


def line(text: str) -> list[Block]:
    """The blocks of an answer that a template shows letter for letter, but with its pictures."""
    return read_markdown(pictured_mark(text_mark(0)), [CitedText("plan.syfte", text)])


def test_a_line_stands_letter_for_letter_above_its_pictures() -> None:
    assert line('1. *Torget* ![Vyn](a.png "Från norr") och ![Skiss](b.png).') == [
        Paragraph(
            (
                Run("1. *Torget* och.\n"),
                Run("", image=Image("a.png", "Vyn", "plan.syfte")),
                Run("\nFrån norr\n"),
                Run("", image=Image("b.png", "Skiss", "plan.syfte")),
            )
        )
    ]


def test_a_picture_alone_is_all_there_is() -> None:
    assert line("![Vyn](a.png)") == [
        Paragraph((Run("", image=Image("a.png", "Vyn", "plan.syfte")),))
    ]


@pytest.mark.parametrize(
    "written", ["![Torget]", "\\![a](b)", "# rubrik", "a_b_c", "[sidan](https://b.se)"]
)
def test_a_line_without_pictures_is_not_changed(written: str) -> None:
    assert [text_of(block) for block in line(written)] == [written]


@pytest.mark.parametrize(
    "written", ["![Torget]", "![Torget] (a.png)", "!\\[Torget](a.png", "\\![a](b"]
)
def test_what_is_no_picture_stands_as_it_is(written: str) -> None:
    assert [text_of(block) for block in answer(written)] == [written.replace("\\", "")]


def test_headings_of_an_answer_stand_below_the_heading_they_come_under() -> None:
    found = answer(
        "# Stort\n\n#### Litet\n\n# Stort igen", "# Titel\n\n## Avsnitt\n\n{}\n\n## Nästa"
    )
    assert outline(found) == [
        (1, "Titel"),
        (2, "Avsnitt"),
        (3, "Stort"),
        (4, "Litet"),
        (3, "Stort igen"),
        (2, "Nästa"),
    ]


def test_the_first_heading_of_an_answer_skips_no_level() -> None:
    assert outline(answer("###### Långt ner", "# Titel\n\n{}")) == [(1, "Titel"), (2, "Långt ner")]


def test_quotes() -> None:
    assert answer("> Bussen kommer aldrig.") == [
        Paragraph((Run("Bussen kommer aldrig."),), quoted=True)
    ]


def test_a_table_of_an_answer_loses_no_cell() -> None:
    (table,) = answer("| a | b |\n|---|--:|\n| 1 | 2 | 3 |\n| 4 |")
    assert isinstance(table, Table)
    assert [column.right for column in table.columns] == [False, True]
    assert [[text_of(block) for cell in row for block in cell] for row in table.rows] == [
        ["1", "2 | 3"],
        ["4"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<b>fet</b>",
        "<script>alert(1)</script>",
        "</w:t></w:r></w:p>",
        "`kod`",
        "```",
        "---",
        "Text\n---",
        "===",
        "[1]: http://b.se/x",
        "    fyra blanksteg",
        "{{ 7*7 }}",
        "{% raw %}",
        "&nbsp",
        "::: Rubrik",
        ": inte en tabellrubrik",
        "2027",
        "§ 17",
        "100 % {rabatt}",
    ],
)
def test_what_is_not_markup_here_stands_as_it_is_written(text: str) -> None:
    shown = " ".join("\n".join(text_of(block) for block in answer(text)).split())
    assert shown == " ".join(text.split())


def test_an_answer_reaches_nothing_beyond_its_place() -> None:
    found = answer("- en lista\n\n::: Citat\n\n> ett citat", "Före\n\n{}\n\nEfter")
    assert found[0] == Paragraph((Run("Före"),))
    assert found[-1] == Paragraph((Run("Efter"),))


def test_an_answer_in_a_line_goes_on_in_it() -> None:
    assert answer("Först.\n\nSedan.", "**Syfte:** {}") == [
        Paragraph((Run("Syfte:", bold=True), Run(" Först."))),
        Paragraph((Run("Sedan."),)),
    ]


def test_an_answer_in_an_item_is_the_item() -> None:
    assert answer("Först.\n\n- punkt", "- {}\n- sist") == [
        ListItem((Run("Först."),), 1, False, 1),
        ListItem((Run("punkt"),), 2, False, 2),
        ListItem((Run("sist"),), 1, False, 1),
    ]


def test_a_division_gives_its_paragraphs_a_style_and_a_numbered_one_its_headings() -> None:
    found = read_markdown("::: numrerat\n## Ett\n::: Uppgifter\ntext\n:::\n## Två\n:::\n## Tre\n")
    assert [(plain_runs(one.runs), one.numbered) for one in found if isinstance(one, Heading)] == [
        ("Ett", True),
        ("Två", True),
        ("Tre", False),
    ]
    assert Paragraph((Run("text"),), "Uppgifter") in found


def test_an_annex_begins_a_page() -> None:
    found = read_markdown("## Ett\n\n::: bilaga\n## Bilaga: Budget\n:::\n")
    assert [one.new_page for one in found if isinstance(one, Heading)] == [False, True]


def test_a_table_has_the_caption_above_it() -> None:
    (table,) = read_markdown(": Tidsplan\n\n| När | Vad |\n|---|---|\n| i dag | allt |\n")
    assert isinstance(table, Table)
    assert plain_runs(table.caption) == "Tidsplan"


def test_a_caption_without_a_table_is_a_paragraph() -> None:
    assert read_markdown(": Tidsplan\n\nText\n") == [
        Paragraph((Run("Tidsplan"),)),
        Paragraph((Run("Text"),)),
    ]


def test_dates_amounts_and_paragraphs_do_not_break_over_lines() -> None:
    assert [
        text_of(block) for block in answer("Den 3 mars 2027, § 17, kostade det 12 500 kronor")
    ] == ["Den 3\u00a0mars 2027, §\u00a017, kostade det 12\u00a0500\u00a0kronor"]
