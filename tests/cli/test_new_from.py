"""`dialog new --from`: what can be reused is copied, marked, and asked for until somebody has
looked at it.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import SAMPLE
from helpers.sessions import Play, play
from helpers.terminal import run
from helpers.walks import DOSSIERS

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain
from dialogcli.usecases.interview.recorder import Recorder

NEW = datetime(2026, 1, 19, 9, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE, tmp_path / "gammal")
    ran = run(["new", "--from", "gammal", "--title", "Nattbussar", "--folder", "ny"], tmp_path, NEW)
    assert (ran.exit_code, ran.err) == (0, "")
    assert "svar är kopierade. Granska dem ett och ett: Enter = behåll." in ran.out
    return tmp_path / "ny"


def marks(dossier: Dossier) -> object:
    return as_plain(dossier.answer("dossier.granska"))


def test_plans_are_copied_without_days_decisions_and_who_answered_for_them(folder: Path) -> None:
    dossier = read_dossier(folder)
    assert dossier.remarks == ()
    assert dossier.text("dossier.titel") == "Nattbussar"
    assert as_plain(dossier.answer("handlingsplan.syfte"))
    assert dossier.text("handlingsplan.datum") == dossier.text("prövning.främsta_syfte") == ""
    assert dossier.files["beslut"] == ()
    activities = dossier.answer("handlingsplan.aktiviteter")
    assert activities is not None
    assert {name for row in activities.rows for name, part in row.parts.items() if part.filled} == {
        "vad",
        "ansvarig",
    }
    children = dossier.answer("målgruppsanalys.barnrätt")
    assert children is not None
    assert {name for name, part in children.parts.items() if part.filled} == {"skäl"}


def test_check_asks_for_each_until_it_is_confirmed(folder: Path) -> None:
    before = run(["check"], folder, NEW).out
    assert (
        '  Varning granska: "Syfte": Svaret är kopierat från en annan dossier och inte\n    granskat.'
        in before
    )
    recorder = Recorder(folder, read_dossier(folder))
    for path in list(as_plain(recorder.dossier.answer("dossier.granska"))):
        recorder.confirm(str(path))
    assert "granska:" not in run(["check"], folder, NEW).out
    assert marks(read_dossier(folder)) == ""


def test_enter_confirms_and_whoever_does_it_answers_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = play("$ dialog fill --section barnrätt\nSvar: <Enter>\n", Play(folder, NEW), monkeypatch)
    assert "  Kopierat svar att granska: " in seen
    assert "Granskat. Svaret står kvar.\n" in seen
    dossier = read_dossier(folder)
    assert "målgruppsanalys.barnrätt" not in str(marks(dossier))
    assert dossier.text("målgruppsanalys.barnrätt.datum") == "2026-01-19"


def test_a_new_answer_confirms_too(folder: Path) -> None:
    assert (
        run(
            ["set", "handlingsplan.dokumentation", "En sekreterare skriver vid varje bord."], folder
        ).exit_code
        == 0
    )
    assert "handlingsplan.dokumentation" not in str(marks(read_dossier(folder)))


def test_another_rulebook_takes_what_it_has_too(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "gammal")
    ran = run(
        ["new", "--from", "gammal", "--rulebook", "allman", "--title", "Torget", "--folder", "ny"],
        tmp_path,
        NEW,
    )
    assert (ran.exit_code, ran.err) == (0, "")
    dossier = read_dossier(tmp_path / "ny")
    assert dossier.remarks == ()
    assert as_plain(dossier.answer("handlingsplan.risker"))


def test_a_folder_that_is_no_dossier_creates_nothing(tmp_path: Path) -> None:
    ran = run(["new", "--from", "saknas", "--title", "Torget"], tmp_path, NEW)
    assert (ran.exit_code, ran.err) == (2, "Stopp: Mappen saknas finns inte.\n")
    assert list(tmp_path.iterdir()) == []


def test_from_an_organisation_that_calls_its_plan_something_else_the_same_fields_come_along(
    tmp_path: Path,
) -> None:
    shutil.copytree(DOSSIERS / "hagfors", tmp_path / "gammal")
    ran = run(
        [
            "new",
            "--from",
            "gammal",
            "--rulebook",
            "varmland",
            "--title",
            "Nattbussar",
            "--folder",
            "ny",
        ],
        tmp_path,
        NEW,
    )
    assert ran.exit_code == 0, ran.screen
    dossier = read_dossier(tmp_path / "ny")
    assert dossier.remarks == ()
    copied = marks(dossier)
    assert isinstance(copied, list)
    assert {"handlingsplan.målgrupper", "handlingsplan.metoder", "handlingsplan.risker"} < set(
        copied
    )
    assert "prövning.främsta_syfte" not in copied
    assert as_plain(dossier.answer("handlingsplan.metoder"))


def test_a_plan_for_communication_is_not_made_of_another_kind_of_plan(tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "gammal")
    run(
        [
            "new",
            "--from",
            "gammal",
            "--rulebook",
            "norrbotten",
            "--title",
            "Nattbussar",
            "--folder",
            "ny",
        ],
        tmp_path,
        NEW,
    )
    dossier = read_dossier(tmp_path / "ny")
    assert as_plain(dossier.answer("förutsättningar.metoder"))
    assert not as_plain(dossier.answer("kommunikationsplan.aktiviteter"))
