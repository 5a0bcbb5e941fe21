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
from dialogcli.dossier.select import as_plain, select
from dialogcli.interview.lookup import resolve


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
            ["beslut.presidiets-beslut.expedierat", "14/2"],
            "Klart: Svaret är sparat, fredag 14 februari 2025. (beslut/2025-02-10-",
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


def test_what_is_no_answer_is_saved_and_told_as_none(dossier: Path) -> None:
    ran = run(["set", "handlingsplan.dokumentation", "fylls i senare"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out.startswith("Klart: Svaret är sparat. (handlingsplan.yaml:")
    assert '\n\nObs: Det är bara "fylls i senare". Det räknas inte som svar.\n\n' in ran.out


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
            ["beslut.presidiets-beslut.expedierat", "ej tillämpligt, alla fick vara med"],
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


@pytest.mark.parametrize("answer", ["- en punkt", "-5", "-- två streck", "–5"])
@pytest.mark.parametrize(
    "order",
    [
        ["FÄLT", "SVAR", "--folder", "MAPP"],
        ["--folder", "MAPP", "FÄLT", "SVAR"],
        ["FÄLT", "--folder", "MAPP", "--", "SVAR"],
        ["FÄLT", "--folder", "MAPP", "SVAR"],
    ],
)
def test_an_answer_that_begins_with_a_hyphen_is_no_option(
    dossier: Path, answer: str, order: list[str]
) -> None:
    typed = {"FÄLT": "handlingsplan.syfte", "SVAR": answer, "MAPP": "dossier"}
    ran = run(["set", *[typed.get(word, word) for word in order]], dossier.parent)
    assert (ran.exit_code, ran.err) == (0, "")
    assert read_dossier(dossier).text("handlingsplan.syfte").strip() == answer


def test_what_an_option_takes_may_begin_with_a_hyphen_too(dossier: Path) -> None:
    reason = "- gäller norra länsdelen, dit bussen går"
    words = ["undantag.V-54", "--reason", reason, "--by", "kanslichefen"]
    assert run(["set", *words], dossier).exit_code == 0
    assert read_dossier(dossier).text("undantag.V-54.skäl") == reason


def test_a_word_that_could_be_an_option_is_told_from_one(dossier: Path) -> None:
    refused = run(["set", "handlingsplan.syfte", "-fem"], dossier)
    assert refused.exit_code == 2
    assert refused.err.endswith("Börjar svaret med -? Skriv -- före det.\n")


def test_one_more_of_a_list_is_one_more(dossier: Path) -> None:
    assert run(["set", "dossier.dnr.2", "RV 2027/302"], dossier).exit_code == 0
    assert as_plain(read_dossier(dossier).answer("dossier.dnr")) == ["RV 2025/118", "RV 2027/302"]
    assert run(["set", "dossier.dnr.1", "RV 2027/118"], dossier).exit_code == 0
    assert as_plain(read_dossier(dossier).answer("dossier.dnr")) == ["RV 2027/118", "RV 2027/302"]
    assert run(["set", "dossier.dnr.9", "RV 2027/400"], dossier).err == (
        "Stopp: Rad 9 finns inte. Nästa rad är nummer 3. Inget är ändrat.\n"
    )


@pytest.fixture
def with_feedback(dossier: Path) -> Path:
    (dossier / "aterkoppling").mkdir()
    for name in ("deltagare", "deltagare-beslutet", "deltagare-skolan", "alla"):
        to = "allmänheten" if name == "alla" else "deltagare"
        text = f"till: {to}\ndatum: 2025-02-20\nvad: {name}\n"
        (dossier / "aterkoppling" / f"{name}.yaml").write_text(text, "utf-8")
    return dossier


@pytest.mark.parametrize(
    ("word", "file"),
    [
        ("deltagare", "deltagare"),
        ("deltagare-beslutet", "deltagare-beslutet"),
        ("allmanheten", "alla"),
    ],
)
def test_an_item_goes_by_the_name_of_its_file_and_then_by_what_it_is_about(
    with_feedback: Path, word: str, file: str
) -> None:
    ran = run(["set", f"återkoppling.{word}.datum", "2025-02-21"], with_feedback)
    assert (ran.exit_code, ran.err) == (0, "")
    there = {
        path.stem
        for path in (with_feedback / "aterkoppling").iterdir()
        if "02-21" in path.read_text("utf-8")
    }
    assert there == {file}


def test_of_several_items_none_is_chosen(with_feedback: Path) -> None:
    (with_feedback / "aterkoppling/deltagare.yaml").unlink()
    ran = run(["set", "återkoppling.deltagare.datum", "2025-02-21"], with_feedback)
    assert (ran.exit_code, " ".join(ran.err.split())) == (
        2,
        "Stopp: deltagare kan vara flera filer. Inget är ändrat. Skriv filens namn: "
        "återkoppling.deltagare-beslutet eller återkoppling.deltagare-skolan",
    )


def test_an_item_that_there_is_not_is_no_new_file(with_feedback: Path) -> None:
    before = sorted(with_feedback.rglob("*.yaml"))
    ran = run(["set", "återkoppling.deltagarna.datum", "2025-02-21"], with_feedback)
    assert (ran.exit_code, " ".join(ran.err.split())) == (
        2,
        "Stopp: återkoppling.deltagarna finns inte. Inget är ändrat. Det här finns: "
        "återkoppling.alla, återkoppling.deltagare, återkoppling.deltagare-beslutet och "
        "återkoppling.deltagare-skolan För in nytt: dialog add återkoppling",
    )
    assert sorted(with_feedback.rglob("*.yaml")) == before


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("tillfällen.2025-03-01.plats", "För in nytt: dialog add tillfällen"),
        ("beslut.handlingsplan.organ", "För in det: dialog decide handlingsplan"),
        (
            "undantag.V-54.skäl",
            'För in nytt: dialog set undantag.REGEL --reason "SKÄL" --by "ROLL"',
        ),
    ],
)
def test_what_enters_it_is_told(dossier: Path, field: str, said: str) -> None:
    ran = run(["set", field, "Kansliet leder arbetet."], dossier)
    assert (ran.exit_code, ran.err.splitlines()[-1]) == (2, said)


@pytest.mark.parametrize(
    ("field", "file"),
    [
        ("forsta_tillfalle", "handlingsplan.yaml"),
        ("handlingsplan.risker.1", "handlingsplan.yaml"),
        ("risker", "handlingsplan.yaml"),
        ("intressentanalys", "malgruppsanalys.yaml"),
    ],
)
def test_an_answer_is_taken_away_a_day_a_row_a_table(dossier: Path, field: str, file: str) -> None:
    path = resolve(read_dossier(dossier).rulebook, field)
    before = as_plain(next(iter(select(read_dossier(dossier), path))))
    others = {one: one.read_bytes() for one in dossier.rglob("*.yaml") if one.name != file}
    ran = run(["set", field, "--clear"], dossier)
    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out.startswith(f"Klart: Svaret är borttaget. ({file}:")
    now = [as_plain(one) for one in select(read_dossier(dossier), path)]
    assert before not in now
    assert {one: one.read_bytes() for one in others} == others


def test_a_row_that_is_taken_away_leaves_the_others(dossier: Path) -> None:
    risks = as_plain(read_dossier(dossier).answer("handlingsplan.risker"))
    assert run(["set", "risker.1", "--clear"], dossier).exit_code == 0
    assert isinstance(risks, list)
    assert as_plain(read_dossier(dossier).answer("handlingsplan.risker")) == risks[1:]


def test_an_exception_is_taken_away(dossier: Path) -> None:
    reason = ["--reason", "Beslutet gäller norra länsdelen.", "--by", "kanslichefen"]
    assert run(["set", "undantag.V-54", *reason], dossier).exit_code == 0
    ran = run(["set", "undantag.V-54", "--clear"], dossier)
    assert ran.out.startswith("Klart: Svaret är borttaget. (undantag/V-54.yaml:1:1)\n")
    assert not (dossier / "undantag" / "V-54.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["risker", "x"], "Stopp: Skriv antingen ett svar eller --clear. Inget är ändrat.\n"),
        (["risker.99"], "Stopp: Det finns inget svar att ta bort. Inget är ändrat.\n"),
        (["dossier.titel"], "Stopp: Titel går att ändra, men inte att ta bort. Inget är ändrat.\n"),
    ],
)
def test_what_cannot_be_taken_away_stays(dossier: Path, words: list[str], said: str) -> None:
    before = {path: path.read_bytes() for path in dossier.rglob("*.yaml")}
    ran = run(["set", *words, "--clear"], dossier)
    assert (ran.exit_code, ran.out, ran.err) == (2, "", said)
    assert {path: path.read_bytes() for path in dossier.rglob("*.yaml")} == before


def test_what_is_not_kept_as_it_was_pasted_is_told(dossier: Path) -> None:
    ran = run(["set", "dokumentation", "Vi för\u00ad anteckningar.\x0bNämnden läser dem."], dossier)
    assert ran.exit_code == 0
    assert " ".join(ran.err.split()) == (
        "Obs: 1 radbrytning ur ett ordbehandlingsprogram är nu som andra. "
        "1 osynligt tecken är borttaget."
    )
    text = read_dossier(dossier).text("handlingsplan.dokumentation")
    assert text.strip() == "Vi för anteckningar.\nNämnden läser dem."


def test_what_a_decision_said_is_not_written_over(dossier: Path) -> None:
    before = {path: path.read_bytes() for path in (dossier / "beslut").iterdir()}
    ran = run(["set", "beslut.presidiets-beslut.utfall", "avslag"], dossier)
    assert (ran.exit_code, ran.err.splitlines()[-1]) == (
        2,
        "Rätta det: dialog decide presidiets-beslut --correct",
    )
    assert {path: path.read_bytes() for path in (dossier / "beslut").iterdir()} == before
    sent = run(["set", "beslut.presidiets-beslut.expedierat", "2025-02-14"], dossier)
    assert (sent.exit_code, sent.err) == (0, "")
