"""The nine steps of Sandviken's strategy, walked on the dossier in tests/dossiers/sandviken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pytest
from helpers.walks import Texts, blanked, dossier_texts, is_ready, refused, said, walked, with_text

from dialogcli.checking.report import Report
from dialogcli.rulebook.loader import load_rulebook

ALL = dossier_texts("sandviken")
COMMISSION = "beslut/2026-10-13-beslut-om-uppdrag.yaml"
START = "beslut/2026-12-08-igangsattning.yaml"
MATTER = "beslut/2027-06-14-beslut-och-atgardsplan.yaml"
OPEN_HOUSE = "tillfallen/2027-01-23-oppet-hus.yaml"
TO_THE_ELECTED = "aterkoppling/fortroendevalda.yaml"
TO_CITIZENS = "aterkoppling/medborgare.yaml"
PLAN_DATE = "datum: 2026-11-13\n\nt"
AFTERWARDS = date(2027, 9, 20)

PROPOSED = ("dossier.yaml", "initiativ.yaml", "uppdrag.yaml")
PLANNED = (*PROPOSED, COMMISSION, "plan.yaml")
HELD = (*PLANNED, START, "tillfallen/")
PROCESSED = (*HELD, "resultat.yaml", TO_THE_ELECTED, "bearbetning.yaml", "atgardsplan.yaml")

OF_INITIATIVE = ("S-08b", "S-15b", "S-27")
OF_COMMISSION = (
    "S-09",
    "S-18",
    "S-19",
    "S-21",
    "S-30",
    "S-31",
    "S-32",
    "S-33",
    "S-34",
    "S-35",
    "S-36",
    "S-37",
    "S-38",
)
OF_PLAN = ("S-05", "S-38b", "S-39", "S-40", "S-40", "S-41", "S-42", "S-43", "S-44", "S-58")
OF_RESULT = ("S-49", "S-49", "S-49", "S-50b")
OF_PROPOSAL = ("S-52", "S-52", "S-52", "S-54c", "S-55b", "S-56", "S-56")


@dataclass(frozen=True)
class Stop:
    """One moment: which files there are, where the dialogue stands, who decides next, which rules
    are not met.
    """

    name: str
    today: date
    files: tuple[str, ...]
    current: str | None
    gate: str | None
    decides: str = ""
    missing: tuple[str, ...] = ()


WALK = [
    Stop(
        "nothing but a title",
        date(2026, 9, 14),
        ("dossier.yaml",),
        "initiativ",
        "dialogbeslut",
        "kommunstyrelsen",
        (*OF_INITIATIVE, *OF_COMMISSION),
    ),
    Stop(
        "1 proposed by one of the elected",
        date(2026, 9, 17),
        ("dossier.yaml", "initiativ.yaml"),
        "dialogbeslut",
        "dialogbeslut",
        "kommunstyrelsen",
        OF_COMMISSION,
    ),
    Stop(
        "2 ready for the decision on the commission",
        date(2026, 9, 24),
        PROPOSED,
        "dialogbeslut",
        "dialogbeslut",
        "kommunstyrelsen",
    ),
    Stop(
        "2 commissioned",
        date(2026, 10, 20),
        (*PROPOSED, COMMISSION),
        "planering",
        "igångsättning",
        "kommunstyrelsen",
        OF_PLAN,
    ),
    Stop(
        "3 planned, ready for the start",
        date(2026, 11, 13),
        PLANNED,
        "igångsättning",
        "igångsättning",
        "kommunstyrelsen",
    ),
    Stop(
        "4 started",
        date(2026, 12, 15),
        (*PLANNED, START),
        "genomförande",
        "sakbeslut",
        "kommunfullmäktige",
    ),
    Stop(
        "5 all sessions held",
        date(2027, 2, 24),
        HELD,
        "sammanställning",
        "sakbeslut",
        "kommunfullmäktige",
        OF_RESULT,
    ),
    Stop(
        "6 compiled, not yet presented",
        date(2027, 3, 25),
        (*HELD, "resultat.yaml"),
        "återkoppling",
        "sakbeslut",
        "kommunfullmäktige",
        ("S-50",),
    ),
    Stop(
        "7 presented to the elected",
        date(2027, 4, 6),
        (*HELD, "resultat.yaml", TO_THE_ELECTED),
        "bearbetning",
        "sakbeslut",
        "kommunfullmäktige",
        OF_PROPOSAL,
    ),
    Stop(
        "8 ready for the decision in the matter",
        date(2027, 4, 23),
        PROCESSED,
        "sakbeslut",
        "sakbeslut",
        "kommunfullmäktige",
    ),
    Stop(
        "9 decided",
        date(2027, 6, 21),
        (*PROCESSED, MATTER),
        "medborgarna",
        None,
        "",
        ("S-54b", "S-57", "S-57"),
    ),
    Stop(
        "citizens told",
        date(2027, 6, 28),
        (*PROCESSED, MATTER, TO_CITIZENS),
        "utvärdering",
        None,
        "",
        ("S-57", "S-57"),
    ),
    Stop("evaluated", AFTERWARDS, tuple(ALL), None, None),
]


def seen(texts: Texts, today: date = AFTERWARDS) -> Report:
    return walked("sandviken", texts, today)


def only(names: Collection[str]) -> Texts:
    """The files that exist by then; `tillfallen/` stands for all in the folder."""
    kept = {
        file: text for file, text in ALL.items() if any(file.startswith(name) for name in names)
    }
    assert all(any(file.startswith(name) for file in kept) for name in names), names
    return kept


@pytest.mark.parametrize("stop", WALK, ids=[stop.name for stop in WALK])
def test_each_step_has_its_findings_and_its_turn(stop: Stop) -> None:
    report = seen(only(stop.files), stop.today)
    standing = report.standing
    assert (standing.current.id if standing.current else None) == stop.current
    assert (standing.next_gate.id if standing.next_gate else None) == stop.gate
    assert (standing.planned(standing.next_gate)[0] if standing.next_gate else "") == stop.decides
    assert sorted(finding.rule for finding in report.findings) == sorted(stop.missing)
    assert report.unjudged == ()


READY = {"dialogbeslut": PROPOSED, "igångsättning": PLANNED, "sakbeslut": PROCESSED}


@pytest.mark.parametrize("gate", READY)
def test_the_basis_is_complete_when_everything_is_there(gate: str) -> None:
    assert is_ready(seen(only(READY[gate])), gate)


TAKEN_AWAY = [
    (
        "dialogbeslut",
        "initiativ.yaml",
        "brukardialog",
        "Fel S-08b: Brukardialog saknas. (initiativ.yaml:9:1)",
    ),
    (
        "dialogbeslut",
        "initiativ.yaml",
        "initiativ_från",
        "Varning S-27: Slag av initiativtagare saknas. (initiativ.yaml:1:1)",
    ),
    ("dialogbeslut", "uppdrag.yaml", "syfte", "Fel S-30: Syfte saknas. (uppdrag.yaml:1:1)"),
    (
        "dialogbeslut",
        "uppdrag.yaml",
        "möjlighet_till_påverkan",
        "Fel S-32: Möjlighet till påverkan saknas. (uppdrag.yaml:20:1)",
    ),
    (
        "dialogbeslut",
        "uppdrag.yaml",
        "hantering_utanför_syftet",
        "Fel S-35: Synpunkter utanför syftet saknas. (uppdrag.yaml:80:1)",
    ),
    (
        "dialogbeslut",
        "uppdrag.yaml",
        "handikapprådet",
        "Fel S-36: Kommunala handikapprådet saknas. (uppdrag.yaml:43:1)",
    ),
    (
        "dialogbeslut",
        "uppdrag.yaml",
        "pensionärsrådet",
        "Fel S-37: Kommunala pensionärsrådet saknas. (uppdrag.yaml:49:1)",
    ),
    (
        "igångsättning",
        "plan.yaml",
        "beslutspunkter",
        "Fel S-40: Kommande beslutspunkter saknas. (plan.yaml:19:1)",
    ),
    (
        "igångsättning",
        "plan.yaml",
        "ansvarig_chef",
        "Fel S-58: Högsta ansvariga tjänsteperson saknas. (plan.yaml:27:1)",
    ),
    (
        "igångsättning",
        "plan.yaml",
        "hur_resultatet_återkopplas",
        "Fel S-44: Återkoppling av resultatet saknas. (plan.yaml:85:1)",
    ),
    (
        "sakbeslut",
        "bearbetning.yaml",
        "förslag_till_beslut",
        "Fel S-52: Förslag till beslut saknas. (bearbetning.yaml:7:1)",
    ),
    (
        "sakbeslut",
        "bearbetning.yaml",
        "övriga_åtgärder",
        "Fel S-55b: Övriga åtgärder saknas. (bearbetning.yaml:14:1)",
    ),
    (
        "sakbeslut",
        "atgardsplan.yaml",
        "åtgärder",
        "Fel S-56: Åtgärdsplan saknas. (atgardsplan.yaml:3:1)",
    ),
]


@pytest.mark.parametrize(
    ("gate", "file", "field", "finding"),
    TAKEN_AWAY,
    ids=[f"{gate}: {field}" for gate, _, field, _ in TAKEN_AWAY],
)
def test_one_missing_piece_refuses_the_gate(gate: str, file: str, field: str, finding: str) -> None:
    texts = only(READY[gate])
    report = seen({**texts, file: blanked(texts[file], field)})
    assert refused(report, gate) == [finding]
    assert not is_ready(report, gate)


def test_the_plan_reaches_every_target_group_of_the_commission() -> None:
    texts = with_text(only(PLANNED), "plan.yaml", "namn: Barn och unga", "namn: Torghandlare")
    assert refused(seen(texts), "igångsättning") == [
        "Fel S-42b: Målgrupper: Barn och unga saknas. (plan.yaml:41:3)"
    ]


OUT_OF_ORDER = [
    (
        "plan before the commission",
        "plan.yaml",
        PLAN_DATE,
        "datum: 2026-10-01\n\nt",
        "Fel S-63: Beslut om uppdrag: 13 oktober 2026. Det är efter Plan, 1 oktober 2026. "
        "(beslut/2026-10-13-beslut-om-uppdrag.yaml:5:8)",
    ),
    (
        "plan after the first session",
        "plan.yaml",
        PLAN_DATE,
        "datum: 2027-01-29\n\nt",
        "Fel S-63: Plan: 29 januari 2027. Det är efter Beslut om igångsättning, 8 december 2026. (plan.yaml:1:8)",
    ),
    (
        "start after the first session",
        START,
        "datum: 2026-12-08",
        "datum: 2027-01-27",
        "Fel S-63: Beslut om igångsättning: 27 januari 2027. Det är efter Dialogtillfälle, 23 januari 2027. "
        "(beslut/2026-12-08-igangsattning.yaml:5:8)",
        "Fel S-45: Beslut om igångsättning, 27 januari 2027 § 221: Dagen för expediering "
        "15 december 2026. Det är före beslutet. (beslut/2026-12-08-igangsattning.yaml:19:13)",
    ),
    (
        "result before the last session",
        "resultat.yaml",
        "datum: 2027-03-19",
        "datum: 2027-02-22",
        "Fel S-63: Dialogtillfälle: 24 februari 2027. Det är efter Resultat, 22 februari 2027. "
        "(tillfallen/2027-02-24-gatur.yaml:1:8)",
    ),
    (
        "decision before the proposal",
        MATTER,
        "datum: 2027-06-14",
        "datum: 2027-04-20",
        "Fel S-63: Bearbetning: 23 april 2027. Det är efter Beslut och åtgärdsplan, 20 april 2027. "
        "(bearbetning.yaml:1:8)",
        "Varning dagarnas-ordning: Åtgärdsplan är daterad 23 april 2027. Det är efter Beslut och "
        "åtgärdsplan, 20 april 2027. (atgardsplan.yaml:1:8)",
    ),
    (
        "citizens told before the decision",
        TO_CITIZENS,
        "datum: 2027-06-28",
        "datum: 2027-06-07",
        "Fel S-54b: Återkoppling till medborgarna: 7 juni 2027. Det är före Beslut och åtgärdsplan, 14 juni 2027. "
        "(aterkoppling/medborgare.yaml:5:8)",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding", "besides"),
    [(*row[1:5], row[5:]) for row in OUT_OF_ORDER],
    ids=[row[0] for row in OUT_OF_ORDER],
)
def test_dates_in_the_wrong_order(
    file: str, old: str, new: str, finding: str, besides: tuple[str, ...]
) -> None:
    unmarked = {name: text.split("\nantaget:")[0] for name, text in ALL.items()}
    found = said(seen(with_text(unmarked, file, old, new)))
    without_marks = [one for one in found if one.startswith("Varning antaget-saknas: ")]
    assert len(without_marks) == 3
    assert [one for one in found if one not in without_marks] == [finding, *besides]


def test_a_session_after_the_decision() -> None:
    texts = {**ALL, "tillfallen/2027-10-25-gatur.yaml": "datum: 2027-10-25\nstatus: planerat\n"}
    assert said(seen(texts)) == [
        "Fel S-34c: Dialogtillfälle: 25 oktober 2027. Det är efter Kommande beslut, 14 juni 2027. "
        "(tillfallen/2027-10-25-gatur.yaml:1:8)",
        "Fel S-63: Dialogtillfälle: 25 oktober 2027. Det är efter Resultat, 19 mars 2027. "
        "(tillfallen/2027-10-25-gatur.yaml:1:8)",
    ]


ONE_WORD = [
    (
        "uppdrag.yaml",
        "avgränsning: Dialogen gäller torget",
        "avgränsning: Dialogen gäller parken",
        "Fel S-39b: Avgränsning: texten är ändrad efter Beslut om uppdrag 13 oktober 2026 § 184. (uppdrag.yaml:9:14)",
    ),
    (
        "plan.yaml",
        "affischer i affären och ett öppet hus",
        "affischer i skolan och ett öppet hus",
        "Varning S-48b: Målgrupper: texten är ändrad efter Beslut om igångsättning 8 december 2026 § 221. "
        "(plan.yaml:41:3)",
    ),
    (
        "bearbetning.yaml",
        "enligt skiss B",
        "enligt skiss C",
        "Varning S-53d: Förslag till beslut: texten är ändrad efter Beslut och åtgärdsplan 14 juni 2027 § 97. "
        "(bearbetning.yaml:7:22)",
    ),
    (
        "atgardsplan.yaml",
        "delen byts",
        "delen lagas",
        'Varning S-56b: Rad 2: "Åtgärd": texten är ändrad efter Beslut och åtgärdsplan 14 juni 2027 § 97. '
        "(atgardsplan.yaml:8:13)",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"), ONE_WORD, ids=[row[0] for row in ONE_WORD]
)
def test_one_changed_word_in_what_was_adopted(file: str, old: str, new: str, finding: str) -> None:
    assert said(seen(with_text(ALL, file, old, new))) == [finding]


def test_the_action_plan_may_be_worked_on() -> None:
    assert said(seen(with_text(ALL, "atgardsplan.yaml", "läge: pågår", "läge: klar"))) == []


def test_a_citizen_is_warned_and_told_the_way_in() -> None:
    texts = with_text(only(PROPOSED), "initiativ.yaml", "från: förtroendevald", "från: medborgare")
    assert refused(seen(texts), "dialogbeslut") == [
        "Varning S-27: Slag av initiativtagare: medborgare. I Sandvikens kommun kommer förslaget från en "
        "förtroendevald eller en tjänsteperson. (initiativ.yaml:1:17)"
    ]
    way_in = load_rulebook("sandviken").forms["initiativ"].fields["medborgares_idé"].guidance
    assert "medborgarförslag" in way_in
    assert "förtroendevald eller tjänsteperson" in way_in


@pytest.mark.parametrize(("field", "rule"), [("brukardialog", "S-08"), ("partidialog", "S-15")])
def test_another_kind_of_dialogue_ends_at_the_first_step(field: str, rule: str) -> None:
    texts = with_text(
        only(PROPOSED), "initiativ.yaml", f"{field}:\n  svar: nej", f"{field}:\n  svar: ja"
    )
    report = seen(texts)
    assert report.standing.ended is report.dossier.rulebook.entries["initiativ"]
    assert [line.split()[1] for line in refused(report, "dialogbeslut")] == [f"{rule}:"]


def test_a_no_to_the_commission_ends_the_dialogue() -> None:
    texts = with_text(only((*PROPOSED, COMMISSION)), COMMISSION, "utfall: bifall", "utfall: avslag")
    report = seen(texts)
    assert [one.message for one in report.findings] == [
        "Beslut om uppdrag, 13 oktober 2026 § 184: avslag. Dialogen är avslutad."
    ]
    assert report.standing.next_gate is None
    assert report.standing.ended is report.dossier.rulebook.entries["dialogbeslut"]


@pytest.mark.parametrize(
    ("decision", "files", "old", "back_to"),
    [
        (COMMISSION, (*PROPOSED, COMMISSION), "bifall", "initiativ"),
        (START, (*PLANNED, START), "igångsätts", "planering"),
        (MATTER, (*PROCESSED, MATTER), "bifall", "bearbetning"),
    ],
    ids=["commission", "start", "matter"],
)
def test_a_referral_goes_back_to_the_step_that_prepares(
    decision: str, files: tuple[str, ...], old: str, back_to: str
) -> None:
    referred = with_text(only(files), decision, f"utfall: {old}", "utfall: återremiss")
    referred = {
        **referred,
        decision: referred[decision].split("\nmotivering:")[0]
        + "\nmotivering: Visa hur äldre nås.\n",
    }
    standing = seen(referred).standing
    assert standing.current is standing.dossier.rulebook.entries[back_to]


def test_a_session_still_to_come_keeps_the_step_open() -> None:
    later = {
        **only((*PLANNED, START, OPEN_HOUSE)),
        "tillfallen/2027-02-24-gatur.yaml": "datum: 2027-02-24\nstatus: planerat\n",
    }
    report = seen(later, date(2027, 1, 24))
    assert report.findings == ()
    assert report.standing.current is report.dossier.rulebook.entries["genomförande"]
