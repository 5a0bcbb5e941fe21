"""Earlier versions of a rulebook: a dossier is judged by the one that it follows, while that one is
kept.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogcli.base.findings import UnreadableError
from dialogcli.checking.engine import check
from dialogcli.disk.folders import create_folder
from dialogcli.dossier.reading import installed, read_dossier
from dialogcli.rulebook.loader import find_rulebook, kept_versions, load_pinned, read_version
from dialogcli.scaffold.new_dossier import new_dossier

BUILT_IN = find_rulebook("allman").read_text("utf-8")


def in_version(version: str) -> str:
    return BUILT_IN.replace('version: "1.0"', f'version: "{version}"', 1)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """An organisation that has gone on to version 3 and has kept versions 1 and 2."""
    shelf = tmp_path / "regelverk" / "allman"
    shelf.mkdir(parents=True)
    (shelf / "rulebook.yaml").write_text(in_version("3"), "utf-8")
    for version in ("1", "2"):
        (shelf / f"rulebook-{version}.yaml").write_text(in_version(version), "utf-8")
    return tmp_path


def test_the_version_that_is_pinned_is_the_one_that_is_loaded(town: Path) -> None:
    assert [load_pinned("allman", version, town).version for version in ("1", "2", "3", "")] == [
        "1",
        "2",
        "3",
        "3",
    ]


def test_an_earlier_version_knows_that_there_is_a_newer_one(town: Path) -> None:
    assert [load_pinned("allman", version, town).newer for version in ("1", "2", "3")] == [
        "3",
        "3",
        "",
    ]


def test_of_a_version_that_nobody_kept_there_is_only_the_installed_one(town: Path) -> None:
    assert load_pinned("allman", "0.9", town).version == "3"


@pytest.mark.parametrize("version", ["../1", "*", "", "1/../1"])
def test_a_version_is_not_a_path(town: Path, version: str) -> None:
    assert load_pinned("allman", version, town).version == "3"


def test_versions_are_kept_for_one_rulebook_only(town: Path) -> None:
    assert list(kept_versions("allman", town)) == ["1", "2"]
    assert kept_versions("varmland", town) == {}


def test_a_file_holds_the_version_that_it_is_named_after(town: Path) -> None:
    file = town / "regelverk" / "allman" / "rulebook-2.yaml"
    file.write_text(in_version("2.1"), "utf-8")

    _, (fault,) = read_version(file)

    assert fault.message == "Filen är döpt efter version 2, men innehåller version 2.1."


def test_a_kept_version_with_faults_judges_nothing(town: Path) -> None:
    (town / "regelverk" / "allman" / "rulebook-1.yaml").write_text("rulebook: allman\n", "utf-8")

    with pytest.raises(
        UnreadableError, match=r"Regelverket allman, version 1, går inte att läsa: \d+ fel"
    ):
        load_pinned("allman", "1", town)


class TestADossier:
    """Its dossier.yaml says which version it follows."""

    @pytest.fixture
    def dossier(self, town: Path) -> Path:
        folder = town / "2027-torget"
        create_folder(folder, new_dossier(load_pinned("allman", "1", town), {"titel": "Torget"}))
        return folder

    def test_is_judged_by_the_version_that_it_follows(self, dossier: Path) -> None:
        read = read_dossier(dossier)
        assert (read.rulebook.version, read.rulebook.newer) == ("1", "3")

    def test_is_told_that_there_is_a_newer_one(self, dossier: Path) -> None:
        [remark] = [
            one
            for one in check(read_dossier(dossier), date(2027, 1, 18)).findings
            if one.rule == "regelverksversion"
        ]
        assert remark.message == "Dossiern följer version 1 av regelverket. Version 3 finns."

    def test_can_be_held_against_the_installed_one(self, dossier: Path) -> None:
        assert read_dossier(dossier, installed).rulebook.version == "3"
