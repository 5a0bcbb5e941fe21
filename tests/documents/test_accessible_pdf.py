"""What LibreOffice makes of a document: the independent proof that it opens, and that a screen
reader can follow it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from helpers.documents import DAY, ROOT, SAMPLE, SHIPPED, of_sample

from dialogcli.documents.choose import documents_of
from dialogcli.documents.render import render
from dialogcli.dossier.reading import read_dossier

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här"),
    pytest.mark.skipif(not shutil.which("pdfinfo"), reason="Poppler (pdfinfo) finns inte här"),
]
EXPORT = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    [made] = converted(
        tmp_path_factory.mktemp("pdf"), {"handlingsplan.docx": of_sample("handlingsplan").data}
    )
    return made


def converted(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """The PDF files that LibreOffice makes of Word files, in one run."""
    sources = [folder / name for name in files]
    for source in sources:
        source.write_bytes(files[source.name])
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            EXPORT,
            "--outdir",
            folder,
            *sources,
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return [source.with_suffix(".pdf") for source in sources]


def said(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_it_is_tagged_and_has_a_title_and_a_language(pdf: Path) -> None:
    facts = said("pdfinfo", pdf)
    assert re.search(r"^Tagged: +yes", facts, re.MULTILINE)
    assert "Handlingsplan för medborgardialog: Kollektivtrafik i glesbygd" in facts
    assert b"sv-SE" in pdf.read_bytes()


@pytest.mark.parametrize(
    "folder", [SAMPLE, *sorted((ROOT / "tests" / "dossiers").iterdir())], ids=lambda one: one.name
)
def test_so_is_every_document_of_every_organisation(folder: Path, tmp_path: Path) -> None:
    dossier = read_dossier(folder)
    made = {
        one.file: render(one, dossier, SHIPPED, draft=False, day=DAY)
        for one in documents_of(dossier)
    }
    for file in converted(tmp_path, {name: rendered.data for name, rendered in made.items()}):
        facts = said("pdfinfo", file)
        assert re.search(r"^Tagged: +yes", facts, re.MULTILINE), file.name
        assert made[f"{file.stem}.docx"].origin.title in facts
        assert b"sv-SE" in file.read_bytes(), file.name


def test_headings_lists_and_header_cells_are_tagged_as_such(pdf: Path) -> None:
    structure = said("pdfinfo", "-struct", pdf)
    assert len(re.findall(r"^ *H1\b", structure, re.MULTILINE)) == 1
    assert len(re.findall(r"^ *H2\b", structure, re.MULTILINE)) == 14
    assert re.search(r"^ *L\b", structure, re.MULTILINE)
    tables = re.split(r"^ *Table\b", structure, flags=re.MULTILINE)[1:]
    assert len(tables) == 9
    assert all(re.search(r"^ *TH\b", table, re.MULTILINE) for table in tables)


def test_every_page_has_its_number_and_the_number_of_pages(pdf: Path) -> None:
    pages = said("pdftotext", "-layout", pdf, "-").rstrip("\f\n").split("\f")
    for number, page in enumerate(pages, 1):
        assert re.search(rf"Sida {number} \({len(pages)}\)", page)


def test_the_headings_are_numbered_from_one_to_thirteen(pdf: Path) -> None:
    text = said("pdftotext", "-layout", pdf, "-")
    assert re.search(r"^ *1 +Syfte$", text, re.MULTILINE)
    assert re.search(r"^ *13 +Kostnader för genomförandet$", text, re.MULTILINE)
