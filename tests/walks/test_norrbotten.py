"""Region Norrbotten: from the first thought to the difference it made, in a matter that was sent
back once.
"""

from __future__ import annotations

from datetime import date

import pytest
from helpers.walks import (
    Stage,
    Texts,
    as_seen,
    blanked,
    dossier_texts,
    refused,
    said,
    texts_at,
    walked,
    where,
    with_text,
)

from dialogcli.checking.report import Report
from dialogcli.dossier.select import fingerprint

CHAIR = "beslut/2027-02-09-ordforandens-beslut.yaml"
SENT_BACK = "beslut/2027-10-20-beslut-i-sakfragan.yaml"
DECIDED = "beslut/2027-11-24-beslut-i-sakfragan.yaml"
LAST_SESSION = "tillfallen/2027-05-18-pa-distans.yaml"
CONSIDERATION, SCOPE = "overvagande.yaml", "provning.yaml"
PLAN, TERMS = "kommunikationsplan.yaml", "forutsattningar.yaml"
RESULT, PROPOSAL, ANSWER = "resultat.yaml", "forslag.yaml", "aterremiss.yaml"
AFTERWARDS = date(2028, 6, 1)

NO_TERMS = (
    "Varning N-08a: Öppenhet för alla invånare saknas. (forutsattningar.yaml:1:1)",
    "Fel N-26a: Avsedd skillnad saknas. (forutsattningar.yaml:1:1)",
    "Fel N-27a: Hantering av synpunkter saknas. (forutsattningar.yaml:1:1)",
    "Varning N-27b: Dagen då inbjudan gick ut saknas. (forutsattningar.yaml:1:1)",
    "Fel N-28: Det som kan påverkas saknas. (forutsattningar.yaml:1:1)",
    "Fel N-28: Det som inte kan påverkas saknas. (forutsattningar.yaml:1:1)",
    "Fel N-29a: Metoder saknas. (forutsattningar.yaml:1:1)",
    "Fel N-30: Grupper som sällan hörs saknas. (forutsattningar.yaml:1:1)",
)

UNANSWERED = tuple(
    f"Fel obesvarad-punkt: Beslut i sakfrågan 20 oktober 2027 § 96: punkt {number} har inget svar: {point}. "
    f"(beslut/2027-10-20-beslut-i-sakfragan.yaml:{line}:5)"
    for number, point, line in (
        (1, "Redovisa vad hälsorummen kostar på varje ort", 16),
        (2, "Visa vad som händer med ett rum när affären som det ligger i läggs ned", 17),
    )
)

STAGES = (
    Stage(
        "registrerat",
        ("dossier.yaml",),
        "övervägande",
        "dialogbeslut",
        ("Fel N-15: Behov av medborgardialog saknas. (overvagande.yaml:1:1)",),
        today=date(2027, 1, 4),
    ),
    Stage(
        "övervägt",
        (CONSIDERATION,),
        "prövning",
        "dialogbeslut",
        (
            "Fel N-09a: Brukardialog saknas. (provning.yaml:1:1)",
            "Upplysning N-11: Koppling till styrningen saknas. (provning.yaml:1:1)",
            "Fel N-16a: Påverkbart beslut saknas. (provning.yaml:1:1)",
            "Fel N-17a: Sakkunskapens betydelse saknas. (provning.yaml:1:1)",
        ),
        today=date(2027, 1, 14),
    ),
    Stage("prövat", (SCOPE,), "dialogbeslut", "dialogbeslut", ready=True, today=date(2027, 1, 25)),
    Stage(
        "beslutat",
        (CHAIR,),
        "kommunikationsplanering",
        "sakbeslut",
        (
            "Fel N-21a: Datum saknas. (kommunikationsplan.yaml:1:1)",
            'Fel N-22: "Syfte" saknas. (kommunikationsplan.yaml:1:1)',
            'Fel N-23: "Mål" saknas. (kommunikationsplan.yaml:1:1)',
            'Fel N-24: "Aktivitetsplan" saknas. (kommunikationsplan.yaml:1:1)',
            'Fel N-25: "Återkoppling till deltagarna" saknas. (kommunikationsplan.yaml:1:1)',
            *NO_TERMS,
        ),
        blank={CHAIR: ("expedierat",)},
        today=date(2027, 2, 9),
    ),
    Stage("planerat", (PLAN,), "förutsättningar", "sakbeslut", NO_TERMS, today=date(2027, 2, 26)),
    Stage("inbjudet", (TERMS,), "genomförande", "sakbeslut", today=date(2027, 3, 15)),
    Stage("genomfört", ("tillfallen/",), "sammanställning", "sakbeslut", today=date(2027, 5, 18)),
    Stage(
        "sammanställt",
        (RESULT,),
        "ställningstagande",
        "sakbeslut",
        (
            "Varning N-41: Slutsatser av dialogen saknas. (forslag.yaml:1:1)",
            *(
                f'Varning N-36a: Rad {row}: "{column}" saknas. (resultat.yaml:{line + below}:5)'
                for row, line in enumerate((9, 14, 19, 24, 29), 1)
                for below, column in enumerate(("Ställningstagande", "Skäl"))
            ),
            "Varning N-25b: Återkoppling saknas till: deltagarna. (aterkoppling/deltagare.yaml:1:1)",
            "Fel N-07: Återkoppling saknas till: medborgarna. (aterkoppling/medborgare.yaml:1:1)",
        ),
        blank={RESULT: ("disposition", "skäl")},
        today=date(2027, 6, 4),
    ),
    Stage(
        "återkopplat",
        ("aterkoppling/deltagare.yaml", "aterkoppling/medborgare-resultatet.yaml"),
        "beredning",
        "sakbeslut",
        ("Varning N-41: Slutsatser av dialogen saknas. (forslag.yaml:1:1)",),
        today=date(2027, 6, 14),
    ),
    Stage("föreslaget", (PROPOSAL,), "sakbeslut", "sakbeslut", ready=True, today=date(2027, 9, 14)),
    Stage(
        "återremitterat",
        (SENT_BACK,),
        "beredning",
        "sakbeslut",
        (*UNANSWERED, "Varning N-35: Svar på återremissen saknas. (aterremiss.yaml:1:1)"),
        blank={SENT_BACK: ("expedierat",)},
        today=date(2027, 10, 20),
    ),
    Stage("besvarat", (ANSWER,), "beredning", "sakbeslut", today=date(2027, 11, 2)),
    Stage(
        "avgjort",
        (DECIDED,),
        "delgivning",
        "",
        (
            "Varning N-44: Mottagare av protokollsutdrag saknas. (beslut/2027-11-24-beslut-i-sakfragan.yaml:18:1)",
            "Varning N-37b: Dagen för expediering saknas. (beslut/2027-11-24-beslut-i-sakfragan.yaml:19:1)",
        ),
        blank={DECIDED: ("mottagare", "expedierat")},
        today=date(2027, 11, 24),
    ),
    Stage(
        "delgivet",
        ("aterkoppling/medborgare-beslutet.yaml",),
        "verkan",
        "",
        ("Varning N-26b: Uppnådd skillnad saknas. (verkan.yaml:1:1)",),
        today=date(2027, 12, 2),
    ),
    Stage("avslutat", ("verkan.yaml", "utvardering.yaml"), "", ""),
)


def at(stage: str) -> Texts:
    return texts_at(dossier_texts("norrbotten"), STAGES, stage)


def check(texts: Texts, today: date = AFTERWARDS) -> Report:
    return walked("norrbotten", texts, today)


def without(texts: Texts, *beginnings: str) -> Texts:
    return {file: text for file, text in texts.items() if not file.startswith(beginnings)}


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_each_stage_has_its_step_its_findings_and_its_next_decision(stage: Stage) -> None:
    found = check(at(stage.name), stage.today)
    assert as_seen(stage, found) == stage
    assert found.unjudged == ()


@pytest.mark.parametrize(
    ("file", "key", "finding"),
    [
        ("dossier.yaml", "beslutsväg", "Fel N-19b: Beslutsväg saknas. (dossier.yaml:31:1)"),
        (
            "dossier.yaml",
            "ansvarigt_organ",
            "Varning N-38: Ansvarigt politiskt organ saknas. (dossier.yaml:14:1)",
        ),
        (
            "dossier.yaml",
            "skede",
            "Fel N-16c: Kommande beslut: Skede i beslutsprocessen saknas. (dossier.yaml:21:3)",
        ),
        (
            "dossier.yaml",
            "ärende",
            "Fel N-40: Kommande beslut: Ärende saknas. (dossier.yaml:17:3)",
        ),
        (SCOPE, "brukardialog", "Fel N-09a: Brukardialog saknas. (provning.yaml:1:1)"),
        (
            SCOPE,
            "styrs_av_sakkunskap",
            "Fel N-17a: Sakkunskapens betydelse saknas. (provning.yaml:9:1)",
        ),
        (SCOPE, "går_att_påverka", "Fel N-16a: Påverkbart beslut saknas. (provning.yaml:17:1)"),
        (
            SCOPE,
            "utrymme_att_påverka",
            "Fel N-16b: Utrymme att påverka saknas. (provning.yaml:19:1)",
        ),
        (
            SCOPE,
            "koppling_till_styrning",
            "Upplysning N-11: Koppling till styrningen saknas. (provning.yaml:31:1)",
        ),
    ],
)
def test_the_chair_is_not_to_decide_on_an_incomplete_basis(
    file: str, key: str, finding: str
) -> None:
    texts = at("prövat")
    assert refused(check(texts | {file: blanked(texts[file], key)}), "dialogbeslut") == [finding]


@pytest.mark.parametrize(
    ("stage", "file", "key", "findings"),
    [
        (
            "föreslaget",
            PROPOSAL,
            "slutsatser",
            ["Varning N-41: Slutsatser av dialogen saknas. (forslag.yaml:3:1)"],
        ),
        (
            "besvarat",
            ANSWER,
            "svar_på_återremiss",
            [*UNANSWERED, "Varning N-35: Svar på återremissen saknas. (aterremiss.yaml:1:1)"],
        ),
        ("besvarat", ANSWER, "svar", [*UNANSWERED]),
    ],
)
def test_the_matter_is_not_to_be_decided_on_an_incomplete_basis(
    stage: str, file: str, key: str, findings: list[str]
) -> None:
    texts = at(stage)
    assert refused(check(texts), "sakbeslut") == []
    assert refused(check(texts | {file: blanked(texts[file], key)}), "sakbeslut") == findings


def test_a_theme_that_nobody_has_considered_stands_in_the_way() -> None:
    texts = with_text(at("besvarat"), RESULT, "disposition: förs_vidare", "disposition:")
    assert refused(check(texts), "sakbeslut") == [
        'Varning N-36a: Rad 4: "Ställningstagande" saknas. (resultat.yaml:24:5)'
    ]


def test_a_decision_without_the_result_among_its_basis_is_found() -> None:
    texts = with_text(at("avslutat"), DECIDED, "  - resultat\n", "")
    assert said(check(texts)) == [
        "Fel N-06a: Beslutsunderlag: Resultat saknas. (beslut/2027-11-24-beslut-i-sakfragan.yaml:15:3)"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "findings"),
    [
        pytest.param(
            CHAIR,
            "datum: 2027-02-09",
            "datum: 2027-04-14",
            [
                "Fel N-19a: Ordförandens beslut, 14 april 2027: Dagen för expediering 10 februari "
                f"2027. Det är före beslutet. ({CHAIR}:25:13)",
                "Fel dagarnas-ordning: Dialogtillfälle 13 april 2027 ligger före Ordförandens beslut, "
                "14 april 2027. Beslutet ska vara fattat först. "
                "(tillfallen/2027-04-13-ravselkroken.yaml:1:8)",
            ],
            id="decision after the first session",
        ),
        pytest.param(
            PLAN,
            "datum: 2027-02-26",
            "datum: 2027-04-14",
            [
                "Fel N-21b: Kommunikationsplan: 14 april 2027. Det är efter Dialogtillfälle, 13 april 2027. "
                "(kommunikationsplan.yaml:1:8)"
            ],
            id="plan after the first session",
        ),
        pytest.param(
            TERMS,
            "inbjudan_publicerad: 2027-03-15",
            "inbjudan_publicerad: 2027-04-14",
            [
                "Fel N-27c: Dagen då inbjudan gick ut: 14 april 2027. Det är efter Dialogtillfälle, 13 april 2027. "
                "(forutsattningar.yaml:72:22)"
            ],
            id="invitation after the first session",
        ),
        pytest.param(
            LAST_SESSION,
            "datum: 2027-05-18",
            "datum: 2027-06-08",
            [
                "Fel N-06b: Dialogtillfälle: 8 juni 2027. Det är efter Resultat, 4 juni 2027. "
                f"({LAST_SESSION}:1:8)"
            ],
            id="session after the result",
        ),
        pytest.param(
            LAST_SESSION,
            "datum: 2027-05-18",
            "datum: 2027-11-30",
            [
                "Fel N-06b: Dialogtillfälle: 30 november 2027. Det är efter Resultat, 4 juni 2027. "
                f"({LAST_SESSION}:1:8)",
                "Fel N-16d: Dialogtillfälle: 30 november 2027. Det är efter Kommande beslut, 24 november 2027. "
                f"({LAST_SESSION}:1:8)",
            ],
            id="dialogue after the decision",
        ),
        pytest.param(
            DECIDED,
            "expedierat: 2027-12-01",
            "expedierat: 2027-11-17",
            [
                "Fel N-18: Beslut i sakfrågan, 24 november 2027 § 118: Dagen för expediering "
                f"17 november 2027. Det är före beslutet. ({DECIDED}:26:13)"
            ],
            id="served before it was decided",
        ),
        pytest.param(
            "aterkoppling/deltagare.yaml",
            "\ndatum: 2027-06-14",
            "\ndatum: 2027-05-31",
            [
                "Varning N-25b: Återkoppling till deltagarna: 31 maj 2027. Det är före Resultat, 4 juni 2027. "
                "(aterkoppling/deltagare.yaml:5:8)"
            ],
            id="feedback before the result",
        ),
    ],
)
def test_dates_in_the_wrong_order_are_found(
    file: str, old: str, new: str, findings: list[str]
) -> None:
    assert said(check(with_text(at("avslutat"), file, old, new))) == findings


def test_a_matter_decided_before_the_result_was_there_is_found() -> None:
    texts = without(at("avslutat"), SENT_BACK)
    assert said(check(with_text(texts, DECIDED, "datum: 2027-11-24", "datum: 2027-05-26"))) == [
        "Varning dagarnas-ordning: Förslag till beslut i sakfrågan är daterad 2 november 2027. "
        "Det är efter Beslut i sakfrågan, 26 maj 2027. (forslag.yaml:1:8)",
        "Fel N-06b: Resultat: 4 juni 2027. Det är efter Beslut i sakfrågan, 26 maj 2027. (resultat.yaml:3:8)",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (
            CONSIDERATION,
            "14 000 invånare",
            "15 000 invånare",
            "Varning N-19d: Behov av medborgardialog: texten är ändrad efter Ordförandens beslut 9 februari 2027. "
            "(overvagande.yaml:6:3)",
        ),
        (
            PROPOSAL,
            "2028-2031 antas",
            "2028-2032 antas",
            "Varning N-36b: Förslag till beslut: texten är ändrad efter Beslut i sakfrågan 24 november 2027 § 118. "
            "(forslag.yaml:7:22)",
        ),
    ],
)
def test_one_changed_word_in_what_was_decided_is_found(
    file: str, old: str, new: str, finding: str
) -> None:
    assert said(check(with_text(at("avslutat"), file, old, new))) == [finding]


def test_the_decisions_hold_the_marks_of_all_that_they_rest_on() -> None:
    dossier = check(at("avslutat")).dossier
    for gate, file in (("dialogbeslut", CHAIR), ("sakbeslut", DECIDED)):
        marks = [
            fingerprint(answer)
            for form in dossier.rulebook.gate(gate).adopts
            for answer in dossier.files[form][0].answers.values()
            if answer.filled
        ]
        assert all(f'avtryck: "{mark}"' in at("avslutat")[file] for mark in marks)


# --- the other ways that it can go


def test_a_no_after_consideration_ends_it_without_a_fault() -> None:
    texts = at("övervägt")
    report = check(with_text(texts, CONSIDERATION, "svar: ja", "svar: nej"))
    [end] = said(report)
    assert end.startswith(
        "Upplysning avslutad: Behov av medborgardialog: nej. Dialogen är avslutad. Skäl: "
    )
    assert where(report) == ("övervägande", "")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (
            "brukardialog",
            "Upplysning N-09b: Det här är en patient- eller brukardialog. Policyn gäller inte sådana. Skäl: ",
        ),
        (
            "styrs_av_sakkunskap",
            "Upplysning N-17b: Frågan avgörs av sakkunskap. Då ska medborgardialog inte användas. Skäl: ",
        ),
    ],
)
def test_what_lies_outside_the_policy_ends_at_the_scope_test(question: str, says: str) -> None:
    report = check(
        with_text(at("prövat"), SCOPE, f"{question}:\n  svar: nej", f"{question}:\n  svar: ja")
    )
    [end] = said(report)
    assert end.startswith(says)
    assert where(report) == ("prövning", "")


def test_the_chair_says_no() -> None:
    texts = with_text(at("beslutat"), CHAIR, "utfall: bifall", "utfall: avslag")
    report = check(texts)
    assert said(report) == [
        "Upplysning avslutad: Ordförandens beslut, 9 februari 2027: avslag. Dialogen är avslutad. "
        f"({CHAIR}:9:9)"
    ]
    assert where(report) == ("dialogbeslut", "")


def test_the_chair_asks_for_more() -> None:
    texts = with_text(at("beslutat"), CHAIR, "utfall: bifall", "utfall: komplettering")
    report = check(texts, date(2027, 2, 12))
    assert (said(report), where(report)) == ([], ("prövning", "dialogbeslut"))


def by_a_preparing_body(texts: Texts) -> Texts:
    """The same dialogue, decided by one of the assembly's preparing bodies in its own order."""
    texts = with_text(texts, "dossier.yaml", "beslutsväg: ordförande", "beslutsväg: beredning")
    texts = with_text(
        texts,
        CHAIR,
        "organ: regionala utvecklingsnämnden\n\nroll: ordförande",
        "organ: demokratiberedningen",
    )
    return texts | {CHAIR: blanked(texts[CHAIR], "antaget")}


WITHOUT_MARKS = (
    "Varning antaget-saknas: Ordförandens beslut 9 februari 2027: avtrycken av det som antogs "
    "saknas. Därför märks det inte om texten ändras. "
    "(beslut/2027-02-09-ordforandens-beslut.yaml:25:1)"
)
"""Of the decision that `by_a_preparing_body` takes the marks from."""


def test_a_preparing_body_decides_in_its_own_order() -> None:
    texts = by_a_preparing_body(at("avslutat"))
    order = "  ej_tillämpligt: Nämndens ordförande beslutar, inte en beredning."
    texts = with_text(texts, SCOPE, f"\n{order}", " Regionfullmäktige 2026-11-18 § 140")
    assert said(check(texts)) == [WITHOUT_MARKS]


def test_a_preparing_body_names_its_order() -> None:
    texts = by_a_preparing_body(at("avslutat"))
    assert said(check(texts | {SCOPE: blanked(texts[SCOPE], "beslutsordning")})) == [
        "Fel N-20b: Beredningens beslutsordning saknas. (provning.yaml:38:1)",
        WITHOUT_MARKS,
    ]


@pytest.mark.parametrize("file", ["utvardering.yaml", "aterkoppling/medborgare-beslutet.yaml"])
def test_what_the_policy_leaves_open_is_never_missed(file: str) -> None:
    assert said(check(without(at("avslutat"), file))) == []


def test_feedback_that_is_late_is_found() -> None:
    texts = at("återkopplat")
    late = "aterkoppling/medborgare-resultatet.yaml"
    assert said(check(texts | {late: blanked(texts[late], "datum")}, date(2027, 6, 15)))[1:] == [
        "Fel N-07: Återkoppling till medborgarna är försenad. Den var planerad till 14 juni 2027. "
        "(aterkoppling/medborgare-resultatet.yaml:3:11)"
    ]
