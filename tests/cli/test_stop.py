"""`dialog stop`: one file, written when everything is known, or nothing."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain

NOW = datetime(2027, 5, 5, 9, 30)
SAID = ["--how", "avbruten", "--reason", "Bidraget drogs in.", "--organ", "kommunstyrelsen"]
WHOLE = [*SAID, "--date", "4/5", "--paragraph", "§ 102"]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Sandviken's dialogue when people had been heard and nothing was compiled."""
    folder = tmp_path / "torget"
    shutil.copytree(DOSSIERS / "sandviken", folder)
    gone = ("resultat", "bearbetning", "atgardsplan", "utvardering", "beslut/2027")
    for name in (*gone, "aterkoppling/medborgare"):
        for path in folder.glob(f"{name}*"):
            path.unlink()
    return folder


def stop(dossier: Path, *words: str) -> Ran:
    return run(["stop", *words], dossier, NOW)


def answers(dossier: Path) -> dict[str, object]:
    [file] = read_dossier(dossier).files["stopp"]
    return {name: as_plain(answer) for name, answer in file.answers.items() if answer.filled}


def test_everything_is_in_one_file_and_nothing_else_has_changed(dossier: Path) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    assert stop(dossier, *WHOLE).exit_code == 0
    after = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    assert after.pop(dossier / "stopp.yaml").decode() == (
        "# Stopp\nslut: avbruten\nskäl: Bidraget drogs in.\norgan: kommunstyrelsen\n"
        "datum: 2027-05-04\nparagraf: 102\n"
    )
    assert after == before


def test_the_reason_the_organ_and_the_day_are_needed(dossier: Path) -> None:
    ran = stop(dossier, "--how", "avbruten")
    assert ran.exit_code == 2
    assert "Det här saknas: --reason (skäl), --organ (organ), --date (datum)" in " ".join(
        ran.err.split()
    )
    assert not (dossier / "stopp.yaml").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--how", "pausad"], "--how: pausad går inte att välja."),
        (["--date", "imorrn"], "--date: "),
        (["--how", "delad", "--with", "okänd"], "Mappen okänd är ingen annan dialog här."),
        (["--reason", "kompletteras"], "Skälet är bara "),
    ],
)
def test_what_cannot_be_read_stops_everything(dossier: Path, words: list[str], why: str) -> None:
    ran = stop(dossier, *WHOLE, *words)
    assert ran.exit_code == 2
    assert why in " ".join(ran.err.split())
    assert not (dossier / "stopp.yaml").exists()


def test_a_dialogue_is_stopped_once(dossier: Path) -> None:
    stop(dossier, *WHOLE)
    ran = stop(dossier, *WHOLE)
    assert ran.exit_code == 2
    assert "Dialogen är avbruten 4 maj 2027, kommunstyrelsen § 102. Inget är ändrat." in ran.err


def test_one_that_is_merged_says_with_which(dossier: Path) -> None:
    shutil.copytree(DOSSIERS / "hagfors", dossier.parent / "badet")
    merged = [*WHOLE, "--how", "sammanslagen"]
    assert "--with (andra dialoger)" in " ".join(stop(dossier, *merged).err.split())
    assert stop(dossier, *merged, "--with", "badet").exit_code == 0
    assert answers(dossier)["andra_dialoger"] == ["badet"]


def test_it_goes_on_and_the_stop_stays_as_a_pause(dossier: Path) -> None:
    before = run(["check", "--format", "json"], dossier, NOW).out
    stop(dossier, *WHOLE)
    ran = stop(dossier, "--resume", "Bidraget är beviljat.")
    assert ran.exit_code == 0
    assert ran.screen.startswith("Klart: dialogen fortsätter, Sammanställning.\n")
    assert answers(dossier) == {
        "uppehåll": [
            {
                "slut": "avbruten",
                "skäl": "Bidraget drogs in.",
                "datum": "2027-05-04",
                "fortsatte": "2027-05-05",
                "skäl_att_fortsätta": "Bidraget är beviljat.",
            }
        ]
    }
    assert run(["check", "--format", "json"], dossier, NOW).out == before


def test_it_can_be_stopped_again(dossier: Path) -> None:
    stop(dossier, *WHOLE)
    stop(dossier, "--resume", "Bidraget är beviljat.")
    assert stop(dossier, *SAID, "--date", "5/5").exit_code == 0
    now = answers(dossier)
    assert now["datum"] == "2027-05-05"
    assert len(now["uppehåll"]) == 1  # type: ignore[arg-type]


def test_whoever_enters_a_decision_afterwards_is_told_and_so_is_the_next_check(
    dossier: Path,
) -> None:
    stop(dossier, *WHOLE)
    given = ["--outcome", "bifall", "--date", "5/5", "--organ", "kommunfullmäktige"]
    words = ["decide", "beslut-och-åtgärdsplan", *given, "--incomplete", "Det var redan fattat."]
    ran = run(words, dossier, NOW)
    assert "Obs: Dialogen är avbruten 4 maj 2027, kommunstyrelsen § 102.\n" in ran.err
    found = json.loads(run(["check", "--format", "json"], dossier, NOW).out)["findings"]
    [later] = [one["path"] for one in found if one["rule"] == "efter-stoppet"]
    assert later == "beslut.sakbeslut.datum"


def test_what_is_wrong_in_a_stop_is_mended_by_the_commands_that_check_tells(dossier: Path) -> None:
    (dossier / "stopp.yaml").write_text("slut: pausad\nskäl: x\ndatum: 2028-05-04\n", "utf-8")
    told = run(["check", "--format", "json"], dossier, NOW).out
    own = [one for one in json.loads(told)["findings"] if one["path"].startswith("stopp.")]
    assert sorted((one["rule"], one["remedy"]) for one in own) == [
        ("fel-värde", "dialog set stopp.slut SVAR"),
        ("framtida-dag", "dialog set stopp.datum ÅÅÅÅ-MM-DD"),
        ("stoppets-form", "dialog set stopp.organ SVAR"),
        ("stoppets-form", "dialog set stopp.skäl SVAR"),
    ]
    mended = {"slut": "avbruten", "datum": "4/5", "organ": "kommunstyrelsen", "skäl": "Bidraget."}
    for name, text in mended.items():
        assert run(["set", f"stopp.{name}", text], dossier, NOW).exit_code == 0
    after = json.loads(run(["check", "--format", "json"], dossier, NOW).out)["findings"]
    assert [one["rule"] for one in after if one["path"].startswith("stopp.")] == ["avslutad"]


def test_what_is_not_stopped_does_not_go_on(dossier: Path) -> None:
    ran = stop(dossier, "--resume", "Bidraget är beviljat.")
    assert (ran.exit_code, ran.err.strip()) == (
        2,
        "Stopp: Dialogen är inte stoppad. Inget är ändrat.",
    )
