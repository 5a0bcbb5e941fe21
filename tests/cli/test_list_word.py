"""`dialog list --word`: the list of dialogues and the registers as Word files, and what is left
alone.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.documents import lines, opened, parts, texts
from helpers.dossiers import changed
from helpers.letterheads import png
from helpers.repositories import dialogue, eight
from helpers.schemas import invalid
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.documents.accessibility import flaws

NOW = datetime(2025, 2, 24, 9, 0)
PLACE = Path("handlingar")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight dialogues, with all their extracts made."""
    repository = eight(tmp_path_factory.mktemp("utdrag"))
    for words in (
        [],
        ["--considered"],
        ["--register", "lärdomar"],
        ["--register", "återkoppling"],
        ["--register", "kandidatområden"],
        ["--overdue"],
    ):
        ran = listed(repository, *words)
        assert ran.exit_code == 0, ran.screen
    return repository


def listed(folder: Path, *words: str) -> Ran:
    return run(["list", "--word", *words], folder, NOW)


def document(repository: Path, name: str = "registerutdrag") -> bytes:
    return (repository / PLACE / f"{name}.docx").read_bytes()


def table(data: bytes) -> list[list[str]]:
    [found] = opened(data).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


def headings(data: bytes, level: int) -> list[str]:
    return [text for style, text in lines(data) if style.lower() == f"heading {level}"]


def test_the_list_of_dialogues_is_a_table_in_the_order_of_the_list(region: Path) -> None:
    head, *rows = table(document(region))
    assert head == [
        "Dialog",
        "Diarienummer",
        "Ansvarigt politiskt organ",
        "Läge",
        "Nästa datum",
        "Återkoppling",
    ]
    assert rows[0] == [
        "Meröppet bibliotek",
        "KS 2025/31",
        "kommunstyrelsen",
        "Återkoppling",
        "2025-01-31",
        "FÖRSENAD 24 dagar",
    ]
    assert [row[0] for row in rows][-2:] == ["Museets öppettider", "Nytt motionsspår"]


def test_it_says_what_it_is_of_which_day_and_how_much_there_is(region: Path) -> None:
    text = texts(document(region))
    assert "Registerutdrag\nMedborgardialoger\n" in text
    assert ("24\N{NO-BREAK SPACE}februari" in text, "Antal:\t8" in text, "Urval:" in text) == (
        True,
        True,
        False,
    )


def test_a_choice_is_told_and_has_a_file_of_its_own(region: Path) -> None:
    data = document(region, "registerutdrag-forsenat")
    assert "Urval:\tBara dialoger med försenad återkoppling." in texts(data)
    assert [row[0] for row in table(data)[1:]] == ["Meröppet bibliotek", "Badplatsen vid Lillsjön"]


def test_a_register_with_reasons_has_a_heading_for_each_dialogue(region: Path) -> None:
    """They would not fit into the columns of an upright page, and a letterhead cannot be turned."""
    data = document(region, "registerutdrag-overvaganden")
    assert opened(data).tables == []
    assert (len(headings(data, 2)), set(headings(data, 3))) == (
        8,
        {"Förslag som övervägs", "Behov av medborgardialog"},
    )
    told = texts(data)
    assert told.count("Ja. Förslaget rör vardagen för alla i bygden") == 7
    assert told.count("Nej. Förslaget rör vardagen för alla i bygden") == 1
    assert "Bedömning av kommunledningskontoret, 14\N{NO-BREAK SPACE}januari" in told


def test_feedback_that_is_owed_is_a_table(region: Path) -> None:
    head, first, *_ = table(document(region, "registerutdrag-aterkoppling"))
    assert head == ["Dialog", "Diarienummer", "Till", "Planerad", "Lämnad", "Läge"]
    assert first == [
        "Meröppet bibliotek",
        "KS 2025/31",
        "de som deltog i dialogen",
        "2025-01-31",
        "nej",
        "FÖRSENAD 24 dagar",
    ]


def test_every_extract_can_be_read_by_everybody_and_opened_by_word(region: Path) -> None:
    files = sorted((region / PLACE).glob("*.docx"))
    assert len(files) == 6
    for file in files:
        assert (file.name, flaws(file.read_bytes()), invalid(file.read_bytes())) == (
            file.name,
            [],
            [],
        )


def test_the_same_dossiers_give_the_same_bytes_wherever_they_lie(
    region: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kopia"
    shutil.copytree(region, copy)
    shutil.rmtree(copy / PLACE)
    assert (
        listed(tmp_path, "--repo", "kopia").out
        == "Klart: kopia/handlingar/registerutdrag.docx är skapad.\n"
    )
    assert listed(copy / "badplatsen", "--considered").out.startswith(
        "Klart: ../handlingar/registerutdrag-overv"
    )
    for name in ("registerutdrag", "registerutdrag-overvaganden"):
        assert document(copy, name) == document(region, name)


def test_the_dossiers_are_untouched(tmp_path: Path) -> None:
    repository = eight(tmp_path)
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    listed(repository)
    after = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file()}
    assert {path for path in after if path not in before} == {
        repository / PLACE / "registerutdrag.docx",
        repository / PLACE / "manifest.json",
    }
    assert {path: after[path] for path in before} == before


def test_a_file_changed_by_hand_stays(tmp_path: Path) -> None:
    repository = eight(tmp_path)
    listed(repository)
    file = repository / PLACE / "registerutdrag.docx"
    file.write_bytes(file.read_bytes() + b"saved again")
    edited = file.read_bytes()
    ran = listed(repository)
    assert (ran.exit_code, file.read_bytes()) == (4, edited)
    assert "bredvid: handlingar/registerutdrag (2).docx" in " ".join(ran.err.split())
    assert (repository / PLACE / "registerutdrag (2).docx").is_file()


def test_no_extract_is_made_that_lacks_a_dialogue(tmp_path: Path) -> None:
    dialogue(tmp_path, "hel", "Hel", "förslag")
    (dialogue(tmp_path, "trasig", "Trasig", "förslag") / "dossier.yaml").write_text(
        "titel: [\n", "utf-8"
    )
    for words in ([], ["--register", "lärdomar"], ["--register", "återkoppling"]):
        ran = run(["list", "--word", "--repo", ".", *words], tmp_path, NOW)
        assert ran.exit_code == 3
        assert "trasig: " in ran.out
        assert ran.err == "Stopp: 1 dossier går inte att läsa. Inget utdrag är skapat.\n"
    assert not (tmp_path / PLACE).exists()


def test_no_extract_is_made_that_lacks_an_entry_of_the_registers_own(tmp_path: Path) -> None:
    dialogue(tmp_path, "hel", "Hel", "förslag")
    folder = tmp_path / "register" / "kandidatomraden"
    folder.mkdir(parents=True)
    (folder / "badhus.yaml").write_text("förslag_som_prövas: [\n", "utf-8")
    ran = listed(tmp_path, "--register", "kandidatområden")
    assert ran.exit_code == 3
    assert "register/kandidatomraden/badhus.yaml:" in ran.err
    assert not (tmp_path / PLACE).exists()


def test_entries_of_the_registers_own_stand_beside_those_of_dialogues(tmp_path: Path) -> None:
    (tmp_path / "register").mkdir()
    dossier = dialogue(tmp_path, "a", "Parken", "förslag")
    run(
        [
            "set",
            "register.kandidatområden.Nytt badhus.område_föreslaget_av",
            "kommunledningskontoret",
        ],
        dossier,
    )
    ran = listed(tmp_path, "--register", "kandidatområden")
    assert ran.exit_code == 1
    assert ran.err == "Obs: Registret har 1 fel. Se: dialog list --register kandidatområden\n"
    data = document(tmp_path, "registerutdrag-kandidatomraden")
    assert headings(data, 2) == ["Parken", "Nytt badhus"]
    assert "kommunledningskontoret" in texts(data)


def test_a_column_that_says_the_title_again_is_left_out(tmp_path: Path) -> None:
    shutil.copytree(DOSSIERS / "sandviken", tmp_path / "torget")
    assert listed(tmp_path, "--register", "dialoger", "--repo", ".").exit_code == 0
    text = texts(document(tmp_path, "registerutdrag-dialoger"))
    assert ("Titel" in text, "Ansvarigt" in text, "Ombyggnad av torget" in text) == (
        False,
        True,
        True,
    )
    assert headings(document(tmp_path, "registerutdrag-dialoger"), 2) == ["Torget i Lärkhyttan"]


def test_registers_of_several_rulebooks_are_files_of_their_own(tmp_path: Path) -> None:
    for name in ("sandviken", "hagfors"):
        shutil.copytree(DOSSIERS / name, tmp_path / name)
    assert listed(tmp_path, "--register", "lärdomar", "--repo", ".").exit_code == 0
    for name, organisation in (("hagfors", "Hagfors kommun"), ("sandviken", "Sandvikens kommun")):
        assert organisation in texts(document(tmp_path, f"registerutdrag-lardomar-{name}"))


def test_pictures_come_each_from_its_own_dossier(tmp_path: Path) -> None:
    for name, picture in (("en", png()), ("annan", png(b"\0\0\0"))):
        folder = dialogue(tmp_path, name, name, "förslag")
        (folder / "vy.png").write_bytes(picture)
        changed(
            folder, "overvagande.yaml", "prövas: |\n", f"prövas: |\n  ![Vy över {name}](vy.png)\n\n"
        )
    ran = listed(tmp_path, "--considered", "--repo", ".")
    assert ran.exit_code == 0, ran.screen
    found = parts(document(tmp_path, "registerutdrag-overvaganden"))
    assert {data for name, data in found.items() if name.startswith("word/media/")} == {
        png(),
        png(b"\0\0\0"),
    }
    (tmp_path / "annan" / "vy.png").unlink()
    ran = listed(tmp_path, "--considered", "--repo", ".")
    assert ran.exit_code == 3
    assert "annan/overvagande.yaml:" in ran.err


def test_nothing_to_show_is_said(tmp_path: Path) -> None:
    dialogue(tmp_path, "a", "A", "förslag")
    assert listed(tmp_path, "--overdue", "--repo", ".").exit_code == 0
    data = document(tmp_path, "registerutdrag-forsenat")
    assert "Det finns inget att visa den här dagen." in texts(data)
    assert flaws(data) == []


def test_without_dialogues_there_is_no_extract(tmp_path: Path) -> None:
    ran = listed(tmp_path)
    assert (ran.exit_code, list(tmp_path.iterdir())) == (2, [])
    assert ran.err == "Stopp: Här finns inga dialoger. Inget utdrag är skapat.\n"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_word_file_has_no_other_form(form: str, tmp_path: Path) -> None:
    dialogue(tmp_path, "a", "A", "förslag")
    assert listed(tmp_path, "--format", form).exit_code == 2
    assert not (tmp_path / PLACE).exists()


def test_an_organisation_writes_its_own_extracts(tmp_path: Path) -> None:
    dossier = dialogue(tmp_path, "a", "A", "förslag")
    (tmp_path / ".git").mkdir()
    run(["templates", "copy", "registerutdrag"], dossier)
    own = tmp_path / "mallar" / "registerutdrag.md.j2"
    assert run(["templates", "check"], dossier).exit_code == 0
    own.write_text("# {{ dossier.titel }}\n\n{{ utdrag.postr }}\n", "utf-8")
    ran = run(["templates", "check"], dossier)
    assert ran.exit_code == 1
    assert "Fältet postr finns inte. (mallar/registerutdrag.md.j2:3:11)" in " ".join(
        ran.out.split()
    )
    assert listed(tmp_path).exit_code == 3
    own.write_text("# {{ dossier.titel }}\n\n{{ utdrag.poster.rows | length }} dialog.\n", "utf-8")
    assert listed(tmp_path).exit_code == 0
    assert texts(document(tmp_path)).strip().endswith("1 dialog.")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("registerutdrag", "utdrag.poster"),
        ("Föredragningslista", "agenda.plats"),
    ],
)
def test_its_fields_are_told_as_those_of_the_agenda(name: str, field: str, tmp_path: Path) -> None:
    ran = run(["templates", "fields", name], dialogue(tmp_path, "a", "A", "förslag"))
    assert (ran.exit_code, field in ran.out, "förslag.syfte" in ran.out) == (0, True, False)
    assert field in run(["templates", "fields"], tmp_path / "a").out


def test_verify_knows_it_where_it_lies(tmp_path: Path) -> None:
    dialogue(tmp_path, "a", "A", "förslag")
    (tmp_path / ".git").mkdir()
    listed(tmp_path)
    ran = run(["verify", "handlingar/registerutdrag.docx"], tmp_path)
    assert ran.out == (
        "registerutdrag.docx är skapad ur Medborgardialoger, se varje dialog.\n"
        "  Regler:     hagfors 1.0, mall registerutdrag\n  Skapad:     24 februari 2025\n"
        "  Word-filen: så som den skapades\n"
        "Filen visar det som gällde när den skapades.\n"
    )
    file = tmp_path / PLACE / "registerutdrag.docx"
    file.write_bytes(file.read_bytes() + b"x")
    assert (
        "ändrad efter att den skapades"
        in run(["verify", "handlingar/registerutdrag.docx"], tmp_path).out
    )
