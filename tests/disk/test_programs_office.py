"""LibreOffice is looked for on PATH only, is ended in time, and leaves nothing behind."""

import os
import shutil
import time
from pathlib import Path

import pytest
from helpers.documents import of_sample

from dialogcli.base.findings import InputOutputError
from dialogcli.disk import programs as storage_office
from dialogcli.disk.programs import office, to_pdf

posix = pytest.mark.skipif(os.name == "nt", reason="shell scripts")


def script(path: Path, *lines: str) -> str:
    path.write_text("\n".join(["#!/bin/sh", *lines]), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
@pytest.mark.libreoffice
def test_a_word_file_becomes_a_pdf_that_is_tagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    pdf = to_pdf(office(), of_sample("handlingsplan").data)
    assert pdf.startswith(b"%PDF-")
    assert b"/MarkInfo<</Marked true>>" in pdf
    assert [left.name for left in tmp_path.iterdir() if left.name.startswith("dialog-")] == []


@posix
def test_a_libreoffice_in_the_current_folder_is_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    for folder in (here, elsewhere):
        folder.mkdir()
        script(folder / "soffice")
    monkeypatch.chdir(here)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{elsewhere}")
    assert office() == str(elsewhere / "soffice")


@posix
def test_no_pdf_is_a_stop(tmp_path: Path) -> None:
    with pytest.raises(InputOutputError, match="Det sade inte varför"):
        to_pdf(script(tmp_path / "soffice", "exit 0"), b"")


def test_a_program_that_does_not_start_is_a_stop(tmp_path: Path) -> None:
    with pytest.raises(InputOutputError, match="Det gick inte att starta"):
        to_pdf(str(tmp_path / "finns-inte"), b"")


@posix
def test_what_does_not_end_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage_office, "_OFFICE_SECONDS", 0.5)
    child = f"(sleep 2; touch '{tmp_path}/levde') &"
    with pytest.raises(InputOutputError, match="Det blev inte klart"):
        to_pdf(script(tmp_path / "soffice", child, "sleep 60"), b"")
    time.sleep(2)
    assert not (tmp_path / "levde").exists()
