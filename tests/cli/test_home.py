"""`dialog` alone, and which dossier the other commands mean where none is named."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import planning, without
from helpers.repositories import eight
from helpers.terminal import run

AFTER_THE_MEETING = datetime(2025, 3, 6, 10, 31)


def test_in_a_dossier_the_first_row_is_what_status_says_comes_next(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    ran = run([], dossier, AFTER_THE_MEETING)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        ran.out
        == """\
Kollektivtrafik i glesbygd, dnr RV 2025/118
Steg 4 av 12, Beslut om handlingsplan. Mötet var i går.
  1  För in beslutet      dialog decide handlingsplan
  2  Se läget             dialog status
  3  Skapa handlingarna   dialog render
"""
    )
    last = run(["status"], dossier, AFTER_THE_MEETING).out.splitlines()[-1]
    assert last == "Nästa: dialog decide handlingsplan (mötet var i går)"


def test_line_by_line_and_in_a_narrow_window_it_is_sentences(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    for words, columns in ((["--plain"], 80), ([], 30)):
        out = run(words, dossier, AFTER_THE_MEETING, columns=columns).out
        assert "2. Se läget: dialog status" in out


def test_a_list_of_dialogues_is_printed_where_nobody_can_choose(tmp_path: Path) -> None:
    repository = eight(tmp_path)
    ran = run([], repository)
    assert (ran.exit_code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "8 dialoger. Den som har väntat längst står först."
    assert [line[5:29].rstrip() for line in lines if line[:3].strip().isdigit()] == [
        "Meröppet bibliotek",
        "Badplatsen vid Lillsjön",
        "Mötesplatser i Tallb ...",
        "Säkra skolvägar",
        "Ungas fritidsresor o ...",
        "Centrum i Tallbäcksfors",
        "Museets öppettider",
        "Nytt motionsspår",
    ]


def test_what_cannot_be_read_stands_before_what_is_over(tmp_path: Path) -> None:
    repository = eight(tmp_path)
    (repository / "skolvagar" / "plan.yaml").write_text("a: [\n", "utf-8")
    rows = [line.strip() for line in run([], repository).out.splitlines()]
    assert "5  skolvagar                  1 fil går inte att läsa" in rows


def test_above_the_only_dossier_every_command_finds_it(tmp_path: Path) -> None:
    planning(tmp_path)
    told = "Dialog: mappen dossier\n"
    for words in (["check"], ["status"], ["fill"], ["decide"], ["render", "--status"]):
        assert run(words, tmp_path).err.startswith(told), words
    ran = run(["status", "--format", "json"], tmp_path)
    assert (ran.err, json.loads(ran.out)["dossier"]) == (told, "dossier")


def test_what_is_made_there_is_told_from_where_one_stands(tmp_path: Path) -> None:
    planning(tmp_path)
    out = run(["render", "handlingsplan"], tmp_path).out
    assert out.startswith("Klart: dossier/handlingar/handlingsplan.docx är skapad")


@pytest.mark.parametrize("words", [["check"], ["set", "kostnad", "1"], ["decide"], ["add"]])
def test_of_several_nobody_guesses_which(words: list[str], tmp_path: Path) -> None:
    repository = eight(tmp_path)
    ran = run(words, repository)
    assert (ran.exit_code, ran.out) == (2, "")
    first, *folders = ran.err.splitlines()
    assert first == "Stopp: Här finns 8 dialoger. Skriv vilken mapp det gäller. Inget är ändrat."
    assert sorted(folders) == sorted(
        f"  {one.parent.name}" for one in repository.glob("*/dossier.yaml")
    )


def test_nothing_is_written(tmp_path: Path) -> None:
    repository = eight(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    run([], repository)
    run([], repository / "centrum")
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*")} == before


def test_decide_alone_means_the_next_decision(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    given = ["decide", "--outcome", "bifall", "--date", "5/3", "--paragraph", "17"]
    ran = run(given, dossier, AFTER_THE_MEETING)
    assert ran.exit_code == 0
    assert "Klart: Beslutet är infört i beslut/2025-03-05-handlingsplan.yaml.\n" in ran.out
    assert (dossier / "beslut" / "2025-03-05-handlingsplan.yaml").is_file()


def test_where_the_next_decision_is_not_at_hand_those_that_exist_are_told(tmp_path: Path) -> None:
    dossier = planning(tmp_path)
    without(dossier, "handlingsplan.yaml", "datum")
    without(dossier, "kommunikationsplan.yaml", "datum")
    ran = run(["decide"], dossier)
    assert (ran.exit_code, ran.out) == (2, "")
    assert (
        ran.err
        == """\
Stopp: Nästa beslut är Beslut om handlingsplan, men det är inte dags än:
Planering pågår. Inget är ändrat.
Gäller det ett annat beslut? Skriv vilket:
  dialog decide handlingsplan
  dialog decide kommunikationsplan
  dialog decide beslut-i-sakfrågan
Rätta det senaste: dialog decide presidiets-beslut --correct
"""
    )
