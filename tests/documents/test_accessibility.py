"""Every document can be read by everybody; and the checker that says so finds each fault that is
planted.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from helpers.documents import DAY, ROOT, SAMPLE, SHIPPED, letterhead, made, packed, parts
from helpers.letterheads import TEN

from dialogcli.documents.accessibility import flaws
from dialogcli.documents.choose import documents_called, documents_of
from dialogcli.documents.render import render
from dialogcli.documents.templating.templates import Templates
from dialogcli.documents.word.package import PackageError
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier

DOSSIERS = [SAMPLE, *sorted((ROOT / "tests" / "dossiers").iterdir())]

TEXT = """# Titel

Diarienummer KS 2027/5, den 3 mars 2027.

## Avsnitt

- punkt
- punkt

### Mindre

Se [budgeten](https://b.se).

: Risker

| Risk | Nivå |
|---|---|
| **a** | hög |

## Sist

Slut.
"""
MORE = "### Mindre"


@cache
def read(folder: Path) -> Dossier:
    return read_dossier(folder)


def said(text: str = TEXT, files: dict[str, str] | None = None) -> list[str]:
    return [flaw.message for flaw in flaws(made(text, files).data)]


def planted(old: str, new: str, name: str = "document") -> list[str]:
    """What is said of a good file in which one piece of XML has been put in another's place."""
    contents = parts(made(TEXT).data)
    path = next(one for one in contents if one.endswith(f"/{name}.xml"))
    assert old in contents[path].decode(), old
    contents[path] = contents[path].decode().replace(old, new).encode()
    return [flaw.message for flaw in flaws(packed(contents))]


@pytest.mark.parametrize(
    ("folder", "word"),
    [(folder, document.word) for folder in DOSSIERS for document in documents_of(read(folder))],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_every_document_of_every_organisation_passes(folder: Path, word: str) -> None:
    [document] = documents_called(read(folder), word)
    assert flaws(render(document, read(folder), SHIPPED, draft=True, day=DAY).data) == []


@pytest.mark.parametrize("name", [name for name in TEN if name != "in_a_table"])
def test_so_it_does_on_another_letterhead(name: str) -> None:
    [document] = documents_called(read(SAMPLE), "handlingsplan")
    templates = Templates(SHIPPED.texts, TEN[name].data)
    assert flaws(render(document, read(SAMPLE), templates, draft=True, day=DAY).data) == []


def test_a_good_text_is_told_to_have_no_flaw() -> None:
    assert said() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# Titel", "## Titel", "Handlingen har 0 rubriker på nivå 1. Den ska ha en, sin titel."),
        (
            "Slut.",
            "Slut.\n\n# Till\n\nSlut.",
            "Handlingen har 2 rubriker på nivå 1. Den ska ha en, sin titel.",
        ),
        (MORE, "#### Mindre", 'Rubriken "Mindre" har nivå 4 men kommer efter nivå 2.'),
        ("Slut.\n", "", 'Under rubriken "Sist" står ingenting.'),
        (MORE, "## Tomt\n\n## Mindre", 'Under rubriken "Tomt" står ingenting.'),
        (
            "- punkt\n- punkt",
            "\\- punkt\n\n\\- punkt",
            'Raderna från "- punkt" är ingen lista fast de ser ut som en.',
        ),
        (
            "- punkt\n- punkt",
            "1\\) ett\\\n2\\) två",
            'Raderna från "1) ett 2) två" är ingen lista fast de ser ut som en.',
        ),
        ("KS 2027/5", "saknas", "Diarienumret KS 2027/5 står inte i själva texten."),
        ("den 3 mars 2027", "i våras", "Inget datum står i själva texten."),
        ("[budgeten]", "[här]", 'Länken "här" säger inte vart den leder.'),
        ("[budgeten]", "[https://b.se/x]", 'Länken "https://b.se/x" säger inte vart den leder.'),
        ("Slut.", "{{ '{{' }} dnr }}", "Mallkod är kvar i texten: {{ dnr }}"),
    ],
)
def test_a_fault_in_the_text_is_found(old: str, new: str, expected: str) -> None:
    assert old in TEXT
    assert said(TEXT.replace(old, new)) == [expected]


def test_a_file_without_any_text_can_be_looked_over() -> None:
    contents = parts(made(TEXT).data)
    body = re.compile(rb"(<w:body>).*(<w:sectPr)", re.DOTALL)
    contents["word/document.xml"] = body.sub(rb"\1\2", contents["word/document.xml"])
    assert [flaw.message for flaw in flaws(packed(contents))] == [
        "Handlingen har 0 rubriker på nivå 1. Den ska ha en, sin titel.",
        "Diarienumret KS 2027/5 står inte i själva texten.",
        "Inget datum står i själva texten.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<w:tblHeader/>", "", "Tabell 1 har ingen markerad rubrikrad."),
        ('<w:tblCaption w:val="Risker"/>', "", ""),
        (
            "</w:tcPr>",
            '<w:gridSpan w:val="1"/></w:tcPr>',
            "Tabell 1 har sammanfogade celler. De läses upp i fel ordning.",
        ),
        (
            "<w:sectPr>",
            "<w:p/><w:sectPr>",
            'Ett tomt stycke efter "Slut.". Ge formatet ett avstånd i stället.',
        ),
        (
            "<w:sectPr>",
            '<w:p><w:ins w:id="1"><w:r><w:t>nytt</w:t></w:r></w:ins></w:p><w:sectPr>',
            "Det finns spårade ändringar i texten. Godkänn eller avvisa dem i Word.",
        ),
    ],
)
def test_a_fault_in_the_file_is_found(old: str, new: str, expected: str) -> None:
    assert planted(old, new) == ([expected] if expected else [])


def test_a_title_and_a_language_are_missed() -> None:
    assert planted("Prov: Torget", "", "core") == [
        "Filens egenskaper saknar titel. Skärmläsare läser den först."
    ]
    assert planted('"sv-SE"', '"en-US"', "styles") == [
        "Textens språk är en-US. Ange svenska, så läses den rätt."
    ]


def test_a_logo_without_alternative_text_is_found_in_the_header() -> None:
    logo = TEN["in_its_own_look"].data
    contents = parts(logo)
    contents["word/header1.xml"] = contents["word/header1.xml"].replace(
        b"Exempelby kommuns logotyp", b""
    )
    found = flaws(made(TEXT, letterhead=packed(contents)).data)
    assert [flaw.message for flaw in found] == ["En bild i sidhuvudet saknar alternativtext."]
    assert flaws(made(TEXT, letterhead=logo).data) == []


def test_a_picture_marked_as_decoration_needs_none() -> None:
    contents = parts(TEN["in_its_own_look"].data)
    decoration = (
        b'descr=""><a:extLst><a:ext uri="{C183D7F6}"><d:decorative val="1" '
        b'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst></wp:docPr>'
    )
    contents["word/header1.xml"] = contents["word/header1.xml"].replace(
        b'descr="Exempelby kommuns logotyp"/>', decoration
    )
    assert flaws(made(TEXT, letterhead=packed(contents)).data) == []


def test_a_text_in_a_layout_table_is_found() -> None:
    messages = [flaw.message for flaw in flaws(made(TEXT, letterhead=TEN["in_a_table"].data).data)]
    assert "Tabell 2 ligger i en annan tabell." in messages
    assert "Tabell 1 har ingen markerad rubrikrad." in messages


def test_template_code_that_somebody_wrote_in_an_answer_is_pointed_out() -> None:
    assert said(TEXT + "\n{{ idé.syfte }}\n", {"ide.yaml": "syfte: '{% if x %}'"}) == [
        "Mallkod är kvar i texten: {% if x %}"
    ]


def test_a_table_in_an_answer_is_called_by_its_columns() -> None:
    answer = json.dumps("| Dag | Vad |\n|---|---|\n| i dag | allt |\n")
    assert said(TEXT + "\n{{ idé.syfte | md }}\n", {"ide.yaml": f"syfte: {answer}"}) == []


def test_a_letterhead_without_a_title_gets_the_documents_own() -> None:
    assert flaws(made(TEXT, letterhead=letterhead(core=("Brevmall", ""))).data) == []


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(PackageError):
        flaws(b"text")
