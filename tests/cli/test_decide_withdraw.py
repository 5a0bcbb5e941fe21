"""`dialog decide BESLUT --withdraw`: what was entered by mistake does not count, and stays."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import without
from helpers.terminal import Ran, run
from helpers.walks import DOSSIERS

from dialogcli.base.findings import Finding
from dialogcli.checking.engine import check
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import as_plain

NOW = datetime(2027, 3, 4, 9, 30)
GATE = "kommunfullmäktiges-beslut"
NAME = "beslut/2027-02-22-kommunfullmaktiges-beslut.yaml"
WHY = ["--reason", "Ärendet bordlades. Jag läste fel rad."]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Hagfors, as it was when the fullmäktige had decided and nobody had met yet."""
    folder = tmp_path / "dossier"
    shutil.copytree(DOSSIERS / "hagfors", folder)
    gone = ("beslut/2027-11*", "resultat.yaml", "sakforslag.yaml", "utvardering.yaml")
    for path in [one for name in gone for one in folder.glob(name)]:
        path.unlink()
    for name in ("tillfallen", "aterkoppling"):
        shutil.rmtree(folder / name)
    return folder


def withdraw(dossier: Path, *words: str) -> Ran:
    return run(["decide", GATE, "--withdraw", *words], dossier, NOW)


def findings(dossier: Path, id_: str = "") -> list[Finding]:
    found = check(read_dossier(dossier), NOW.date()).findings
    return [one for one in found if not id_ or one.rule == id_]


def test_the_file_stays_and_says_why_by_whom_and_when(dossier: Path) -> None:
    before = (dossier / NAME).read_text("utf-8").rstrip("\n")
    ran = withdraw(dossier, *WHY)
    assert ran.exit_code == 0
    assert ran.out.splitlines()[:2] == [
        "Klart: beslutet gäller inte längre. Filen är kvar, märkt tillbakatagen.",
        f"  {NAME}",
    ]
    after = (dossier / NAME).read_text("utf-8")
    assert after.startswith(before)
    [file] = read_dossier(dossier).withdrawn
    assert as_plain(file.answers["tillbakatagen"]) == {
        "skäl": "Ärendet bordlades. Jag läste fel rad.",
        "av": read_dossier(dossier).text("dossier.handläggare"),
        "datum": "2027-03-04",
    }


def test_it_leaves_nothing_behind(dossier: Path) -> None:
    """All is as if it had never been there, but for the one upplysning."""
    file, text = dossier / NAME, (dossier / NAME).read_text("utf-8")
    file.unlink()
    never = findings(dossier)
    file.write_text(text, "utf-8")
    assert findings(dossier) != never
    withdraw(dossier, *WHY)
    [told] = findings(dossier, "tillbakataget")
    assert told.message == (
        "Kommunfullmäktiges beslut, 22 februari 2027 § 14: tillbakataget 4 mars 2027. "
        "Skäl: Ärendet bordlades. Jag läste fel rad."
    )
    assert [one for one in findings(dossier) if one != told] == never


def test_the_same_gate_can_be_decided_anew_on_the_same_day(dossier: Path) -> None:
    withdraw(dossier, *WHY)
    given = ["--outcome", "bordläggning", "--date", "22/2", "--new-date", "22/3"]
    assert run(["decide", GATE, *given], dossier, NOW).exit_code == 0
    assert sorted(path.name for path in (dossier / "beslut").iterdir()) == [
        "2027-02-22-kommunfullmaktiges-beslut-2.yaml",
        "2027-02-22-kommunfullmaktiges-beslut.yaml",
    ]
    assert len(read_dossier(dossier).files["beslut"]) == 1


def test_what_is_lacking_afterwards_is_told(dossier: Path) -> None:
    (dossier / "tillfallen").mkdir()
    (dossier / "tillfallen" / "2027-03-01.yaml").write_text(
        "datum: 2027-03-01\nstatus: genomfört\n", "utf-8"
    )
    assert "Kommunfullmäktiges beslut saknas. Ändå finns det" in withdraw(dossier, *WHY).err


def test_without_its_reason_it_holds_and_that_is_a_fault(dossier: Path) -> None:
    with (dossier / NAME).open("a", encoding="utf-8") as file:
        file.write("\ntillbakatagen:\n  av: utredaren\n  datum: 2027-03-04\n")
    assert len(read_dossier(dossier).files["beslut"]) == 1
    [fault] = [one for one in findings(dossier) if one.path.endswith("tillbakatagen.skäl")]
    assert fault.message.endswith("tillbakatagen: Skäl saknas. Beslutet gäller fortfarande.")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ([], "Lägg till --reason och varför beslutet tas tillbaka."),
        (["--reason", "-"], "Skälet är bara ett streck."),
        ([*WHY, "--paragraph", "4"], "Med --withdraw går bara --reason och --date."),
        ([*WHY, "--date", "1/2"], "är inte infört, så det finns inget att ta tillbaka."),
        ([*WHY, "--correct"], "Skriv --correct eller --withdraw, inte båda."),
    ],
)
def test_what_cannot_be_changes_nothing(dossier: Path, words: list[str], why: str) -> None:
    before = (dossier / NAME).read_bytes()
    ran = withdraw(dossier, *words)
    assert ran.exit_code == 2
    assert why in " ".join(ran.err.split())
    assert (dossier / NAME).read_bytes() == before


def test_somebody_must_answer_for_it(dossier: Path) -> None:
    without(dossier, "dossier.yaml", "handläggare")
    ran = withdraw(dossier, *WHY)
    assert (ran.exit_code, "Ingen handläggare är känd" in ran.err) == (2, True)
