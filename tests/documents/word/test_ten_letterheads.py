"""Ten letterheads of different make: the header is filled, the text is in its place, and nothing
else is touched.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from helpers.documents import DAY, SAMPLE, SHIPPED, VAL, W, packed, part, parts, texts
from helpers.letterheads import TEN
from helpers.schemas import invalid
from lxml import etree

from dialogcli.documents.choose import documents_called
from dialogcli.documents.render import render
from dialogcli.documents.templating.templates import Templates
from dialogcli.dossier.reading import read_dossier

ALL = pytest.mark.parametrize("name", TEN)
VALUES = {
    "organisation": "Region Värmland",
    "dnr": "RV 2025/118",
    "datum": "2025-02-21",
    "utkast": "UTKAST",
    "handling": "Handlingsplan för medborgardialog",
    "titel": "Kollektivtrafik i glesbygd",
}
TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}")
FIRST = "Handlingsplan för medborgardialog"


@cache
def made(name: str) -> bytes:
    """The sample's plan, the richest of documents, on one of the ten."""
    dossier = read_dossier(SAMPLE)
    [document] = documents_called(dossier, "handlingsplan")
    return render(
        document, dossier, Templates(SHIPPED.texts, TEN[name].data), draft=True, day=DAY
    ).data


def filled(text: str) -> str:
    """What a text of a letterhead should have become."""
    return TAG.sub(lambda tag: VALUES[tag[1]], text)


def heads(data: bytes) -> Iterator[str]:
    return (name for name in parts(data) if re.fullmatch(r"word/(header|footer)\d\.xml", name))


def spoken(data: bytes, name: str) -> str:
    return " ".join(texts(data, name).split())


def elements(root: etree._Element) -> Counter[str]:
    """How many there are of every element that is not a part of writing a tag."""
    passing = {f"{W}{name}" for name in ("dataBinding", "showingPlcHdr", "rStyle", "rPr")}
    return Counter(one.tag for one in root.iter(etree.Element) if one.tag not in passing)


@ALL
def test_headers_and_footers_are_filled(name: str) -> None:
    before, after = TEN[name].data, made(name)
    for one in heads(before):
        expected = filled(spoken(before, one))
        if name == "with_controls":
            expected = "RV 2025/118 Handlingsplan för medborgardialog Lämnas orört"
        found = spoken(after, one).removeprefix("UTKAST ")
        assert found == expected.removeprefix("UTKAST ")
        assert "{{" not in found


@ALL
def test_headers_and_footers_lose_nothing(name: str) -> None:
    before, after = TEN[name].data, made(name)
    for one in heads(before):
        assert not elements(part(before, one)) - elements(part(after, one))


@ALL
def test_no_part_is_lost_and_those_that_are_nobodys_business_are_as_they_were(name: str) -> None:
    before, after = parts(TEN[name].data), parts(made(name))
    ours = {"docProps/core.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml"}
    for one, content in before.items():
        assert one in after
        if one.endswith((".png", ".xml")) and one not in {
            *ours,
            *heads(TEN[name].data),
            "[Content_Types].xml",
        }:
            alike = (
                content == after[one]
                if one.endswith(".png")
                else canonical(content) == canonical(after[one])
            )
            assert alike, one


def canonical(content: bytes) -> bytes:
    return etree.tostring(etree.fromstring(content), method="c14n")


@ALL
def test_every_style_and_every_list_of_the_letterhead_is_there(name: str) -> None:
    before, after = TEN[name].data, made(name)
    assert set(children(before, "word/styles.xml")) <= set(children(after, "word/styles.xml"))
    if "word/numbering.xml" in parts(before):
        assert set(children(before, "word/numbering.xml")) <= set(
            children(after, "word/numbering.xml")
        )


def children(data: bytes, name: str) -> list[bytes]:
    return [
        etree.tostring(one, method="c14n", exclusive=True)
        for one in part(data, name)
        if one.tag != f"{W}docDefaults"
    ]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("in_sections", "Försättsblad", "Så behandlar vi personuppgifter"),
        ("in_columns", "Meddelande från Exempelby", ""),
        ("in_a_table", "Torget 1 Exempelby", "Hälsningar"),
        ("with_controls", "Ärende RV 2025/118", ""),
        ("cut_up", "", ""),
    ],
)
def test_what_the_letterhead_says_stands_around_the_text(
    name: str, before: str, after: str
) -> None:
    whole = spoken(made(name), "word/document.xml")
    assert whole.partition(FIRST)[0].strip() == before
    assert whole.rpartition("289 425 kr")[2].strip() == after


def test_what_hangs_on_the_paragraph_of_the_tag_hangs_on_the_first_of_the_text() -> None:
    first = next(part(made("boxed")).iter(f"{W}p"))
    assert "Box 77, Exempelby" in "".join(first.itertext())
    assert FIRST in "".join(first.itertext())


@ALL
def test_sections_pictures_and_bookmarks_of_the_text_are_kept(name: str) -> None:
    kept = [
        f"{W}{one}"
        for one in ("sectPr", "drawing", "pict", "bookmarkStart", "bookmarkEnd", "headerReference")
    ]
    before, after = (
        Counter(one.tag for one in part(data).iter(*kept)) for data in (TEN[name].data, made(name))
    )
    assert before == after
    assert [canonical(etree.tostring(one)) for one in part(TEN[name].data).iter(f"{W}sectPr")] == [
        canonical(etree.tostring(one)) for one in part(made(name)).iter(f"{W}sectPr")
    ]


@ALL
def test_tables_are_as_wide_as_the_text_where_they_stand(name: str) -> None:
    grids = [
        sum(int(column.get(f"{W}w")) for column in grid)
        for grid in part(made(name)).iter(f"{W}tblGrid")
    ]
    ours = grids[1:] if name == "in_a_table" else grids
    assert len(ours) == 9
    assert set(ours) == {TEN[name].width}


@ALL
def test_it_follows_the_schemas(name: str) -> None:
    assert invalid(made(name)) == []


@ALL
def test_every_style_and_number_that_is_used_exists(name: str) -> None:
    data = made(name)
    styles = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    numbers = {num.get(f"{W}numId") for num in part(data, "word/numbering.xml").iter(f"{W}num")}
    assert {
        one.get(VAL) for one in part(data).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    } <= styles
    assert {one.get(VAL) for one in part(data).iter(f"{W}numId")} <= numbers


def test_a_label_that_the_letterhead_carries_stays() -> None:
    """Custom properties of its own, as a sensitivity label is one."""
    first = made("plain")
    dossier = read_dossier(SAMPLE)
    [document] = documents_called(dossier, "handlingsplan")
    carried = parts(first)
    carried["docProps/custom.xml"] = carried["docProps/custom.xml"].replace(
        b'name="Dossier"', b'name="MSIP_Label"'
    )
    again = render(
        document, dossier, Templates(SHIPPED.texts, packed(carried)), draft=True, day=DAY
    ).data
    custom = parts(again)["docProps/custom.xml"].decode()
    assert (
        custom.count('name="MSIP_Label"')
        == custom.count('name="Dossier"')
        == custom.count('name="Handling"')
        == 1
    )
    assert len(set(re.findall(r'pid="(\d+)"', custom))) == custom.count("pid=")


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_libreoffice_opens_them_all(tmp_path: Path) -> None:
    for name in TEN:
        (tmp_path / f"{name}.docx").write_bytes(made(name))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            *(tmp_path / f"{name}.docx" for name in TEN),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name in TEN:
        said = subprocess.run(
            ["pdftotext", tmp_path / f"{name}.pdf", "-"], check=True, capture_output=True, text=True
        )
        assert "Kostnader för genomförandet" in " ".join(said.stdout.split())
