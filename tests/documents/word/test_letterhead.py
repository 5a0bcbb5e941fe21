"""An organisation's own Word file: its tags, however Word has cut them up, and the styles it has or
lacks.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.documents import (
    LETTERHEAD,
    ROOT,
    VAL,
    W,
    letterhead,
    lines,
    made,
    opened,
    packed,
    part,
    parts,
    texts,
)

from dialogcli.base.findings import UnreadableError
from dialogcli.documents.word.tables import CELL_MARGINS

TEXT = "# Rubrik\n\nEtt stycke.\n"
PLACE = '<w:p><w:pPr><w:pStyle w:val="Brdtext"/></w:pPr><w:r><w:t xml:space="preserve">{{ innehall }}</w:t></w:r></w:p>'
CUT_UP = (
    '<w:r><w:t>Ärende {{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>'
    '<w:t> dn</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>r }} i dag</w:t></w:r>'
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:tag w:val="{0}"/><w:showingPlcHdr/>'
    '<w:dataBinding w:xpath="/x" w:storeItemID="y"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>Klicka </w:t></w:r><w:r><w:t>här</w:t></w:r></w:sdtContent></w:sdt>"
)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>Dnr {{ dnr }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def in_header(content: str) -> bytes:
    """The default letterhead with more in the header of its first page."""
    return letterhead(header1=("</w:hdr>", f"<w:p>{content}</w:p></w:hdr>"))


def test_widths_are_reckoned_with_the_margins_that_cells_have() -> None:
    (margins,) = part(LETTERHEAD, "word/styles.xml").iter(f"{W}tblCellMar")
    sides = [margins.find(f"{W}{side}") for side in ("left", "right")]
    assert sum(int(side.get(f"{W}w")) for side in sides) == CELL_MARGINS


def test_the_tags_of_header_and_footer_are_filled() -> None:
    data = made(TEXT, {"plan.yaml": "datum: 2027-02-22\n"}, id_="plan").data
    first, later = texts(data, "word/header1.xml"), texts(data, "word/header2.xml")
    assert "Exempelby kommun" in first
    assert "Dnr KS 2027/5" in first
    assert "2027-02-22" in first
    assert "Exempelby kommun · dnr KS 2027/5" in later
    assert texts(data, "word/footer1.xml") == "Prov · Torget"
    assert "{{" not in first + later


def test_a_tag_cut_up_by_word_is_filled_and_what_stands_around_it_stays() -> None:
    data = made(TEXT, letterhead=in_header(CUT_UP)).data
    assert "Ärende KS 2027/5 i dag" in texts(data, "word/header1.xml").split("\n")


def test_a_tag_may_be_written_with_dots() -> None:
    assert "handläggaren" in texts(
        made(TEXT, letterhead=in_header("<w:r><w:t>{{ handläggare }}</w:t></w:r>")).data,
        "word/header1.xml",
    )


def test_a_content_control_is_filled_and_no_longer_bound() -> None:
    data = made(TEXT, letterhead=in_header(CONTROL.format("dnr"))).data
    header = part(data, "word/header1.xml")
    assert "KS 2027/5" in texts(data, "word/header1.xml").split("\n")
    assert not list(header.iter(f"{W}dataBinding", f"{W}showingPlcHdr"))


def test_a_control_with_another_tag_is_left_alone() -> None:
    assert "Klicka här" in texts(
        made(TEXT, letterhead=in_header(CONTROL.format("annat"))).data, "word/header1.xml"
    )


def test_a_tag_in_a_text_box_is_filled() -> None:
    assert "Dnr KS 2027/5" in texts(made(TEXT, letterhead=in_header(BOX)).data, "word/header1.xml")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "<w:r><w:t>{{ dnrr }}</w:t></w:r>",
            "fältet dnrr i word/header1.xml finns inte. Menade du dnr?",
        ),
        ("<w:r><w:t>{% if dnr %}</w:t></w:r>", "word/header1.xml innehåller mallkod"),
    ],
)
def test_what_a_letterhead_cannot_hold_is_refused(content: str, said: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        made(TEXT, letterhead=in_header(content))
    assert said in refused.value.message


def test_a_draft_says_so_on_every_page_and_a_final_document_does_not() -> None:
    draft, final = made(TEXT).data, made(TEXT, draft=False).data
    for name in ("word/header1.xml", "word/header2.xml"):
        assert "UTKAST" in texts(draft, name)
        assert "UTKAST" not in texts(final, name)


def test_a_letterhead_without_a_tag_for_it_gets_the_draft_mark_all_the_same() -> None:
    plain = letterhead(header1=("{{ utkast }}", ""), header2=("{{ utkast }}", ""))
    assert texts(made(TEXT, letterhead=plain).data, "word/header2.xml").startswith("UTKAST")
    assert "UTKAST" not in texts(made(TEXT, letterhead=plain, draft=False).data, "word/header2.xml")


def test_a_final_document_has_no_empty_line_where_the_draft_mark_stood() -> None:
    alone = letterhead(
        header1=(
            "{{ utkast }}</w:t></w:r><w:r><w:tab/>",
            "{{ utkast }}</w:t></w:r></w:p><w:p><w:r>",
        )
    )
    header = texts(made(TEXT, letterhead=alone, draft=False).data, "word/header1.xml").split("\n")
    assert "" not in header


def test_the_text_comes_where_the_letterhead_wants_it() -> None:
    before, after = (f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Före", "Efter"))
    around = letterhead(document=(PLACE, f"{before}{PLACE}{after}"))
    assert [text for _, text in lines(made(TEXT, letterhead=around).data)] == [
        "Före",
        "Rubrik",
        "Ett stycke.",
        "Efter",
    ]


def test_without_a_place_for_it_the_text_comes_last() -> None:
    without = letterhead(document=(PLACE, "<w:p><w:r><w:t>Före</w:t></w:r></w:p>"))
    assert [text for _, text in lines(made(TEXT, letterhead=without).data)] == [
        "Före",
        "Rubrik",
        "Ett stycke.",
    ]


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    foreign = letterhead(styles=('w:styleId="Rubrik1"', 'w:styleId="Otsikko1"'))
    assert part(made(TEXT, letterhead=foreign).data).find(f".//{W}pStyle").get(VAL) == "Otsikko1"


def test_a_letterhead_with_nothing_but_a_page_is_enough() -> None:
    """Word's own minimum: no lists, no table style, no headings. What is missing is added, as real
    styles.
    """
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    contents = parts(LETTERHEAD)
    contents["word/styles.xml"] = f'<w:styles xmlns:w="{main}">{NORMAL}</w:styles>'.encode()
    del contents["word/numbering.xml"]
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        kept = [
            one
            for one in contents[name].decode().replace("/>", "/>\n").split("\n")
            if "numbering" not in one
        ]
        contents[name] = "".join(kept).encode()
    template = "# Rubrik\n\n## Mindre\n\n- punkt\n\n1. nummer\n\n| a |\n|---|\n| b |\n\n::: Uppgifter\n**A:** b\n:::\n"
    data = made(template, letterhead=packed(contents)).data
    assert [style for style, text in lines(data) if text in ("Rubrik", "Mindre")] == [
        "Heading 1",
        "Heading 2",
    ]
    assert opened(data).tables[0].style.name == "Table Grid"
    assert part(data, "word/numbering.xml").find(f"{W}abstractNum") is not None


def test_a_style_that_a_template_asks_for_must_exist() -> None:
    with pytest.raises(UnreadableError, match='formatet "Finns ej"'):
        made("# R\n\n::: Finns ej\ntext\n:::\n")


def test_a_numbered_heading_is_not_numbered_twice() -> None:
    level = '<w:outlineLvl w:val="1"/>'
    numbered = letterhead(styles=(level, f'<w:numPr><w:numId w:val="2"/></w:numPr>{level}'))
    template = "# R\n\n::: numrerat\n## Ett\n:::\n"

    def own(data: bytes) -> bool:
        return part(data).find(f".//{W}numPr") is not None

    assert own(made(template).data)
    assert not own(made(template, letterhead=numbered).data)


def test_a_numbering_of_headings_without_figures_is_none() -> None:
    """LibreOffice writes one in every file."""
    contents = parts(LETTERHEAD)
    level = b'<w:outlineLvl w:val="1"/>'
    contents["word/styles.xml"] = contents["word/styles.xml"].replace(
        level, b'<w:numPr><w:numId w:val="2"/></w:numPr>' + level
    )
    contents["word/numbering.xml"] = re.sub(
        rb'<w:numFmt w:val="[a-zA-Z]+"/>',
        b'<w:numFmt w:val="none"/>',
        contents["word/numbering.xml"],
    )
    made_with = made("# R\n\n::: numrerat\n## Ett\n:::\n", letterhead=packed(contents)).data
    assert part(made_with).find(f".//{W}numPr") is not None


def test_a_word_template_becomes_a_document() -> None:
    contents = parts(LETTERHEAD)
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b"document.main", b"template.main"
    )
    assert lines(made(TEXT, letterhead=packed(contents)).data)[0] == ("Heading 1", "Rubrik")


def test_macros_are_refused() -> None:
    contents = parts(LETTERHEAD)
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        b"application/vnd.ms-word.document.macroEnabled.main",
    )
    with pytest.raises(UnreadableError, match="makron"):
        made(TEXT, letterhead=packed(contents))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "den är tom"),
        (b"PK", "den är inte hel"),
        (b"text", "ingen Word-fil"),
        (packed({}), "ingen Word-fil"),
        (packed({"a.txt": b"x"}), "ingen Word-fil"),
        (LETTERHEAD[:-200], "den är inte hel"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        made(TEXT, letterhead=data)


def test_a_letterhead_that_refers_to_what_it_has_not_is_refused() -> None:
    contents = {
        name: content
        for name, content in parts(LETTERHEAD).items()
        if not name.endswith("header1.xml")
    }
    with pytest.raises(UnreadableError, match="som den hänvisar till saknas i filen"):
        made(TEXT, letterhead=packed(contents))


def test_a_letterhead_without_styles_gets_those_that_are_needed() -> None:
    contents = {
        name: content
        for name, content in parts(LETTERHEAD).items()
        if not name.endswith("styles.xml")
    }
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        contents[name] = re.sub(rb"<(Relationship|Override)[^>]*styles[^>]*>", b"", contents[name])
    data = made("# Rubrik\n\n## Mindre\n", letterhead=packed(contents)).data
    assert lines(data) == [("Heading 1", "Rubrik"), ("Heading 2", "Mindre")]


def test_a_file_that_swells_when_opened_is_refused() -> None:
    with pytest.raises(UnreadableError, match="orimligt stor"):
        made(TEXT, letterhead=packed({**parts(LETTERHEAD), "word/media/x.bin": b"\0" * 60_000_000}))


def test_entities_are_not_resolved() -> None:
    contents = parts(LETTERHEAD)
    contents["word/header1.xml"] = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + contents["word/header1.xml"].split(b"?>", 1)[1].replace(b"{{ dnr }}", b"&e;")
    )
    with pytest.raises(UnreadableError, match=r"header1\.xml går inte att läsa"):
        made(TEXT, letterhead=packed(contents))


def test_the_default_letterhead_is_what_its_script_makes(tmp_path: Path) -> None:
    folder = ROOT / "templates" / "letterhead"
    shutil.copy(folder / "make_letterhead.py", tmp_path)
    subprocess.run([sys.executable, tmp_path / "make_letterhead.py"], check=True)
    assert (tmp_path / "brevmall.docx").read_bytes() == (folder / "brevmall.docx").read_bytes()
