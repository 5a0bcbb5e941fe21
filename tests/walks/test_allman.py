"""The common ground: one decision before the sessions, open to anyone's initiative, and few things
that are faults.
"""

from datetime import date

import pytest
from helpers.walks import Stage, as_seen, blanked, dossier_texts, refused, said, texts_at, walked

from dialogcli.base.findings import Severity
from dialogcli.checking.report import Report
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.screens.findings import adoption

TODAY = date(2027, 10, 11)
HOLD_IT, MATTER = "dialogbeslut", "sakbeslut"

STAGES = (
    Stage(
        "ett ärende",
        ("dossier", "provning"),
        "initiativ",
        HOLD_IT,
        (
            "Fel A-05: Syfte saknas. (initiativ.yaml:1:1)",
            "Varning A-06: Det som kan påverkas saknas. (initiativ.yaml:1:1)",
            "Varning A-06: Det som inte kan påverkas saknas. (initiativ.yaml:1:1)",
            "Varning A-07: Hantering av synpunkter saknas. (initiativ.yaml:1:1)",
        ),
        today=date(2027, 1, 11),
    ),
    Stage(
        "föreslagen", ("initiativ",), "dialogbeslut", HOLD_IT, ready=True, today=date(2027, 1, 25)
    ),
    Stage(
        "beslutad",
        ("beslut/2027-02-08",),
        "planering",
        MATTER,
        (
            "Varning A-11: Målgrupper saknas. (handlingsplan.yaml:1:1)",
            "Varning A-12: Grupper som sällan hörs saknas. (handlingsplan.yaml:1:1)",
            "Varning A-13: Metoder saknas. (handlingsplan.yaml:1:1)",
            "Varning A-14: Aktiviteter saknas. (handlingsplan.yaml:1:1)",
            "Varning A-15: Budskap saknas. (kommunikationsplan.yaml:1:1)",
            "Varning A-16: Planerad återkoppling saknas. (kommunikationsplan.yaml:1:1)",
        ),
        today=date(2027, 2, 15),
    ),
    Stage(
        "planerad",
        ("handlingsplan", "kommunikationsplan"),
        "genomförande",
        MATTER,
        today=date(2027, 2, 26),
    ),
    Stage(
        "genomförd",
        ("tillfallen/",),
        "sammanställning",
        MATTER,
        (
            "Varning A-19: Den som sammanställt resultatet saknas. (resultat.yaml:1:1)",
            "Varning A-19: Datum saknas. (resultat.yaml:1:1)",
            "Varning A-20: Teman saknas. (resultat.yaml:1:1)",
        ),
        today=date(2027, 4, 20),
    ),
    Stage(
        "sammanställd",
        ("resultat", "sakforslag"),
        "återkoppling",
        MATTER,
        (
            "Varning A-23: Återkoppling saknas till: allmänheten. (aterkoppling/allmanheten.yaml:1:1)",
            "Varning A-22: Återkoppling saknas till: de som deltog i dialogen. (aterkoppling/deltagare.yaml:1:1)",
        ),
        ready=True,
        today=date(2027, 5, 21),
    ),
    Stage(
        "avgjord",
        ("aterkoppling/", "beslut/2027-09-20"),
        "utvärdering",
        "",
        (
            "Varning A-24: Utvärdering mot uppdraget saknas. (utvardering.yaml:1:1)",
            "Varning A-24: Lärdomar saknas. (utvardering.yaml:1:1)",
        ),
        today=date(2027, 9, 27),
    ),
    Stage("utvärderad", ("utvardering",), "", "", today=date(2027, 10, 11)),
)


def at(stage: str) -> dict[str, str]:
    return texts_at(dossier_texts("allman"), STAGES, stage)


def report(texts: dict[str, str], today: date = TODAY) -> Report:
    return walked("allman", texts, today)


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_each_stage(stage: Stage) -> None:
    found = report(at(stage.name), stage.today)
    assert as_seen(stage, found) == stage
    assert found.unjudged == ()


@pytest.mark.parametrize(
    ("file", "keys", "findings"),
    [
        (
            "provning.yaml",
            ("främsta_syfte",),
            ["Fel A-01: Främsta syfte saknas. (provning.yaml:1:1)"],
        ),
        (
            "provning.yaml",
            ("går_att_påverka",),
            ["Fel A-02: Påverkbart beslut saknas. (provning.yaml:2:1)"],
        ),
        (
            "initiativ.yaml",
            ("kan_inte_påverkas",),
            ["Varning A-06: Det som inte kan påverkas saknas. (initiativ.yaml:11:1)"],
        ),
    ],
)
def test_a_missing_piece_is_named_before_the_decision(
    file: str, keys: tuple[str, ...], findings: list[str]
) -> None:
    texts = at("föreslagen")
    assert refused(report(texts | {file: blanked(texts[file], *keys)}), HOLD_IT) == findings


def test_a_session_after_the_decision_in_the_matter_is_a_fault_and_one_before_its_own_decision_a_warning() -> (
    None
):
    texts = at("utvärderad")
    session = "tillfallen/2027-04-14-stranden.yaml"
    late = texts | {session: texts[session].replace("datum: 2027-04-14", "datum: 2027-09-27")}
    early = texts | {session: texts[session].replace("datum: 2027-04-14", "datum: 2027-02-01")}
    assert said(report(late)) == [
        "Fel A-18: Dialogtillfälle: 27 september 2027. Det är efter Kommande beslut, 20 september 2027. "
        "(tillfallen/2027-04-14-stranden.yaml:1:8)",
        "Varning dagarnas-ordning: Dialogtillfälle 27 september 2027 ligger efter resultatet, "
        "21 maj 2027. Är det med i sammanställningen? (resultat.yaml:2:8)",
    ]
    assert said(report(early)) == [
        "Varning dagarnas-ordning: Handlingsplan är daterad 19 februari 2027. Det är efter "
        "dialogtillfälle, 1 februari 2027. (handlingsplan.yaml:1:8)",
        "Varning dagarnas-ordning: Kommunikationsplan är daterad 19 februari 2027. Det är efter "
        "dialogtillfälle, 1 februari 2027. (kommunikationsplan.yaml:1:8)",
        "Varning A-08b: Beslut om dialogen: 8 februari 2027. Det är efter Dialogtillfälle, 1 februari 2027. "
        "(beslut/2027-02-08-beslut-om-dialogen.yaml:3:8)",
    ]


def test_it_does_not_pretend_to_be_adopted_by_anybody() -> None:
    rulebook = load_rulebook("allman")
    assert adoption(rulebook.main_source) == "förslag, inte antaget"
    assert {rule.row for rule in rulebook.rules.values() if rule.severity is Severity.FEL} == {
        "A-01",
        "A-02",
        "A-03",
        "A-05",
        "A-08",
        "A-17",
        "A-18",
    }
