import os
import sys
from pathlib import Path

import pytest

from dialogcli.base.findings import ConflictError, InputOutputError
from dialogcli.disk.folders import (
    create_folder,
    ensure_folder,
    find_root,
    folders_holding,
    holds,
    remove_folder,
)

MARK = "dossier.yaml"


def made(root: Path, *folders: str) -> Path:
    for folder in folders:
        (root / folder).mkdir(parents=True)
        (root / folder / MARK).write_text("", "utf-8")
    return root


@pytest.mark.parametrize("beside", [".git", "regelverk", "register"])
def test_a_repository_begins_where_its_things_lie(beside: str, tmp_path: Path) -> None:
    (tmp_path / "kommun" / beside).mkdir(parents=True)
    inner = tmp_path / "kommun" / "2027" / "badplatsen"
    inner.mkdir(parents=True)
    assert find_root(inner) == tmp_path / "kommun"


def test_sub_folders_are_found_two_levels_down_in_order(tmp_path: Path) -> None:
    made(tmp_path, "b", "2027/c", "2027/a", "for/djupt/ned")
    assert folders_holding(tmp_path, MARK) == [
        tmp_path / "2027/a",
        tmp_path / "2027/c",
        tmp_path / "b",
    ]


def test_what_lies_in_a_dossier_and_what_is_not_ours_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "a", "a/kopia", ".papperskorg", "handlingar", "regelverk/x", "register/y")
    assert folders_holding(tmp_path, MARK) == [tmp_path / "a"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "a")
    (tmp_path / "slinga").symlink_to(tmp_path)
    (tmp_path / "lank").symlink_to(tmp_path / "a")
    assert folders_holding(tmp_path, MARK) == [tmp_path / "a"]


def test_a_root_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputOutputError):
        folders_holding(tmp_path / "borta", MARK)


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    assert ensure_folder(ensure_folder(tmp_path / "register")).is_dir()
    (tmp_path / "fil").write_text("", "utf-8")
    with pytest.raises(InputOutputError):
        ensure_folder(tmp_path / "fil")


def test_a_folder_that_cannot_be_listed_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a", "2027/b")
    listed = os.scandir

    def refusing(path: Path) -> object:
        if path == tmp_path / "2027":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert folders_holding(tmp_path, MARK) == [tmp_path / "2027", tmp_path / "a"]


def test_a_folder_just_made_can_be_taken_away_while_nothing_else_is_in_it(tmp_path: Path) -> None:
    files = {"a.yaml": "x\n", ".gitignore": "y\n"}
    create_folder(tmp_path / "ny", files)
    (tmp_path / "ny" / ".dialog.lock").touch()
    assert holds(tmp_path / "ny", files)
    (tmp_path / "ny" / "a.yaml").write_text("ändrad\n", "utf-8")
    assert not holds(tmp_path / "ny", files)
    with pytest.raises(ConflictError):
        remove_folder(tmp_path / "ny", files)
    (tmp_path / "ny" / "a.yaml").write_bytes(b"x\n")
    remove_folder(tmp_path / "ny", files)
    assert list(tmp_path.iterdir()) == []
