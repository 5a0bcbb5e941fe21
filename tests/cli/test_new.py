"""`dialog new` without a person: options and files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from helpers.terminal import Ran, run

from dialogcli.dossier.reading import read_dossier

NEW = datetime(2027, 1, 18, 9, 30)
FOLDER = "2027-kollektivtrafik-i-glesbygd"
TITLE = ["--rulebook", "varmland", "--title", "Kollektivtrafik i glesbygd"]


def new(folder: Path, *words: str) -> Ran:
    return run(["new", *words], folder, NEW)


def answered(folder: Path, *changes: tuple[str, str]) -> str:
    """The exported questions with some answers in them."""
    assert new(folder, "--rulebook", "varmland", "--export-questions", "svar.yaml").exit_code == 0
    path = folder / "svar.yaml"
    text = path.read_text("utf-8")
    for key, answer in changes:
        assert text.count(f"{key}:\n") == 1, key
        text = text.replace(f"{key}:\n", f"{key}: {answer}\n")
    path.write_text(text, "utf-8")
    return "svar.yaml"


def test_title_and_rulebook_are_enough_for_a_folder(tmp_path: Path) -> None:
    ran = new(tmp_path, *TITLE, "--dnr", "RV 2027/118", "--dnr", "RV 2027/119")
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        ran.out == f"Klart: Mappen {FOLDER} är skapad.\nNästa: dialog fill {FOLDER}\n"
        "(9 frågor kvar till Presidiets beslut)\n"
    )
    dossier = read_dossier(tmp_path / FOLDER)
    assert (dossier.remarks, dossier.faults) == ((), ())
    assert dossier.text("dossier.titel") == "Kollektivtrafik i glesbygd"
    numbers = dossier.answer("dossier.dnr")
    assert numbers is not None
    assert [row.text for row in numbers.rows] == ["RV 2027/118", "RV 2027/119"]


def test_the_folder_may_have_another_name(tmp_path: Path) -> None:
    ran = new(tmp_path, *TITLE, "--folder", "buss")
    assert ran.out == (
        "Klart: Mappen buss är skapad.\n"
        "Nästa: dialog fill buss (9 frågor kvar till Presidiets beslut)\n"
    )


def test_a_folder_that_exists_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    ran = new(tmp_path, *TITLE)
    assert ran.exit_code == 4
    assert (
        ran.err
        == f"""\
Stopp: Mappen {FOLDER} finns redan. Inget är skapat.
Fortsätt med den: dialog fill {FOLDER}
Eller välj ett annat namn: --folder MAPP
"""
    )
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_without_a_rulebook_the_ones_there_are_are_named(tmp_path: Path) -> None:
    ran = new(tmp_path)
    assert ran.exit_code == 2
    assert "Det här saknas: --rulebook (regelverkets namn), --title\n(ärendets titel)" in ran.err
    assert "Regelverk som finns: " in ran.err


def test_a_misspelt_rulebook_creates_nothing(tmp_path: Path) -> None:
    ran = new(tmp_path, "--rulebook", "varmlnd", "--title", "Torget")
    assert ran.exit_code == 2
    assert ran.err == "Stopp: Regelverket varmlnd finns inte. Menade du varmland?\n"
    assert list(tmp_path.iterdir()) == []


def test_questions_go_out_in_a_file_and_come_back_as_answers(tmp_path: Path) -> None:
    file = answered(
        tmp_path,
        ("titel", "Kollektivtrafik i glesbygd"),
        ("  främsta_syfte", "1"),
        ("  inkom", "2 jan"),
        ("  handläggare", "utredaren"),
        ("  initiativ_intresse", "Vi vet inte hur folk reser i dag."),
    )
    ran = new(tmp_path, "--answers", file)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        ran.out
        == f"""\
Klart: Mappen {FOLDER} är skapad.
4 svar är sparade.
Nästa: dialog fill {FOLDER}
(7 frågor kvar till Presidiets beslut)
"""
    )
    dossier = read_dossier(tmp_path / FOLDER)
    assert dossier.text("prövning.främsta_syfte") == "politiskt_beslut"
    assert dossier.text("initiativ.inkom") == "2027-01-02"
    assert dossier.text("initiativ.initiativ_intresse.av") == "utredaren"


def test_what_is_wrong_in_a_file_is_told_at_once_and_nothing_is_created(tmp_path: Path) -> None:
    file = answered(tmp_path, ("titel", "Torget"), ("  främsta_syfte", "4"), ("  inkom", "31/4"))
    ran = new(tmp_path, "--answers", file)
    assert ran.exit_code == 2
    assert ran.err.startswith(
        "Stopp: Svarsfilen svar.yaml går inte att använda. Inget är ändrat.\n"
    )
    assert "Nummer 4 finns inte." in ran.err
    assert "Datumet 31/4 finns inte." in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["svar.yaml"]


def test_a_file_without_a_title_is_not_enough(tmp_path: Path) -> None:
    ran = new(tmp_path, "--answers", answered(tmp_path))
    assert ran.exit_code == 2
    assert ran.err == (
        "Stopp: Svarsfilen svar.yaml räcker inte. Inget är skapat.\n"
        "Det här saknas: --title (ärendets titel)\n"
    )


def test_exported_questions_never_replace_a_file(tmp_path: Path) -> None:
    answered(tmp_path, ("titel", "Torget"))
    ran = new(tmp_path, "--rulebook", "varmland", "--export-questions", "svar.yaml")
    assert ran.exit_code == 4
    assert "titel: Torget" in (tmp_path / "svar.yaml").read_text("utf-8")
