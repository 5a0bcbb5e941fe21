"""`dialog list`: the contract with other programs, filters, registers, and dossiers that cannot be
read.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from helpers.repositories import dialogue, eight
from helpers.terminal import Ran, run, run_in

SCHEMA = json.loads((Path(__file__).parents[1] / "screens" / "list.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only read here."""
    return eight(tmp_path_factory.mktemp("lista"))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """One dossier that can be read, and one that cannot."""
    (tmp_path / "register").mkdir()
    dialogue(tmp_path, "hel", "Hel", "förslag")
    (dialogue(tmp_path, "trasig", "Trasig", "förslag") / "dossier.yaml").write_text(
        "titel: [\n", "utf-8"
    )
    return tmp_path


def listed(folder: Path, *words: str) -> Any:
    """What is said as JSON, which always has the form of the schema."""
    ran = run(["list", *words, "--format", "json"], folder)
    report = json.loads(ran.out)
    jsonschema.validate(report, SCHEMA)
    return report


def folders(folder: Path, *words: str) -> list[str]:
    return [one["dossier"] for one in listed(folder, *words)["dialogues"]]


def rows(ran: Ran) -> list[list[str]]:
    return [line.split(";") for line in ran.out.removeprefix("\ufeff").splitlines()]


def test_overdue_feedback_stands_first_and_what_is_over_last(repository: Path) -> None:
    assert folders(repository) == [
        "biblioteket",
        "badplatsen",
        "motesplatser",
        "skolvagar",
        "ungas-fritid",
        "centrum",
        "oppettider",
        "motionsspar",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--overdue"], ["biblioteket", "badplatsen"]),
        (["--step", "planering"], ["ungas-fritid"]),
        (["--step", "Ej dialog"], ["oppettider"]),
        (["--step", "avslagen"], ["motionsspar"]),
        (["--organ", "Bildningsutskottet", "--step", "planering"], ["ungas-fritid"]),
        (["--organ", "miljönämnden"], []),
        (["--overdue", "--step", "planering"], []),
    ],
)
def test_filters(words: list[str], found: list[str], repository: Path) -> None:
    assert folders(repository, *words) == found


def test_one_dialogue_as_json(repository: Path) -> None:
    (one, _) = listed(repository, "--overdue")["dialogues"]
    assert (one["title"], one["step"], one["rulebook"]) == (
        "Meröppet bibliotek",
        "återkoppling",
        "hagfors 1.0",
    )
    assert one["feedback"] == {"done": 1, "of": 2, "overdue_days": 24}
    assert one["next"] == {
        "date": "2025-01-31",
        "days": -24,
        "kind": "feedback",
        "what": "de som deltog i dialogen",
        "organ": "",
    }


def test_a_spreadsheet_gets_whole_titles_and_bytes_of_its_own_in_every_code_page(
    repository: Path,
) -> None:
    found = rows(run(["list", "--format", "csv"], repository))
    assert found[0][:2] == ["Mapp", "Dialog"]
    assert "Ungas fritidsresor och platser att vara på efter skolan" in [row[1] for row in found]
    for encoding in ("utf-8", "cp1252", "cp850"):
        data = run_in(encoding, ["list", "--format", "csv"], repository)
        assert data.startswith(b"\xef\xbb\xbfMapp;Dialog;")
        assert "FÖRSENAD 24 dagar" in data.decode("utf-8-sig")


def test_commands_that_are_printed_work_from_where_one_stands(repository: Path) -> None:
    ran = run(["list", "--repo", "dialoger"], repository.parent)
    assert "dialog list --repo dialoger --overdue\nNästa: " in ran.out
    assert "dialog add återkoppling --folder dialoger/biblioteket" in ran.out
    assert folders(repository.parent, "--repo", "dialoger")[0] == "dialoger/biblioteket"


def test_a_repository_is_seen_from_within_a_dossier(repository: Path) -> None:
    assert folders(repository / "badplatsen")[:2] == ["../biblioteket", "."]


def test_a_dossier_that_cannot_be_read_is_a_line_and_hides_no_other(two: Path) -> None:
    ran = run(["list"], two)
    assert ran.exit_code == 3
    assert "Hel" in ran.out
    assert "Går inte att läsa: 1\n  trasig: " in ran.out
    assert "Se: dialog check trasig" in " ".join(ran.out.split())
    assert ran.err == "Stopp: 1 dossier går inte att läsa. De andra är med i listan.\n"


def test_it_is_told_to_other_programs_too(two: Path) -> None:
    report = listed(two)
    assert (
        [one["dossier"] for one in report["dialogues"]],
        [one["dossier"] for one in report["unreadable"]],
    ) == (["hel"], ["trasig"])
    assert rows(run(["list", "--format", "csv"], two))[-1][:6] == [
        "trasig",
        "",
        "",
        "",
        "",
        "går inte att läsa",
    ]
    assert run(["list", "--register", "överväganden", "--format", "json"], two).exit_code == 3


def test_a_dossier_with_one_file_that_cannot_be_read_is_not_shown_as_if_it_were_whole(
    two: Path,
) -> None:
    (two / "hel" / "forslag.yaml").write_text("syfte: [\n", "utf-8")
    assert [one["dossier"] for one in listed(two)["unreadable"]] == ["hel", "trasig"]


def test_an_empty_folder(tmp_path: Path) -> None:
    ran = run(["list"], tmp_path)
    assert (ran.exit_code, ran.out) == (0, "Här finns inga dialoger. Påbörja en: dialog new\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--repo", "borta"], "Stopp: Mappen borta finns inte.\n"),
        (
            ["--register", "övervägandn"],
            "Stopp: Registret övervägandn finns inte. Menade du överväganden?\n",
        ),
        (["--step", "planring"], "Stopp: Steget planring finns inte. Menade du Planering?\n"),
    ],
)
def test_slips(words: list[str], said: str, repository: Path) -> None:
    ran = run(["list", *words], repository)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_what_was_considered_is_kept_also_after_a_no(repository: Path) -> None:
    (register,) = listed(repository, "--considered")["registers"]
    steps = {entry["dossier"]: entry["step"] for entry in register["entries"]}
    assert (len(steps), steps["oppettider"], steps["motionsspar"]) == (8, "Ej dialog", "Avslagen")
    assert register["entries"][0]["values"]["dialog_behövs"].startswith(
        "ja. Förslaget rör vardagen"
    )


def test_lessons_learned_stand_together(repository: Path) -> None:
    (register,) = listed(repository, "--register", "lärdomar")["registers"]
    assert [entry["dossier"] for entry in register["entries"]] == ["centrum"]


def test_feedback_owed_and_overdue(repository: Path) -> None:
    (every,) = listed(repository, "--register", "återkoppling")["registers"]
    (late,) = listed(repository, "--register", "aterkoppling", "--overdue")["registers"]
    assert [
        (entry["dossier"], entry["values"]["till"], entry["values"]["läge"])
        for entry in late["entries"]
    ] == [
        ("biblioteket", "de som deltog i dialogen", "FÖRSENAD 24 dagar"),
        ("badplatsen", "allmänheten", "FÖRSENAD 10 dagar"),
    ]
    assert {entry["values"]["läge"] for entry in every["entries"]} == {
        "FÖRSENAD 24 dagar",
        "FÖRSENAD 10 dagar",
        "klar",
        "kommande",
    }


def test_a_register_for_a_spreadsheet(repository: Path) -> None:
    heading, *found = rows(
        run(["list", "--register", "återkoppling", "--overdue", "--format", "csv"], repository)
    )
    assert heading == ["Register", "Mapp", "Namn", "Steg", "Till", "Planerad", "Lämnad", "Läge"]
    assert found[0] == [
        "Återkoppling",
        "biblioteket",
        "Meröppet bibliotek, dnr KS 2025/31",
        "Återkoppling",
        "de som deltog i dialogen",
        "2025-01-31",
        "nej",
        "FÖRSENAD 24 dagar",
    ]


def test_an_area_is_put_on_the_list_and_judged_there(tmp_path: Path) -> None:
    (tmp_path / "register").mkdir()
    dossier = dialogue(tmp_path, "a", "A", "förslag")
    field = "register.kandidatområden.Nytt badhus.område_föreslaget_av"
    assert run(["set", field, "kommunledningskontoret"], dossier).out == (
        "Klart: Svaret är sparat. (register/kandidatomraden/nytt-badhus.yaml:19:23)\n"
    )
    ran = run(["list", "--register", "kandidatområden"], tmp_path)
    assert ran.exit_code == 1
    assert "Fel H-23b: Organ som har föreslagit området: kommunledningskontoret." in " ".join(
        ran.out.split()
    )
    assert run(["set", field, "bildningsutskottet"], tmp_path).exit_code == 0
    ran = run(["list", "--register", "kandidatområden"], tmp_path)
    assert (ran.exit_code, ran.out.splitlines()[-1]) == (
        0,
        "Ny rad: dialog set register.kandidatområden.NAMN.område_föreslaget_av SVAR",
    )


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "register.kandidatområden",
            "Stopp: Skriv också vilken rad och vilket fält det gäller. Inget är ändrat.",
        ),
        (
            "register.kandidatomrade.a.b",
            "Stopp: Det finns inget register kandidatomrade att skriva i. Menade du",
        ),
        ("register.lärdomar.a.b", "Stopp: Det finns inget register lärdomar att skriva i."),
        ("register.kandidatområden.a.nix", "Stopp: Fältet nix finns inte i regelverket."),
    ],
)
def test_what_no_register_has_changes_nothing(field: str, said: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    dialogue(tmp_path, "a", "A", "förslag")
    ran = run(["set", field, "x"], tmp_path)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert not list(tmp_path.glob("register/*/*"))


def test_registers_need_a_rulebook_where_there_is_no_dossier(tmp_path: Path) -> None:
    ran = run(["list", "--register", "kandidatområden"], tmp_path)
    assert (ran.exit_code, ran.err.splitlines()[0]) == (
        2,
        "Stopp: Här finns ingen dossier som säger vilket regelverk ni följer.",
    )
    ran = run(["list", "--register", "kandidatområden", "--rulebook", "hagfors"], tmp_path)
    assert (ran.exit_code, ran.out.splitlines()[0]) == (
        0,
        "Områden som har föreslagits för dialog (Hagfors kommun): 0",
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_window(columns: int, repository: Path) -> None:
    lines = run(["list"], repository, columns=columns).out.splitlines()
    long = [line for line in lines if len(line) > columns]
    assert [line for line in long if not line.startswith("dialog add ")] == []


def test_dossiers_with_one_case_number_are_told(tmp_path: Path) -> None:
    """Most often the one is a copy of the other's folder."""
    dialogue(tmp_path, "badplatsen", "Badplatsen")
    dialogue(tmp_path, "badplatsen - Kopia", "Badplatsen")
    said = run(["list"], tmp_path).out
    number = listed(tmp_path)["dialogues"][0]["dnr"][0]

    assert "Samma diarienummer: 1\n" in said
    assert f"  {number}: badplatsen och badplatsen - Kopia. Är den ena en kopia?\n" in said
