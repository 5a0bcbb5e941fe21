"""`dialog agenda`: the pictures of a proposal, each out of the folder of its own dossier."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.documents import part, parts, texts
from helpers.dossiers import changed
from helpers.letterheads import png
from helpers.schemas import invalid
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.documents.accessibility import flaws

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MEETING = "moten/2027-06-14-kommunfullmaktige"
OTHER = png(b"\0\0\0")
PROPOSAL = "förslag_till_beslut: |\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two dialogues whose proposals to fullmäktige show a picture of the same name."""
    for name, picture in (("parken", OTHER), ("torget", png())):
        folder = tmp_path / name
        shutil.copytree(DOSSIERS / "sandviken", folder)
        next((folder / "beslut").glob("2027-06-14-*")).unlink()
        (folder / "bilder").mkdir()
        (folder / "bilder" / "skiss.png").write_bytes(picture)
        changed(
            folder,
            "bearbetning.yaml",
            PROPOSAL,
            f"{PROPOSAL}  ![Skiss av {name}](bilder/skiss.png)\n",
        )
        changed(folder, "dossier.yaml", "  - KS2026/488\n", f"  - KS2026/{len(name)}\n")
    return tmp_path


def agenda(repository: Path) -> Ran:
    return run(
        ["agenda", "kommunfullmäktige", "2027-06-14"], repository, datetime(2027, 6, 1, 9, 0)
    )


def document(repository: Path) -> bytes:
    return (repository / f"{MEETING}.docx").read_bytes()


def test_each_point_has_the_picture_of_its_own_dossier(repository: Path) -> None:
    ran = agenda(repository)
    assert ran.exit_code == 0, ran.screen
    data = document(repository)
    assert {one.get("descr") for one in part(data).iter(f"{DRAWING}docPr")} == {
        "Skiss av parken",
        "Skiss av torget",
    }
    assert {content for name, content in parts(data).items() if name.startswith("word/media/")} == {
        png(),
        OTHER,
    }
    assert invalid(data) == []
    assert flaws(data) == []


def test_what_stands_beside_a_picture_is_still_letter_for_letter(repository: Path) -> None:
    changed(
        repository / "torget",
        "bearbetning.yaml",
        "![Skiss av torget]",
        "*Ny* belysning_A: ![Skiss av torget]",
    )
    agenda(repository)
    assert "*Ny* belysning_A: " in texts(document(repository))
    assert "![" not in texts(document(repository))


def test_another_picture_of_the_same_name_makes_another_document(repository: Path) -> None:
    agenda(repository)
    once = document(repository)
    agenda(repository)
    assert document(repository) == once
    (repository / "torget" / "bilder" / "skiss.png").write_bytes(OTHER)
    assert agenda(repository).exit_code == 0
    assert document(repository) != once


def test_a_picture_that_is_not_there_stops_with_its_place_in_the_dossier(repository: Path) -> None:
    (repository / "parken" / "bilder" / "skiss.png").unlink()
    ran = agenda(repository)
    assert ran.exit_code == 3
    assert "parken/bearbetning.yaml:" in ran.err
    assert "torget" not in ran.err
    assert not (repository / "moten").exists()


@pytest.mark.parametrize(
    "source", ["../torget/bilder/skiss.png", "/etc/passwd", "http://127.0.0.1:9/a.png"]
)
def test_no_picture_is_taken_from_outside_the_dossier(repository: Path, source: str) -> None:
    changed(repository / "parken", "bearbetning.yaml", "bilder/skiss.png", source)
    ran = agenda(repository)
    assert ran.exit_code == 3
    assert "ligger inte i dossierns mapp" in " ".join(ran.err.split())


def test_a_picture_of_an_answer_that_is_not_on_the_list_does_not_matter(repository: Path) -> None:
    changed(
        repository / "parken",
        "resultat.yaml",
        "teman:",
        "förbehåll: |\n  ![Borta](borta.png)\n\nteman:",
    )
    assert agenda(repository).exit_code == 0


def test_a_picture_typed_into_the_record_lies_in_the_dossier_of_its_point(repository: Path) -> None:
    agenda(repository)
    (repository / "parken" / "karta.png").write_bytes(png())
    record = repository / MEETING / "agenda.yaml"
    text = record.read_text("utf-8")
    record.write_text(
        text.replace("![Skiss av parken](bilder/skiss.png)", "![Karta](karta.png)"), "utf-8"
    )
    assert agenda(repository).exit_code == 0
    assert "Karta" in {
        one.get("descr") for one in part(document(repository)).iter(f"{DRAWING}docPr")
    }


def test_a_point_without_a_dossier_has_no_pictures(repository: Path) -> None:
    agenda(repository)
    record = repository / MEETING / "agenda.yaml"
    record.write_text(
        record.read_text("utf-8").replace(
            "  - ärende: Öppnande och upprop\n",
            '  - ärende: Öppnande\n    förslag: ["![Vy](vy.png)"]\n',
        ),
        "utf-8",
    )
    (repository / "vy.png").write_bytes(png())
    ran = agenda(repository)
    assert ran.exit_code == 3
    assert "hör inte till någon dossier" in " ".join(ran.err.split())
