"""A fifth organisation, invented here: two decisions, forms, fields and audiences of its own, and
not a line of Python.

Everything that it is stands in `fifth/regelverk`. The commands are those that its people would
type.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.terminal import Ran, run

FIFTH = Path(__file__).parent / "fifth"
FOLDER = "2027-bryggan-vid-norra-kajen"


class City:
    """The folder of the city with its rulebook, on some day."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "lammvik"
        shutil.copytree(FIFTH, self.root)

    @property
    def dossier(self) -> Path:
        return self.root / FOLDER

    def at(self, day: str, *words: str) -> Ran:
        """Type a command in the dossier, or in the city's folder while there is none."""
        where = self.dossier if self.dossier.is_dir() else self.root
        return run(list(words), where, datetime.fromisoformat(f"{day}T10:00"))

    def done(self, day: str, *words: str) -> str:
        """The same, when it has to succeed; returns what it says."""
        ran = self.at(day, *words)
        assert (ran.exit_code, ran.err) == (0, ""), ran.screen
        return ran.out

    def findings(self, day: str) -> list[str]:
        report = json.loads(self.at(day, "check", "--format", "json").out)
        return [f"{finding['severity']} {finding['rule']}" for finding in report["findings"]]

    def step(self, day: str) -> str | None:
        step: str | None = json.loads(self.at(day, "check", "--format", "json").out)["step"]
        return step


@pytest.fixture
def city(tmp_path: Path) -> City:
    return City(tmp_path)


def test_its_rulebook_has_no_faults_and_its_cases_hold(city: City) -> None:
    assert "Klart: Regelverket har inga fel. 11 krav: 10 prövas" in city.done(
        "2027-02-01", "rules", "check"
    )
    assert "Klart: Alla 2 fall stämmer." in city.done("2027-02-01", "rules", "test")
    assert "lammvik  Lammviks stad, version 2027" in city.done("2027-02-01", "rules", "list")


def test_a_dialogue_from_the_first_thought_to_the_last_answer(city: City) -> None:
    city.done("2027-02-01", "new", "--answers", "uppslag.yaml")
    assert city.findings("2027-02-01") == []
    assert city.step("2027-02-01") == "ja_från_stadsdelen"
    status = city.done("2027-02-01", "status")
    assert "Vems tur: stadsdelsrådet" in status
    assert "Stadsdelens ja" in status

    city.done(
        "2027-03-02",
        "decide",
        "stadsdelens-ja",
        "--outcome",
        "bifall",
        "--date",
        "2027-03-01",
        "--paragraph",
        "4",
    )
    assert city.step("2027-03-02") == "vandringsplan"
    assert "Vems tur: kajvärden" in city.done("2027-03-02", "status")
    assert city.findings("2027-03-02") == ["fel KAJ-04", "varning KAJ-05", "fel KAJ-06"]

    city.done("2027-04-05", "fill", "--answers", "../plan.yaml")
    assert city.findings("2027-04-05") == []
    assert city.step("2027-04-05") == "genomförande"

    held = ["datum=2027-06-10", "status=genomfört", "plats=Norra kajen"]
    city.done("2027-06-28", "add", "tillfälle", *held)
    for field, answer in {
        "resultat.datum": "2027-06-28",
        "resultat.teman.1.tema": "bryggan",
        "resultat.teman.1.synpunkt": "Bryggan ska få bänkar",
    }.items():
        city.done("2027-06-28", "set", field, answer)
    assert city.step("2027-06-28") == "hamnens_ord"

    city.done(
        "2027-08-17",
        "decide",
        "hamnens-ord",
        "--outcome",
        "bifall",
        "--date",
        "2027-08-16",
        "--paragraph",
        "31",
    )
    assert city.findings("2027-08-17") == ["varning KAJ-09", "fel KAJ-08"]
    for told in (
        ["till=kajfolket", "datum=2027-08-20", "kanal=anslag"],
        ["till=föreningarna", "datum=2027-08-21", "kanal=brev, möte"],
    ):
        city.done("2027-08-21", "add", "återkoppling", *told)
    assert city.findings("2027-08-21") == []
    assert city.step("2027-08-21") is None


def test_its_documents_are_made(city: City) -> None:
    city.done("2027-02-01", "new", "--answers", "uppslag.yaml")
    city.done("2027-02-01", "render", "tjänsteskrivelse")
    assert [path.name for path in (city.dossier / "handlingar").glob("*.docx")] == [
        "tjansteskrivelse.docx"
    ]
    text = city.done("2027-02-01", "render", "tjänsteskrivelse", "--markdown")
    assert "Samtal ska hållas vid Norra kajen, mellan kranen och bryggan." in text
    assert "Hur ska bryggan användas när kranen är borta?" in text


def test_its_own_rules_refuse(city: City) -> None:
    city.done("2027-02-01", "new", "--answers", "uppslag.yaml")
    city.done("2027-02-01", "set", "uppslag.årstid", "höst")
    ran = city.at(
        "2027-03-02", "decide", "stadsdelens-ja", "--outcome", "bifall", "--date", "2027-03-01"
    )
    assert ran.exit_code == 1
    assert "KAJ-02" in ran.screen
    assert not (city.dossier / "beslut").exists()


def test_a_word_changed_after_the_decision_is_found(city: City) -> None:
    city.done("2027-02-01", "new", "--answers", "uppslag.yaml")
    city.done(
        "2027-03-02",
        "decide",
        "stadsdelens-ja",
        "--outcome",
        "bifall",
        "--date",
        "2027-03-01",
        "--paragraph",
        "4",
    )
    city.done("2027-04-05", "fill", "--answers", "../plan.yaml")
    city.done("2027-04-06", "set", "uppslag.kajplats", "Södra kajen")
    assert city.findings("2027-04-06") == ["fel KAJ-10"]


def test_its_requirements_are_covered(city: City) -> None:
    report = json.loads(
        city.done("2027-02-01", "rules", "coverage", "--rulebook", "lammvik", "--format", "json")
    )
    assert [row["id"] for row in report["requirements"]] == [
        f"KAJ-{number:02}" for number in range(1, 12)
    ]
    assert all(row["accounted"] for row in report["requirements"])
