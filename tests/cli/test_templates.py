"""`dialog templates`: copies that nothing is lost by, and documents made with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.documents import LETTERHEAD
from helpers.dossiers import planning
from helpers.terminal import run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def test_a_copy_lands_in_the_repository_and_is_used_from_then_on(dossier: Path) -> None:
    (dossier.parent / "organ.yaml").write_text("organs: []\n", "utf-8")
    ran = run(["templates", "copy", "kommunikationsplan"], dossier)
    copy = dossier.parent / "mallar" / "kommunikationsplan.md.j2"
    assert ran.out.startswith("Klart: ../mallar/kommunikationsplan.md.j2 är skapad.")
    copy.write_text("# Vår egen plan\n", "utf-8")
    assert run(["render", "kommunikationsplan", "--markdown"], dossier).out == "# Vår egen plan\n\n"


def test_a_second_copy_joins_the_first(dossier: Path) -> None:
    run(["templates", "copy", "handlingsplan"], dossier.parent)
    run(["templates", "copy", "brevmall"], dossier)
    assert (dossier.parent / "mallar" / "brevmall.docx").read_bytes() == LETTERHEAD


def test_what_is_there_is_never_written_over(dossier: Path) -> None:
    run(["templates", "copy", "handlingsplan"], dossier)
    copy = dossier / "mallar" / "handlingsplan.md.j2"
    copy.write_text("min", "utf-8")
    assert (
        run(["templates", "copy", "handlingsplan"], dossier).exit_code,
        copy.read_text("utf-8"),
    ) == (4, "min")


def test_a_new_letterhead_makes_documents_stale(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    (dossier / "mallar").mkdir()
    (dossier / "mallar" / "brevmall.docx").write_bytes(LETTERHEAD + b"\0")
    assert (
        "brevmallen är ändrad sedan dess"
        in run(["render", "handlingsplan", "--status"], dossier).out
    )


def test_a_template_of_another_document_makes_none_stale(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    run(["templates", "copy", "kommunikationsplan"], dossier)
    (dossier / "mallar" / "kommunikationsplan.md.j2").write_text("# Ny\n", "utf-8")
    assert (
        "handlingsplan.docx  aktuell" in run(["render", "handlingsplan", "--status"], dossier).out
    )


def test_a_sample_is_made_when_nothing_is_wrong(dossier: Path) -> None:
    assert run(["templates", "check", "--sample", "prov.docx"], dossier).exit_code == 0
    assert (dossier / "prov.docx").read_bytes().startswith(b"PK")
    assert run(["templates", "check", "--sample", "prov.docx"], dossier).exit_code == 4


def test_the_fields_of_one_form(dossier: Path) -> None:
    out = run(["templates", "fields", "budget"], dossier).out
    assert "  budget.poster  tabell, " in out
    assert "handlingsplan.risker" not in out


def test_a_copy_belongs_to_no_dossier_and_its_command_carries_no_folder(dossier: Path) -> None:
    out = run(["templates", "fields", "budget", "--folder", dossier.name], dossier.parent).out
    assert out.endswith("Mer om mallar: dialog templates copy README\n")


def test_a_finished_word_file_is_looked_over(dossier: Path) -> None:
    run(["render", "handlingsplan"], dossier)
    ran = run(["templates", "check", "--document", "handlingar/handlingsplan.docx"], dossier)
    assert (ran.exit_code, ran.out.split(":")[0]) == (0, "handlingsplan.docx")
    (dossier / "brev.docx").write_bytes(LETTERHEAD)
    ran = run(["templates", "check", "--document", "brev.docx"], dossier)
    assert ran.exit_code == 1
    assert "  Fel: Mallkod är kvar i texten: {{ innehall }}" in ran.out.splitlines()


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("borta.docx", 2, "Filen borta.docx finns inte."),
        ("dossier.yaml", 3, "dossier.yaml går inte att läsa: den är ingen Word-fil."),
    ],
)
def test_what_is_no_word_file_is_not_looked_over(
    dossier: Path, name: str, code: int, said: str
) -> None:
    ran = run(["templates", "check", "--document", name], dossier)
    assert ran.exit_code == code
    assert said in ran.err
