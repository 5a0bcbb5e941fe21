import os
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE
from helpers.small_rulebook import rulebook

from dialogcli.base.findings import remedy_text
from dialogcli.disk.folders import PassedOver, passed_over
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.unread import unread_findings


def told(*names: str, there: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    found = unread_findings(rulebook(), map(PassedOver, names), there)
    return [(one.severity.word, one.message, remedy_text(one.remedy)) for one in found]


@pytest.mark.parametrize("name", ["plan.yml", "plan.YAML", "plan.yaml.txt", "plan.yaml.bak"])
def test_the_rename_that_mends(name: str) -> None:
    assert told(name) == [
        ("Varning", f"Filen {name} läses inte.", "Byt namn på filen till plan.yaml.")
    ]


def test_a_folder_too_far_down() -> None:
    assert told("tillfallen/mars/torget.yml") == [
        (
            "Varning",
            "Filen tillfallen/mars/torget.yml läses inte.",
            "Flytta filen till tillfallen/torget.yaml.",
        )
    ]


def test_nobody_is_told_to_write_over_a_file_that_is_there() -> None:
    assert told("plan.yaml.bak", there=("plan.yaml",)) == [
        (
            "Upplysning",
            "Filen plan.yaml.bak läses inte. plan.yaml finns redan.",
            "Jämför de två, och flytta filen ur dossiern om den inte behövs.",
        )
    ]


def test_nor_to_give_two_files_one_name() -> None:
    advice = "Fler filer har samma namn. Välj en, och byt namn på den till plan.yaml."

    assert [remedy for _, _, remedy in told("plan.yml", "plan.yaml.txt")] == [advice, advice]


def test_what_is_no_form_is_nobody_s_business() -> None:
    assert told("README.yml", "material/plan.yml") == []


def test_a_linked_folder() -> None:
    [one] = unread_findings(rulebook(), [PassedOver("beslut", link=True)], ())

    assert (one.message, one.remedy) == (
        "Mappen beslut är en länk. Länkar läses inte.",
        "Ta bort länken och lägg filerna i en mapp som heter beslut.",
    )


def test_what_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    for name in (
        "plan.yml",
        "plan.yaml",
        "plan.docx",
        ".plan.yaml.swp",
        "tillfallen/a.yaml",
        "tillfallen/a.yaml~",
        "tillfallen/mars/b.yaml",
        "handlingar/c.yml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("syfte: A\n", "utf-8")

    assert [one.name for one in passed_over(tmp_path)] == [
        "plan.yml",
        "tillfallen/a.yaml~",
        "tillfallen/mars/b.yaml",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "annat").mkdir()
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "beslut").symlink_to(tmp_path / "annat")

    assert passed_over(tmp_path / "d") == [PassedOver("beslut", link=True)]


def test_the_sample_has_nothing_that_is_not_read() -> None:
    assert passed_over(SAMPLE) == []
    assert read_dossier(SAMPLE).remarks == ()
