"""`dialog decide` without a person: what it takes, what it writes, what it refuses."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from helpers.dossiers import planning, without
from helpers.terminal import Ran, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogcli.base.dates import Day
from dialogcli.dossier.model import FormFile
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import DECISIONS
from dialogcli.usecases.decisions import enter
from dialogcli.usecases.decisions.options import OPTIONS

THURSDAY = datetime(2025, 3, 6, 10, 31)
YES = ("handlingsplan", "--outcome", "bifall", "--date", "5/3", "--paragraph", "§ 17")
FILE = "beslut/2025-03-05-handlingsplan.yaml"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def decide(dossier: Path, *words: str) -> Ran:
    return run(["decide", *words], dossier, THURSDAY)


def decision(dossier: Path, name: str = FILE) -> FormFile:
    return next(file for file in read_dossier(dossier).files["beslut"] if file.file == name)


def rows(file: FormFile, field: str) -> list[list[str]]:
    return [
        [part.text for part in (row.part(name) for name in row.field.parts) if part]
        for row in file.answers[field].rows
    ]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".dialog.lock")
    }


def test_every_option_gives_a_field_that_decisions_have() -> None:
    fields = load_rulebook("varmland").forms[DECISIONS].fields
    assert [option.name for option in OPTIONS if option.field not in fields] == []


def test_the_name_that_yrkanden_had_is_still_understood(dossier: Path) -> None:
    assert decide(dossier, *YES, "--yrkande", "ordföranden: bifall").exit_code == 0
    assert rows(decision(dossier), "yrkanden") == [["ordföranden", "bifall"]]
    assert "--yrkande" not in run(["decide", "--help"], dossier).out


def test_everything_can_be_given_on_the_command_line(dossier: Path) -> None:
    ran = decide(
        dossier,
        *YES,
        "--recipient",
        "regiondirektören:verksamhet",
        "--recipient",
        "Enheten för kultur",
        "--motion",
        "ordföranden: bifall",
        "--motion",
        "en ledamot: avslag",
        "--vote",
        "bifall:8",
        "--vote",
        "avslag: 3",
        "--reservation",
        "en ledamot: till förmån för avslag",
        "expedierat=6/3",
    )
    assert (ran.exit_code, ran.err) == (0, "")
    file = decision(dossier)
    assert [
        file.answers[name].text for name in ("organ", "datum", "paragraf", "utfall", "expedierat")
    ] == ["kollektivtrafiknämnden", "2025-03-05", "17", "bifall", "2025-03-06"]
    assert rows(file, "mottagare") == [
        ["regiondirektören", "verksamhet"],
        ["Enheten för kultur", ""],
    ]
    assert rows(file, "yrkanden") == [["ordföranden", "bifall"], ["en ledamot", "avslag"]]
    assert rows(file, "omröstning") == [["bifall", "8"], ["avslag", "3"]]
    assert rows(file, "reservationer") == [["en ledamot", "till förmån för avslag"]]
    assert file.answers["förslag_till_beslut"].text.startswith(
        "1. Handlingsplanen för medborgardialog"
    )


def test_the_file_holds_the_help_and_the_source_of_what_the_gate_asks_for(dossier: Path) -> None:
    (dossier / "beslut/2025-02-10-presidiets-beslut.yaml").unlink()
    ran = decide(
        dossier,
        "presidiets-beslut",
        "--outcome",
        "bifall",
        "--date",
        "2025-02-10",
        "genomförande_organ=kollektivtrafiknämnden",
        "deltagande_organ=kulturnämnden, kollektivtrafiknämnden",
    )
    assert ran.exit_code == 0, ran.screen
    text = (dossier / "beslut/2025-02-10-presidiets-beslut.yaml").read_text("utf-8")
    assert (
        "# Källa: V-21, Direktiv för medborgardialog, Beslut om medborgardialog (ska)\n"
        "genomförande_organ: kollektivtrafiknämnden\n"
    ) in text
    assert "deltagande_organ:\n  - kulturnämnden\n  - kollektivtrafiknämnden\n" in text
    assert "nytt_datum" not in text


def test_what_rules_want_a_decision_to_say_is_asked_for_by_name(dossier: Path) -> None:
    (dossier / "beslut/2025-02-10-presidiets-beslut.yaml").unlink()
    ran = decide(dossier, "presidiets-beslut", "--outcome", "bifall", "--date", "2025-02-10")
    assert ran.exit_code == 2
    assert "genomförande_organ=VÄRDE (organ som genomför dialogen)" in " ".join(ran.err.split())
    assert not (dossier / "beslut/2025-02-10-presidiets-beslut.yaml").exists()


def test_without_a_terminal_it_says_what_to_give(dossier: Path) -> None:
    ran = decide(dossier, "handlingsplan")
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err == (
        "Stopp: Frågorna går inte att ställa här, för det finns ingen terminal.\n"
        "Inget är infört. Det här saknas: --outcome (utfall), --date (datum)\n"
    )


def test_a_file_of_answers_looks_like_the_decision_and_the_command_line_counts_before_it(
    dossier: Path,
) -> None:
    (dossier / "svar.txt").write_text(
        "beslutspunkt: handlingsplan\nutfall: aterremiss\ndatum: 5 mars\nparagraf: 16\npunkter:\n"
        "  - Visa kostnad, tid och plats\nmottagare:\n  - namn: kansliavdelningen\n    slag: Verksamhet\nmotivering:\n",
        "utf-8",
    )
    ran = decide(dossier, "handlingsplan", "--answers", "svar.txt", "--paragraph", "17")
    assert ran.exit_code == 0, ran.screen
    file = decision(dossier)
    assert [row.text for row in file.answers["punkter"].rows] == ["Visa kostnad, tid och plats"]
    assert file.answers["motivering"].text == "Visa kostnad, tid och plats"
    assert (file.answers["utfall"].text, file.answers["paragraf"].text) == ("återremiss", "17")
    assert rows(file, "mottagare") == [["kansliavdelningen", "verksamhet"]]


def test_a_file_for_another_decision_is_refused(dossier: Path) -> None:
    (dossier / "svar.txt").write_text("beslutspunkt: kommunikationsplan\nutfall: bifall\n", "utf-8")
    ran = decide(dossier, "handlingsplan", "--answers", "svar.txt")
    assert ran.exit_code == 2
    assert "Svarsfilen gäller kommunikationsplan, inte handlingsplan." in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("handlingsplan", "--outcome", "bifall", "--date", "31/4"),
            "Datumet 31/4 finns inte. April har 30 dagar.",
        ),
        (
            ("handlingsplan", "--outcome", "bifall", "--date", "2025-03"),
            "Beslutet behöver en dag, inte bara en månad",
        ),
        (
            ("handlingsplan", "--outcome", "bifall", "--date", "2025-03-07"),
            "7 mars 2025 har inte varit än.",
        ),
        (
            ("handlingsplan", "--outcome", "vilande", "--date", "5/3"),
            "Det som går är bifall, avslag, återremiss eller",
        ),
        (("presidiet", "--outcome", "bifall"), "Beslutet presidiet finns inte i regelverket."),
        ((*YES, "--vote", "bifall"), 'Skriv så: --vote "bifall till förslaget: 41"'),
        ((*YES, "--vote", "bifall: många"), "många går inte att läsa."),
        ((*YES, "--recipient", "kansliet:avdelning"), "avdelning går inte att välja."),
        ((*YES, "--motion", "bifall"), "Yrkanden: bifall går inte att läsa."),
        (
            (*YES, "expedierad=6/3"),
            "Fältet expedierad finns inte i ett beslut. Menade du expedierat?",
        ),
        ((*YES, "6/3"), "Skriv så: FÄLT=VÄRDE"),
        (
            ("handlingsplan", "--outcome", "avslag", "--date", "5/3"),
            "Det här saknas: --motivation (motivering)",
        ),
        (
            ("handlingsplan", "--outcome", "återremiss", "--date", "5/3"),
            "Det här saknas: --point (motivering)",
        ),
        (
            ("handlingsplan", "--outcome", "bordläggning", "--date", "5/3"),
            "Det här saknas: --new-date (nytt datum)",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    dossier: Path, words: tuple[str, ...], said: str
) -> None:
    before = contents(dossier)
    ran = decide(dossier, *words)
    assert ran.exit_code == 2
    assert said in " ".join(ran.err.split())
    assert contents(dossier) == before


def test_the_same_decision_is_not_entered_twice(dossier: Path) -> None:
    decide(dossier, *YES)
    before = contents(dossier)
    ran = decide(
        dossier, "handlingsplan", "--outcome", "avslag", "--date", "5/3", "--motivation", "Nej."
    )
    assert ran.exit_code == 4
    assert f"Beslutet är redan infört i {FILE}." in ran.err
    assert contents(dossier) == before


def test_a_reason_lets_an_incomplete_basis_through_and_shows_until_it_is_complete(
    dossier: Path,
) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    refused = decide(dossier, *YES)
    assert (refused.exit_code, (dossier / FILE).exists()) == (1, False)
    assert decide(dossier, *YES, "--incomplete", "Nämnden ville inte vänta").exit_code == 0
    found = run(["check"], dossier, THURSDAY)
    assert "Skäl: Nämnden ville inte vänta." in " ".join(found.out.split())
    run(
        ["set", "handlingsplan.risker.1.risk", "Få kommer till tillfällena i norr"],
        dossier,
        THURSDAY,
    )
    assert "Skäl:" not in run(["check"], dossier, THURSDAY).out


def test_a_reason_that_is_not_needed_is_not_kept(dossier: Path) -> None:
    ran = decide(dossier, *YES, "--incomplete", "Säkert är säkert")
    assert (ran.exit_code, ran.err) == (
        0,
        "Obs: Skälet efter --incomplete behövs inte och är inte infört.\n",
    )
    assert "Säkert" not in (dossier / FILE).read_text("utf-8")


def test_what_of_the_basis_does_not_apply_is_told_when_the_decision_is_entered(
    dossier: Path,
) -> None:
    excuse = "ej tillämpligt, riskerna står i nämndens egen riskanalys"
    assert run(["set", "risker", excuse], dossier).exit_code == 0
    assert (
        'Ej tillämpligt i underlaget: "Utmaningar och risker" (V-47). Skälen står i\ndialog check.\n'
        in decide(dossier, *YES).out
    )


def test_a_no_needs_no_complete_basis(dossier: Path) -> None:
    without(dossier, "handlingsplan.yaml", "risker")
    ran = decide(
        dossier,
        "handlingsplan",
        "--outcome",
        "avslag",
        "--date",
        "5/3",
        "--motivation",
        "För dyrt.",
    )
    assert (ran.exit_code, ran.err) == (0, "")


def test_the_wrong_body_is_said_and_the_decision_entered_as_it_is(dossier: Path) -> None:
    ran = decide(dossier, *YES, "--organ", "kulturnämnden")
    assert ran.exit_code == 0
    assert " ".join(ran.err.split()) == (
        "Obs: Beslut om handlingsplan: beslutat av kulturnämnden. "
        "Det ska beslutas av kollektivtrafiknämnden. (V-27)"
    )
    assert decision(dossier).answers["organ"].text == "kulturnämnden"
    assert run(["check"], dossier, THURSDAY).exit_code == 1


def test_points_refuse_the_next_decision_until_each_is_answered(dossier: Path) -> None:
    decide(
        dossier,
        "handlingsplan",
        "--outcome",
        "återremiss",
        "--date",
        "26/2",
        "--point",
        "Visa kostnaden",
    )
    refused = decide(dossier, *YES)
    assert refused.exit_code == 1
    assert "punkt 1 har inget svar: Visa kostnaden." in " ".join(refused.err.split())
    run(["set", "återremiss.svar_på_återremiss.1.punkt", "Visa kostnaden"], dossier, THURSDAY)
    run(["set", "återremiss.svar_på_återremiss.1.svar", "Den står i budgeten."], dossier, THURSDAY)
    ran = decide(dossier, *YES)
    assert (ran.exit_code, ran.err) == (0, "")


OUTCOMES = {
    "bifall": (),
    "avslag": ("--motivation", "Nej."),
    "återremiss": ("--point", "Visa kostnaden"),
    "bordläggning": ("--new-date", "2025-04-09"),
}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    gate=st.sampled_from(["handlingsplan", "kommunikationsplan", "sakbeslut"]),
    outcome=st.sampled_from([*OUTCOMES]),
    organ=st.sampled_from(["kollektivtrafiknämnden", "KF"]),
    day=st.dates(THURSDAY.date().replace(month=1), THURSDAY.date()),
)
def test_a_decision_changes_no_other_file(
    tmp_path_factory: pytest.TempPathFactory, gate: str, outcome: str, organ: str, day: object
) -> None:
    dossier = planning(tmp_path_factory.mktemp("decide"))
    before = contents(dossier)
    ran = decide(
        dossier,
        gate,
        "--outcome",
        outcome,
        "--date",
        str(day),
        "--organ",
        organ,
        *OUTCOMES[outcome],
    )
    after = contents(dossier)
    assert {name: after.get(name) for name in before} == before
    assert len(after) == len(before) + (ran.exit_code == 0)


def test_the_next_proposal_shows_the_points_with_their_answers(dossier: Path) -> None:
    decide(
        dossier,
        "handlingsplan",
        "--outcome",
        "återremiss",
        "--date",
        "26/2",
        "--point",
        "Visa kostnaden",
    )
    (dossier / "aterremiss.yaml").write_text(
        "svar_på_återremiss:\n  - punkt: Visa kostnaden\n    svar: Den står i budgeten.\n", "utf-8"
    )
    ran = run(["render", "tjänsteskrivelse-handlingsplan", "--markdown"], dossier, THURSDAY)
    assert ran.exit_code == 0, ran.screen
    assert "## Svar på återremissen" in ran.out
    assert "| Visa kostnaden | Den står i budgeten. |" in ran.out


def test_what_the_decision_makes_wrong_elsewhere_is_said_before_it_is_written(
    dossier: Path,
) -> None:
    """The session was held before anybody had adopted the plan."""
    (dossier / "tillfallen").mkdir(exist_ok=True)
    session = dossier / "tillfallen/2025-03-03-tjarnasa.yaml"
    session.write_text("datum: 2025-03-03\nstatus: genomfört\n", "utf-8")
    assert (
        "Dialogtillfälle 3 mars 2025 ligger före Beslut om handlingsplan, 5 mars 2025. "
        "Beslutet ska vara fattat först."
    ) in " ".join(decide(dossier, *YES).err.split())


def test_a_basis_that_somebody_changes_meanwhile_is_judged_again_and_marked_as_it_is(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed, text = enter._Entry._agreed, "Nämnden för anteckningar vid varje samtal."

    def meanwhile(entry: enter._Entry, day: Day) -> bool:
        if entry.dossier.text("handlingsplan.dokumentation") != text:
            assert run(["set", "handlingsplan.dokumentation", text], dossier).exit_code == 0
        return agreed(entry, day)

    monkeypatch.setattr(enter._Entry, "_agreed", meanwhile)
    ran = decide(dossier, *YES)
    assert "Obs: Någon annan har just ändrat handlingsplan.yaml." in ran.err
    assert ran.exit_code == 0
    monkeypatch.undo()
    checked = run(["check"], dossier, datetime(2025, 3, 6)).screen
    assert decision(dossier).answers["antaget"].rows
    assert "ändrad efter" not in checked
