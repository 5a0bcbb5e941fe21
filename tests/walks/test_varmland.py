"""Region Värmland, walked on the sample dossier: from the initiative over four decisions to the
evaluation.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from helpers.walks import (
    Stage,
    Texts,
    as_seen,
    blanked,
    is_ready,
    refused,
    said,
    sample_texts,
    texts_at,
    walked,
    where,
    with_text,
)

from dialogcli.checking.report import Report
from dialogcli.dossier.select import fingerprint
from dialogcli.process.course import turns

AFTERWARDS = date(2026, 6, 4)
PRESIDIUM, PLAN, COMMUNICATION, MATTER = (
    "dialogbeslut",
    "handlingsplan",
    "kommunikationsplan",
    "sakbeslut",
)

TO_HOLD_IT = "beslut/2025-02-10-presidiets-beslut.yaml"
PLAN_ADOPTED = "beslut/2025-03-05-handlingsplan.yaml"
COMMUNICATION_ADOPTED = "beslut/2025-03-05-kommunikationsplan.yaml"
DECIDED = "beslut/2025-11-26-beslut-i-sakfragan.yaml"
FIRST_SESSION = "tillfallen/2025-04-16-tjarnasa.yaml"
IN_APRIL = "tillfallen/2025-04-30-ronnfallsberg.yaml"
LAST_SESSION = "tillfallen/2025-05-22-gymnasieklass-soder.yaml"
CANCELLED = "tillfallen/2025-04-29-vidnasviken.yaml"
TO_THE_ASSEMBLY = "aterkoppling/fullmaktige.yaml"

NO_INITIATIVE = (
    "Upplysning V-03: De förtroendevaldas intresse saknas. (initiativ.yaml:1:1)",
    "Fel V-13: Syfte saknas. (initiativ.yaml:1:1)",
    "Fel V-14: Skäl till dialogen saknas. (initiativ.yaml:1:1)",
    "Fel V-15: Den som formulerat syftet saknas. (initiativ.yaml:1:1)",
    "Varning V-16: Slag av initiativtagare saknas. (initiativ.yaml:1:1)",
    "Fel V-17: Övergripande frågeställning saknas. (initiativ.yaml:1:1)",
    "Fel V-18: Dagen då initiativet kom in saknas. (initiativ.yaml:1:1)",
)

NO_PLAN = (
    "Upplysning V-50: Grupper som sällan hörs saknas. (malgruppsanalys.yaml:1:1)",
    "Varning V-51: Målgruppsanalys saknas. (malgruppsanalys.yaml:1:1)",
    "Fel V-52: Jämställdhetsperspektiv saknas. (malgruppsanalys.yaml:1:1)",
    "Fel V-53: Barnrättsperspektiv saknas. (malgruppsanalys.yaml:1:1)",
    "Varning V-54: Regional spridning saknas. (malgruppsanalys.yaml:1:1)",
    "Varning V-26c: Datum saknas. (handlingsplan.yaml:1:1)",
    'Fel V-36: "Syfte" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-37: "Val av målgrupp och deltagare" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-38: "Funktioner i förvaltningen som förväntas bidra innan eller under genomförandet" saknas. '
    "(handlingsplan.yaml:1:1)",
    'Fel V-39: "Val av metod" saknas. (handlingsplan.yaml:1:1)',
    "Fel V-40: Första dialogtillfället saknas. (handlingsplan.yaml:1:1)",
    'Fel V-40: "Tidsplanering" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-41: "Aktivitetslista" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-42: "Ansvar och roller" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-43: "Utbildningsinsatser inför dialogerna" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-44: "Återkoppling och utvärdering" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-45: "Hur dialogen ska dokumenteras" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-46: "Hur resultaten ska tas tillvara och spridas" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:1:1)',
    'Fel V-48: "Kostnader för genomförandet" saknas. (handlingsplan.yaml:1:1)',
)

NO_COMMUNICATION = (
    "Fel V-32: Budskap saknas. (kommunikationsplan.yaml:1:1)",
    "Varning V-33d: Datum saknas. (kommunikationsplan.yaml:1:1)",
    "Fel V-49: Budskap saknas. (kommunikationsplan.yaml:1:1)",
)

NO_BUDGET = (
    "Fel V-60: Budgetposter saknas. (budget.yaml:1:1)",
    "Varning V-62: Budgetposter saknas. (budget.yaml:1:1)",
)

NOT_TOLD = (
    "Fel V-30: Återkoppling saknas till: allmänheten. (aterkoppling/allmanheten.yaml:1:1)",
    "Fel V-64: Återkoppling saknas till: de invånare som deltog. (aterkoppling/deltagare.yaml:1:1)",
    "Fel V-63: Återkoppling saknas till: de förtroendevalda som genomförde dialogen. "
    "(aterkoppling/fortroendevalda.yaml:1:1)",
    "Fel V-65: Återkoppling saknas till: regionfullmäktige. (aterkoppling/fullmaktige.yaml:1:1)",
)

NOT_EVALUATED = (
    "Varning V-44b: Utvärdering mot uppdraget saknas. (utvardering.yaml:1:1)",
    "Varning V-44b: Lärdomar saknas. (utvardering.yaml:1:1)",
)

OF_A_SESSION = (
    "status",
    "ledare",
    "antal_förtroendevalda",
    "antal_medborgare",
    "sammanfattning",
    "handläggare",
)

STAGES = (
    Stage(
        "ett ärende",
        ("dossier",),
        "initiativ",
        PRESIDIUM,
        (
            "Fel V-04: Påverkbart beslut saknas. (provning.yaml:1:1)",
            "Fel V-10: Främsta syfte saknas. (provning.yaml:1:1)",
            *NO_INITIATIVE,
        ),
        today=date(2025, 1, 13),
    ),
    Stage("prövat", ("provning",), "initiativ", PRESIDIUM, NO_INITIATIVE, today=date(2025, 1, 13)),
    Stage(
        "föreslaget", ("initiativ",), "dialogbeslut", PRESIDIUM, ready=True, today=date(2025, 1, 22)
    ),
    Stage(
        "beslutat",
        ("beslut/2025-02-10",),
        "planering",
        PLAN,
        (*NO_PLAN, *NO_COMMUNICATION, *NO_BUDGET),
        blank={TO_HOLD_IT: ("expedierat",)},
        today=date(2025, 2, 10),
    ),
    Stage(
        "handlingsplanen skriven",
        ("malgruppsanalys", "handlingsplan", "budget"),
        "handlingsplan",
        PLAN,
        NO_COMMUNICATION,
        ready=True,
        today=date(2025, 2, 21),
    ),
    Stage(
        "båda planerna skrivna",
        ("kommunikationsplan",),
        "handlingsplan",
        PLAN,
        ready=True,
        today=date(2025, 2, 24),
    ),
    Stage(
        "handlingsplanen fastställd",
        ("beslut/2025-03-05-handlingsplan",),
        "kommunikationsplan",
        COMMUNICATION,
        ready=True,
        blank={PLAN_ADOPTED: ("expedierat",)},
        today=date(2025, 3, 5),
    ),
    Stage(
        "båda planerna fastställda",
        ("beslut/2025-03-05-kommunikationsplan",),
        "resurser",
        MATTER,
        ("Fel V-34: Resurser och arbetsgrupper saknas. (resurser.yaml:1:1)",),
        blank={PLAN_ADOPTED: ("expedierat",), COMMUNICATION_ADOPTED: ("expedierat",)},
        today=date(2025, 3, 5),
    ),
    Stage("förberett", ("resurser",), "genomförande", MATTER, today=date(2025, 3, 24)),
    Stage(
        "halvvägs",
        ("tillfallen/2025-04",),
        "genomförande",
        MATTER,
        blank={IN_APRIL: OF_A_SESSION},
        today=date(2025, 4, 29),
    ),
    Stage(
        "genomfört",
        ("tillfallen/",),
        "sammanställning",
        MATTER,
        (
            "Fel V-29: Den som sammanställt resultatet saknas. (resultat.yaml:1:1)",
            "Fel V-29: Datum saknas. (resultat.yaml:1:1)",
            "Fel V-29: Teman saknas. (resultat.yaml:1:1)",
        ),
        today=date(2025, 5, 23),
    ),
    Stage(
        "sammanställt",
        ("resultat",),
        "återkoppling",
        MATTER,
        NOT_TOLD,
        ready=True,
        blank={"resultat.yaml": ("disposition", "skäl")},
        today=date(2025, 6, 5),
    ),
    Stage(
        "återkopplat till deltagarna",
        (
            "aterkoppling/fortroendevalda",
            "aterkoppling/deltagare.yaml",
            "aterkoppling/deltagare-gymnasieklasserna",
            "aterkoppling/allmanheten.yaml",
        ),
        "återkoppling",
        MATTER,
        (
            "Fel V-65: Återkoppling saknas till: regionfullmäktige. Den är försenad, räknat från "
            "5 juni 2025. (aterkoppling/fullmaktige.yaml:1:1)",
        ),
        ready=True,
        today=date(2025, 6, 19),
    ),
    Stage(
        "återkopplat till fullmäktige",
        ("aterkoppling/fullmaktige",),
        "sakbeslut",
        MATTER,
        ready=True,
        today=date(2025, 9, 24),
    ),
    Stage(
        "avgjort",
        ("beslut/2025-11-26",),
        "utvärdering",
        "",
        NOT_EVALUATED,
        blank={DECIDED: ("expedierat",)},
        today=date(2025, 11, 26),
    ),
    Stage(
        "återkopplat efter beslutet",
        ("aterkoppling/",),
        "utvärdering",
        "",
        NOT_EVALUATED,
        today=date(2025, 12, 3),
    ),
    Stage("utvärderat", ("utvardering",), "", "", today=date(2026, 1, 2)),
)

HANDLER, BOARD, ASSEMBLY = "ansvarig handläggare", "kollektivtrafiknämnden", "regionfullmäktige"
COMMUNICATORS = "kommunikationsavdelningen"

TURNS = {
    "ett ärende": ["den som tar initiativet"],
    "prövat": ["den som tar initiativet"],
    "föreslaget": ["regionfullmäktiges presidium"],
    "beslutat": [HANDLER, COMMUNICATORS],
    "handlingsplanen skriven": [BOARD, COMMUNICATORS],
    "båda planerna skrivna": [BOARD, BOARD],
    "handlingsplanen fastställd": [BOARD],
    "båda planerna fastställda": ["regiondirektören"],
    "förberett": ["det organ som genomför dialogen"],
    "halvvägs": ["det organ som genomför dialogen"],
    "genomfört": [HANDLER],
    "sammanställt": [HANDLER, ASSEMBLY],
    "återkopplat till deltagarna": [HANDLER, ASSEMBLY],
    "återkopplat till fullmäktige": [ASSEMBLY],
    "avgjort": [HANDLER],
    "återkopplat efter beslutet": [HANDLER],
    "utvärderat": [],
}


def at(stage: str) -> Texts:
    return texts_at(sample_texts(), STAGES, stage)


def report(texts: Texts, today: date = AFTERWARDS) -> Report:
    return walked("varmland", texts, today)


def told(lines: list[str]) -> list[str]:
    """Findings without line and column: the sample has much help between its answers, and it may
    get more.
    """
    return [re.sub(r":\d+:\d+\)$", ")", one) for one in lines]


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_each_stage_has_its_step_its_findings_and_its_next_decision(stage: Stage) -> None:
    found = report(at(stage.name), stage.today)
    assert as_seen(stage, found) == stage
    assert found.unjudged == ()


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_whose_turn_it_is(stage: Stage) -> None:
    assert [turn.who for turn in turns(report(at(stage.name), stage.today).standing)] == TURNS[
        stage.name
    ]


@pytest.mark.parametrize(
    "today", [date(2025, 12, 17), date(2026, 11, 30), date(2040, 1, 1)], ids=str
)
def test_the_whole_sample_is_clean_on_any_day_from_its_last_on(today: date) -> None:
    found = report(sample_texts(), today)
    assert (said(found), where(found)) == ([], ("", ""))


BASIS = [
    ("föreslaget", PRESIDIUM, "provning.yaml", "främsta_syfte", "Fel V-10: Främsta syfte saknas."),
    (
        "föreslaget",
        PRESIDIUM,
        "provning.yaml",
        "går_att_påverka",
        "Fel V-04: Påverkbart beslut saknas.",
    ),
    (
        "föreslaget",
        PRESIDIUM,
        "initiativ.yaml",
        "initiativ_från",
        "Varning V-16: Slag av initiativtagare saknas.",
    ),
    (
        "föreslaget",
        PRESIDIUM,
        "initiativ.yaml",
        "inkom",
        "Fel V-18: Dagen då initiativet kom in saknas.",
    ),
    ("föreslaget", PRESIDIUM, "initiativ.yaml", "syfte", "Fel V-13: Syfte saknas."),
    ("föreslaget", PRESIDIUM, "initiativ.yaml", "varför", "Fel V-14: Skäl till dialogen saknas."),
    (
        "föreslaget",
        PRESIDIUM,
        "initiativ.yaml",
        "frågeställning",
        "Fel V-17: Övergripande frågeställning saknas.",
    ),
    (
        "båda planerna skrivna",
        PLAN,
        "dossier.yaml",
        "handläggare",
        "Fel V-26: Ansvarig handläggare saknas.",
    ),
    (
        "båda planerna skrivna",
        PLAN,
        "malgruppsanalys.yaml",
        "barnrätt",
        "Fel V-53: Barnrättsperspektiv saknas.",
    ),
    (
        "båda planerna skrivna",
        PLAN,
        "malgruppsanalys.yaml",
        "jämställdhet",
        "Fel V-52: Jämställdhetsperspektiv saknas.",
    ),
    (
        "båda planerna skrivna",
        PLAN,
        "handlingsplan.yaml",
        "första_tillfälle",
        "Fel V-40: Första dialogtillfället saknas.",
    ),
    (
        "båda planerna skrivna",
        PLAN,
        "handlingsplan.yaml",
        "risker",
        'Fel V-47: "Utmaningar och risker" saknas.',
    ),
]


@pytest.mark.parametrize(
    ("stage", "gate", "file", "key", "finding"), BASIS, ids=[f"{row[2]} {row[3]}" for row in BASIS]
)
def test_a_decision_is_refused_while_a_piece_of_its_basis_is_missing(
    stage: str, gate: str, file: str, key: str, finding: str
) -> None:
    texts = at(stage)
    today = next(one.today for one in STAGES if one.name == stage)
    found = report(texts | {file: blanked(texts[file], key)}, today)
    assert told(refused(found, gate)) == [f"{finding} ({file})"]
    assert not is_ready(found, gate)


def test_communication_is_planned_inwards_and_outwards_at_all_times() -> None:
    texts = at("handlingsplanen fastställd")
    assert told(
        refused(report(texts | {"kommunikationsplan.yaml": "datum: 2025-02-21\n"}), COMMUNICATION)
    ) == [f"Fel {rule}: Budskap saknas. (kommunikationsplan.yaml)" for rule in ("V-32", "V-49")]
    inwards, outwards = (f"riktning: {way}\n    fas: under" for way in ("intern", "extern"))
    silent = texts["kommunikationsplan.yaml"].replace(inwards, outwards)
    assert told(refused(report(texts | {"kommunikationsplan.yaml": silent}), COMMUNICATION)) == [
        "Fel V-32: Internt budskap under dialogen saknas. (kommunikationsplan.yaml)"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "findings"),
    [
        pytest.param(
            "handlingsplan.yaml",
            "datum: 2025-02-21",
            "datum: 2025-02-07",
            [
                "Fel V-26b: Presidiets beslut: 10 februari 2025. Det är efter Handlingsplan, 7 februari 2025. "
                f"({TO_HOLD_IT})"
            ],
            id="plan before the presidium's yes",
        ),
        pytest.param(
            PLAN_ADOPTED,
            "datum: 2025-03-05",
            "datum: 2025-04-17",
            [
                "Fel V-34b: Beslut om handlingsplan: 17 april 2025. Det är efter Resurser och "
                "arbetsgrupper, 13 mars 2025. "
                f"({PLAN_ADOPTED})",
                "Fel V-27: Beslut om handlingsplan, 17 april 2025 § 17: Dagen för expediering "
                f"12 mars 2025. Det är före beslutet. ({PLAN_ADOPTED})",
                "Fel dagarnas-ordning: Dialogtillfälle 16 april 2025 ligger före Beslut om "
                "handlingsplan, 17 april 2025. Beslutet ska vara fattat först. "
                "(tillfallen/2025-04-16-tjarnasa.yaml)",
            ],
            id="plan adopted after the first session",
        ),
        pytest.param(
            COMMUNICATION_ADOPTED,
            "datum: 2025-03-05",
            "datum: 2025-04-17",
            [
                "Fel V-33: Beslut om kommunikationsplan, 17 april 2025 § 18: Dagen för expediering "
                f"12 mars 2025. Det är före beslutet. ({COMMUNICATION_ADOPTED})",
                "Fel dagarnas-ordning: Dialogtillfälle 16 april 2025 ligger före Beslut om "
                "kommunikationsplan, 17 april 2025. Beslutet ska vara fattat först. "
                "(tillfallen/2025-04-16-tjarnasa.yaml)",
            ],
            id="communication adopted after the first session",
        ),
        pytest.param(
            "resurser.yaml",
            "datum: 2025-03-13",
            "datum: 2025-03-03",
            [
                "Fel V-34b: Beslut om handlingsplan: 5 mars 2025. Det är efter Resurser och "
                "arbetsgrupper, 3 mars 2025. "
                f"({PLAN_ADOPTED})"
            ],
            id="resources before the plan",
        ),
        pytest.param(
            "handlingsplan.yaml",
            "datum: 2025-04-09\n    vad: Halvdag",
            "datum: 2025-04-23\n    vad: Halvdag",
            [
                'Varning V-27c: "Utbildningsinsatser inför dialogerna": texten är ändrad efter Beslut om handlingsplan '
                "5 mars 2025 § 17. (handlingsplan.yaml)",
            ],
            id="further training before a later session",
        ),
        pytest.param(
            LAST_SESSION,
            "datum: 2025-05-22",
            "datum: 2025-12-01",
            [
                "Fel V-04c: Dialogtillfälle: 1 december 2025. Det är efter Kommande beslut, 26 november 2025. "
                f"({LAST_SESSION})",
                "Varning dagarnas-ordning: Dialogtillfälle 1 december 2025 ligger efter resultatet, "
                "5 juni 2025. Är det med i sammanställningen? (resultat.yaml)",
            ],
            id="session after the decision in the matter",
        ),
        pytest.param(
            "aterkoppling/deltagare.yaml",
            "\ndatum: 2025-06-19",
            "\ndatum: 2025-06-02",
            [
                "Fel V-64: Återkoppling till de invånare som deltog: 2 juni 2025. Det är före Resultat, 5 juni 2025. "
                "(aterkoppling/deltagare.yaml)"
            ],
            id="told before there is a result",
        ),
    ],
)
def test_dates_in_the_wrong_order_are_found(
    file: str, old: str, new: str, findings: list[str]
) -> None:
    assert told(said(report(with_text(sample_texts(), file, old, new)))) == findings


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (
            "initiativ.yaml",
            "hur bör resorna ordnas",
            "hur ska resorna ordnas",
            "Varning V-20b: Övergripande frågeställning: texten är ändrad efter "
            "Presidiets beslut 10 februari 2025 § 4.",
        ),
        (
            "handlingsplan.yaml",
            "Vid varje bord förs",
            "Vid något bord förs",
            'Varning V-27c: "Hur dialogen ska dokumenteras": texten är ändrad efter Beslut om '
            "handlingsplan 5 mars 2025 "
            "§ 17.",
        ),
        (
            "malgruppsanalys.yaml",
            "Två av fem dialogcaféer",
            "Tre av fem dialogcaféer",
            "Varning V-27c: Jämställdhetsperspektiv: texten är ändrad efter Beslut om handlingsplan 5 mars 2025 § 17.",
        ),
        (
            "kommunikationsplan.yaml",
            "4 200 hushåll i",
            "2 400 hushåll i",
            "Varning V-33c: Budskap: texten är ändrad efter Beslut om kommunikationsplan 5 mars 2025 § 18.",
        ),
    ],
)
def test_one_changed_word_in_what_was_adopted_is_found(
    file: str, old: str, new: str, finding: str
) -> None:
    assert told(said(report(with_text(sample_texts(), file, old, new)))) == [f"{finding} ({file})"]


def test_the_decisions_hold_the_marks_of_what_they_adopted_and_the_activities_were_ticked_off_since() -> (
    None
):
    texts = sample_texts()
    dossier = report(texts).dossier
    changed_since = [
        answer.path
        for gate, file in (
            (PRESIDIUM, TO_HOLD_IT),
            (PLAN, PLAN_ADOPTED),
            (COMMUNICATION, COMMUNICATION_ADOPTED),
        )
        for form in dossier.rulebook.gate(gate).adopts
        for answer in dossier.files[form][0].answers.values()
        if f"fält: {answer.path}\n    avtryck: {fingerprint(answer)}\n" not in texts[file]
    ]
    assert changed_since == ["handlingsplan.aktiviteter"]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        pytest.param(
            PLAN_ADOPTED,
            "organ: kollektivtrafiknämnden",
            "organ: regionala utvecklingsnämnden",
            "Fel V-27: Beslut om handlingsplan: beslutat av regionala utvecklingsnämnden. Det ska beslutas av "
            "kollektivtrafiknämnden.",
            id="the plan is adopted by another nämnd than the presidium chose",
        ),
        pytest.param(
            "resurser.yaml",
            "av: regiondirektören",
            "av: handläggaren",
            "Fel V-34: Resurser och arbetsgrupper: ställning ska tas av regiondirektören. Här står handläggaren.",
            id="somebody else sees to the resources",
        ),
        pytest.param(
            FIRST_SESSION,
            "antal_förtroendevalda: 6",
            "antal_förtroendevalda: 0",
            "Fel V-23: Antal förtroendevalda: 0. Minst 1 behövs.",
            id="a session without any of the elected",
        ),
        pytest.param(
            FIRST_SESSION,
            "\nhandläggare: handläggaren för medborgardialog, kansliavdelningen",
            "\nhandläggare:",
            "Fel V-28: Ansvarig handläggare saknas.",
            id="a session without the handläggare",
        ),
        pytest.param(
            DECIDED,
            "  - resultat\n",
            "",
            "Fel V-05: Beslutsunderlag saknas.",
            id="decided without the result",
        ),
        pytest.param(
            TO_THE_ASSEMBLY,
            "paragraf: 142",
            "paragraf:",
            "Varning V-65b: Paragraf saknas.",
            id="told without a paragraph",
        ),
    ],
)
def test_what_is_done_in_another_way_than_the_directive_says_is_found(
    file: str, old: str, new: str, finding: str
) -> None:
    assert told(said(report(with_text(sample_texts(), file, old, new)))) == [f"{finding} ({file})"]


@pytest.mark.parametrize(
    ("file", "finding"),
    [
        (
            TO_HOLD_IT,
            "Fel V-19: Presidiets beslut saknas. Ändå finns det som kommer efter: Beslut om handlingsplan, "
            "Beslut om kommunikationsplan, 12 dialogtillfällen (det första 16 april 2025) och 4 till. "
            "(beslut/presidiets-beslut.yaml)",
        ),
        (
            PLAN_ADOPTED,
            "Fel V-27: Beslut om handlingsplan saknas. Ändå finns det som kommer efter: 12 dialogtillfällen "
            "(det första 16 april 2025), resultat, återkoppling och 2 till. (beslut/handlingsplan.yaml)",
        ),
        (
            COMMUNICATION_ADOPTED,
            "Fel V-33: Beslut om kommunikationsplan saknas. Ändå finns det som kommer efter: "
            "12 dialogtillfällen (det första 16 april 2025), resultat, återkoppling och 2 till. "
            "(beslut/kommunikationsplan.yaml)",
        ),
    ],
)
def test_a_dialogue_held_without_a_decision_is_found(file: str, finding: str) -> None:
    texts = sample_texts()
    del texts[file]
    assert told(said(report(texts))) == [finding]


def test_feedback_is_late_from_the_day_after_it_was_planned() -> None:
    texts = at("återkopplat till fullmäktige")
    waiting = texts | {TO_THE_ASSEMBLY: blanked(texts[TO_THE_ASSEMBLY], "datum")}
    assert said(report(waiting, date(2025, 9, 24))) == []
    assert told(said(report(waiting, date(2025, 9, 25)))) == [
        "Fel V-65: Återkoppling till regionfullmäktige är försenad. Den var planerad till 24 september 2025. "
        f"({TO_THE_ASSEMBLY})"
    ]


def test_shares_are_not_told_without_a_caveat() -> None:
    texts = with_text(
        sample_texts(), "resultat.yaml", "innehåller_andelar: nej", "innehåller_andelar: ja"
    )
    assert said(report(texts)) == []
    assert told(
        said(report(texts | {"resultat.yaml": blanked(texts["resultat.yaml"], "förbehåll")}))
    ) == ["Upplysning V-07: Förbehåll om representativitet saknas. (resultat.yaml)"]


def test_a_cancelled_session_needs_no_elected_and_says_why() -> None:
    texts = sample_texts()
    assert "\nstatus: inställt\n" in texts[CANCELLED]
    assert "strömavbrott" in texts[CANCELLED]


# --- the other ways that it can go


def by_a_citizen(texts: Texts) -> Texts:
    texts = with_text(
        texts, "initiativ.yaml", "initiativ_från: nämnd", "initiativ_från: medborgare"
    )
    for key in ("initiativtagare", "syfte_formulerat_av"):
        texts = with_text(
            texts,
            "initiativ.yaml",
            f"\n{key}: kollektivtrafiknämnden",
            f"\n{key}: enskild medborgare",
        )
    return texts


def test_a_private_citizen_may_take_the_initiative() -> None:
    found = report(by_a_citizen(at("föreslaget")), date(2025, 1, 22))
    assert said(found) == []
    assert is_ready(found, PRESIDIUM)


@pytest.mark.parametrize(
    ("field", "old", "new", "finding"),
    [
        (
            "främsta_syfte",
            "politiskt_beslut",
            "verksamhetsutveckling",
            "Upplysning V-10: Det här är en brukardialog. Direktivet gäller inte brukardialoger.",
        ),
        (
            "främsta_syfte",
            "politiskt_beslut",
            "information",
            "Upplysning V-04b: Det här är information. I en medborgardialog möts invånare och "
            "förtroendevalda i samtal.",
        ),
        (
            "går_att_påverka",
            "ja",
            "nej",
            "Upplysning V-04: Beslutet går inte längre att påverka. Då är det för sent för en "
            "medborgardialog.",
        ),
    ],
)
def test_what_is_no_dialogue_with_citizens_ends_at_the_first_step(
    field: str, old: str, new: str, finding: str
) -> None:
    found = report(
        with_text(at("föreslaget"), "provning.yaml", f"{field}: {old}\n", f"{field}: {new}\n")
    )
    assert (told(said(found)), where(found)) == ([f"{finding} (provning.yaml)"], ("initiativ", ""))


@pytest.mark.parametrize(
    ("stage", "file", "outcome", "place"),
    [
        ("beslutat", TO_HOLD_IT, "avslag", ("dialogbeslut", "")),
        ("beslutat", TO_HOLD_IT, "komplettering", ("initiativ", PRESIDIUM)),
        ("beslutat", TO_HOLD_IT, "vilande", ("dialogbeslut", PRESIDIUM)),
        ("handlingsplanen fastställd", PLAN_ADOPTED, "återremiss", ("planering", PLAN)),
        (
            "båda planerna fastställda",
            COMMUNICATION_ADOPTED,
            "återremiss",
            ("kommunikationsplanering", COMMUNICATION),
        ),
        ("avgjort", DECIDED, "återremiss", ("sammanställning", MATTER)),
        ("avgjort", DECIDED, "avslag", ("utvärdering", "")),
    ],
)
def test_where_the_other_outcomes_lead(
    stage: str, file: str, outcome: str, place: tuple[str, str]
) -> None:
    found = report(with_text(at(stage), file, "\nutfall: bifall", f"\nutfall: {outcome}"))
    assert where(found) == place
