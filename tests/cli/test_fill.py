"""`dialog fill` without a person, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import changed, planning, without
from helpers.terminal import run

from dialogcli.disk.files import TextFile
from dialogcli.dossier import change
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain
from dialogcli.yamltext import editor, reader

EXCUSE = """\
barnrätt:
  ej_tillämpligt:
    skäl: inga barn reser med linjen
    av: handläggaren för medborgardialog, kansliavdelningen
    datum: 2025-02-24
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def test_without_a_terminal_it_says_what_to_do_instead(dossier: Path) -> None:
    ran = run(["fill", "dossier"], dossier.parent)
    assert (ran.exit_code, ran.out) == (2, "")
    assert (
        ran.err
        == """\
Stopp: Frågorna går inte att ställa här, för det finns ingen terminal.
Inget är ändrat. Svara i en fil, eller på en fråga i taget:
  dialog fill dossier --export-questions svar.yaml
  dialog fill dossier --answers svar.yaml
  dialog set FÄLT SVAR
"""
    )


def test_answers_come_from_a_file(dossier: Path) -> None:
    (dossier.parent / "svar.yaml").write_text(
        "handlingsplan:\n  kostnad: 49 500\n"
        "målgruppsanalys:\n  barnrätt: ej tillämpligt inga barn reser med linjen\n",
        "utf-8",
    )
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (
        ran.out
        == "Klart: 2 svar är sparade.\nNästa: dialog fill dossier --section kostnader (Fel V-48b)\n"
    )
    assert "\nkostnad: 49500\n" in (dossier / "handlingsplan.yaml").read_text("utf-8")
    assert EXCUSE in (dossier / "malgruppsanalys.yaml").read_text("utf-8")


def test_a_faulty_file_of_answers_changes_nothing(dossier: Path) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    (dossier.parent / "svar.yaml").write_text("handlingsplan:\n  kostnad: 1\n  riskr: x\n", "utf-8")
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert ran.exit_code == 2
    assert ran.err.endswith("Fältet riskr finns inte här. Menade du risker? (svar.yaml:3:3)\n")
    assert {path: path.read_bytes() for path in dossier.rglob("*.yaml")} == before


def test_a_section_goes_out_in_a_file_and_comes_back(dossier: Path) -> None:
    without(dossier, "malgruppsanalys.yaml", "barnrätt", "intressentanalys")
    ran = run(
        ["fill", "dossier", "--section", "målgrupp", "--export-questions", "svar.yaml"],
        dossier.parent,
    )
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == (
        "Klart: Frågorna finns i svar.yaml. Svara i filen och kör:\n"
        "  dialog fill dossier --answers svar.yaml\n"
    )
    path = dossier.parent / "svar.yaml"
    text = path.read_text("utf-8")
    assert "  # Svaret nu: 5 rader\n  målgrupper:\n" in text
    assert (
        "  # Källa: V-53, Direktiv för medborgardialog, Val av målgrupp (ska)\n  barnrätt:\n"
        in text
    )
    before = (dossier / "handlingsplan.yaml").read_bytes()
    for field, answer in (
        ("barnrätt", "Barn åker buss varje dag."),
        ("intressentanalys", "nej, grupperna är desamma i år"),
    ):
        text = text.replace(f"  {field}:\n", f"  {field}: {answer}\n")
    path.write_text(text, "utf-8")
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert ran.out == (
        "Klart: 2 svar är sparade.\n"
        "Nästa: dialog render --folder dossier (handlingarna till 5 mars)\n"
    )
    assert (dossier / "handlingsplan.yaml").read_bytes() == before
    assert "\n  svar: nej\n" in (dossier / "malgruppsanalys.yaml").read_text("utf-8")


def test_a_table_in_the_file_takes_the_place_of_the_one_there_is(dossier: Path) -> None:
    (dossier.parent / "svar.yaml").write_text(
        "handlingsplan:\n  risker:\n    - risk: Få kommer\n      åtgärd: Vi ringer runt\n", "utf-8"
    )
    assert run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent).exit_code == 0
    risks = read_dossier(dossier).answer("handlingsplan.risker")
    assert as_plain(risks) == [{"risk": "Få kommer", "åtgärd": "Vi ringer runt"}]


def test_a_file_that_cannot_be_read_is_mended_first(dossier: Path) -> None:
    changed(dossier, "budget.yaml", "poster:\n", "poster:\n  - vad: Lokal: Folkets hus\n")
    (dossier.parent / "svar.yaml").write_text("handlingsplan:\n  kostnad: 1\n", "utf-8")
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert ran.exit_code == 3
    assert "budget.yaml" in ran.err
    assert ran.err.endswith("Stopp: Rätta filen först. Inget är ändrat.\n")


def test_each_file_is_written_once_and_nothing_of_one_that_is_refused(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    replace = change.replace

    def noted(file: TextFile, text: str) -> TextFile:
        written.append(file.name)
        return replace(file, text)

    monkeypatch.setattr(change, "replace", noted)
    (dossier.parent / "svar.yaml").write_text(
        "initiativ:\n  frågeställning: Hur reser ni?\nhandlingsplan:\n  kostnad: 1\n  dokumentation: Vi antecknar\n"
        "  risker:\n    - risk: Få kommer\n    - risk: Regn\n      åtgärd: Tält\n",
        "utf-8",
    )
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert (ran.exit_code, ran.err) == (0, "")
    assert written == ["initiativ.yaml", "handlingsplan.yaml"]
    before = (dossier / "handlingsplan.yaml").read_bytes()

    def refused(text: str, path: object, value: object, order: object = ()) -> str:
        if value == "Vi filmar":
            raise editor.EditRefused
        return editor.set_value(text, path, value, order)  # type: ignore[arg-type]

    monkeypatch.setattr(change, "set_value", refused)
    (dossier.parent / "svar.yaml").write_text(
        "initiativ:\n  frågeställning: Hur vill ni resa?\nhandlingsplan:\n  kostnad: 2\n  dokumentation: Vi filmar\n",
        "utf-8",
    )
    ran = run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent)
    assert ran.exit_code == 4
    assert ran.err.endswith("1 svar är sparat. Resten står i svarsfilen.\n")
    assert (dossier / "handlingsplan.yaml").read_bytes() == before


def test_the_work_for_many_answers_grows_with_their_number_alone(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each edit parses its own file a few times; the others are read once, whatever is saved."""
    parsed: list[str] = []
    read = reader._read
    reader._read_again.cache_clear()

    def counted(text: str, file: str) -> reader.Reading:
        parsed.append(file)
        return read(text, file)

    monkeypatch.setattr(reader, "_read", counted)
    rows = "".join(f"    - risk: Risk {n}\n      åtgärd: Åtgärd {n}\n" for n in range(40))
    (dossier.parent / "svar.yaml").write_text(f"handlingsplan:\n  risker:\n{rows}", "utf-8")
    assert run(["fill", "dossier", "--answers", "svar.yaml"], dossier.parent).exit_code == 0
    assert len(parsed) < 3 * 80 + 100
