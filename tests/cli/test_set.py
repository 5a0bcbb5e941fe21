"""`dialog set`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import run

from dialogcli.base.screen import Command, Slot
from dialogcli.checking.engine import check
from dialogcli.dossier.reading import read_dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["handlingsplan.risker.1.åtgärd", "Vi bokar bygdegården."],
            "Klart: Svaret är sparat. (handlingsplan.yaml:",
        ),
        (
            ["forsta_tillfalle", "16 april"],
            "Klart: Svaret är sparat, onsdag 16 april 2025. (handlingsplan.yaml:",
        ),
        (["kostnad", "49 500 kr"], "Klart: Svaret är sparat, 49 500 kronor. (handlingsplan.yaml:"),
        (
            ["beslut.presidiets-beslut.paragraf", "5"],
            "Klart: Svaret är sparat. (beslut/2025-02-10-",
        ),
    ],
)
def test_one_answer_is_changed_and_its_place_told(
    dossier: Path, words: list[str], said: str
) -> None:
    before = {path: path.read_bytes().splitlines() for path in dossier.rglob("*.yaml")}
    ran = run(["set", *words], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out.replace("\n(", " (").startswith(said)
    changed = [path for path, lines in before.items() if path.read_bytes().splitlines() != lines]
    assert len(changed) <= 1


def test_the_next_of_several_answers_is_one_answer(dossier: Path) -> None:
    ran = run(["set", "dossier.dnr.2", "RV 2025/302"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    dnr = read_dossier(dossier).answer("dossier.dnr")
    assert dnr
    assert [one.text for one in dnr.rows] == ["RV 2025/118", "RV 2025/302"]


def test_an_item_that_is_begun_is_named_by_its_key_as_it_is_written(dossier: Path) -> None:
    ran = run(["set", "tillfällen.16 april.plats", "Folkets hus i Tjärnåsa"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == "Klart: Svaret är sparat. (tillfallen/2025-04-16.yaml:21:8)\n"


def test_what_is_no_answer_is_saved_and_told_as_none(dossier: Path) -> None:
    ran = run(["set", "handlingsplan.dokumentation", "fylls i senare"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out.startswith("Klart: Svaret är sparat. (handlingsplan.yaml:")
    assert ran.out.endswith('\n\nObs: Det är bara "fylls i senare". Det räknas inte som svar.\n')


def test_what_does_not_apply_is_signed_and_the_remedy_of_a_check_mends_it(dossier: Path) -> None:
    plan = dossier / "handlingsplan.yaml"
    reason = "Riskerna står i nämndens egen riskanalys"
    assert run(["set", "risker", f"ej tillämpligt: {reason}"], dossier).exit_code == 0
    signed = (
        f"\nrisker:\n  ej_tillämpligt:\n    skäl: {reason}\n"
        "    av: handläggaren för medborgardialog, kansliavdelningen\n    datum: 2025-02-24\n"
    )
    whole = plan.read_text("utf-8")
    assert signed in whole
    plan.write_text(whole.replace(signed, f"\nrisker:\n  ej_tillämpligt: {reason}\n"), "utf-8")
    (unsigned,) = check(read_dossier(dossier), date(2025, 2, 24)).findings
    assert isinstance(unsigned.remedy, Command)
    words = [word.word if isinstance(word, Slot) else word for word in unsigned.remedy.args]
    assert run([unsigned.remedy.verb, *words], dossier).exit_code == 0
    assert plan.read_text("utf-8") == whole


def test_an_exception_needs_a_reason_and_somebody(dossier: Path) -> None:
    ran = run(["set", "undantag.V-54", "--reason", "Beslutet gäller norra länsdelen."], dossier)
    assert ran.exit_code == 2
    assert "behöver ett skäl och någon som svarar för det" in ran.err
    assert not (dossier / "undantag").exists()


def test_an_exception_is_written_as_a_file_of_its_own(dossier: Path) -> None:
    ran = run(
        [
            "set",
            "undantag.V-54",
            "--reason",
            "Beslutet gäller norra länsdelen.",
            "--by",
            "kanslichefen",
        ],
        dossier,
    )
    assert (ran.exit_code, ran.err) == (0, "")
    text = (dossier / "undantag" / "V-54.yaml").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert lines == [
        "regel: V-54",
        "skäl: Beslutet gäller norra länsdelen.",
        "av: kanslichefen",
        "datum: 2025-02-24",
    ]


def test_a_missing_file_is_begun_with_its_help(dossier: Path) -> None:
    (dossier / "resurser.yaml").unlink(missing_ok=True)
    ran = run(["set", "resurser", "Arbetet ryms i kansliets budget och plan."], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert (dossier / "resurser.yaml").read_text("utf-8").startswith("# Resurser\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["barnratt", "ja"], "Stopp: Ett ja räcker inte här."),
        (["forsta_tillfalle", "31/4"], "Stopp: Datumet 31/4 finns inte. April har 30 dagar."),
        (["riskr", "x"], "Stopp: Fältet riskr finns inte i regelverket. Menade du risker?"),
        (["handlingsplan", "x"], "Stopp: handlingsplan är ett helt underlag. Inget är ändrat."),
        (["handlingsplan.risker", "x"], "Stopp: Det här är en tabell: "),
        (["dokumentation"], "Stopp: Svaret saknas. Inget är ändrat."),
        (
            ["risker", "ej tillämpligt x"],
            'Stopp: Det är bara "x". Skriv varför frågan inte gäller er dialog.',
        ),
        (
            ["forsta_tillfalle", "ej tillämpligt, vi vet inte än när vi börjar"],
            "Stopp: Här kan inte ej tillämpligt stå, för svaret jämförs med andra svar.",
        ),
        (
            ["beslut.presidiets-beslut.organ", "ej tillämpligt, alla fick vara med"],
            "Stopp: Här kan inte ej tillämpligt stå, för här skrivs det som har hänt.",
        ),
        (
            ["tillfällen.ÅÅÅÅ-MM-DD.status", "genomfört"],
            "Stopp: tillfällen.ÅÅÅÅ-MM-DD finns inte. Inget är ändrat.\nFör in nytt: dialog add tillfällen\n",
        ),
        (
            ["återkoppling.deltagarna.datum", "2025-02-20"],
            "Stopp: återkoppling.deltagarna finns inte. Inget är ändrat.",
        ),
        (
            ["undantag.V-19", "--reason", "x", "--by", "y"],
            "Stopp: Från V-19 går det inte att göra undantag",
        ),
    ],
)
def test_what_cannot_be_set_changes_nothing(dossier: Path, words: list[str], said: str) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    ran = run(["set", *words], dossier)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert {path: path.read_bytes() for path in dossier.rglob("*.yaml")} == before


@pytest.mark.parametrize("answer", ["- en punkt", "-5"])
def test_an_answer_that_looks_like_an_option_is_told_from_one(dossier: Path, answer: str) -> None:
    refused = run(["set", "handlingsplan.syfte", answer], dossier)
    assert refused.exit_code == 2
    assert refused.err.endswith("Börjar svaret med -? Skriv -- före det.\n")
    assert run(["set", "handlingsplan.syfte", "--", answer], dossier).exit_code == 0
