"""Hagfors kommun: from the consideration over one decision by the assembly to the evaluation, and
what is refused.
"""

from datetime import date

import pytest
from helpers.walks import (
    Stage,
    as_seen,
    blanked,
    dossier_texts,
    is_ready,
    refused,
    said,
    sample_texts,
    texts_at,
    walked,
    with_text,
)

from dialogcli.checking.report import Report
from dialogcli.rulebook.loader import load_rulebook

TODAY = date(2027, 12, 20)
KF, MATTER = "dialogbeslut", "sakbeslut"
DECISION = "beslut/2027-02-22-kommunfullmaktiges-beslut.yaml"

STAGES = (
    Stage(
        "ett ärende",
        ("dossier",),
        "övervägande",
        KF,
        (
            "Fel H-17: Behov av medborgardialog saknas. (overvagande.yaml:1:1)",
            "Fel H-25: Ändring av styrdokument saknas. (overvagande.yaml:1:1)",
        ),
        today=date(2027, 1, 11),
    ),
    Stage(
        "övervägd",
        ("provning", "overvagande"),
        "förslag",
        KF,
        (
            "Fel H-09: Slag av initiativtagare saknas. (forslag.yaml:1:1)",
            "Fel H-11: Organ som föreslår dialogen saknas. (forslag.yaml:1:1)",
            "Fel H-11b: Föreslagen tid saknas. (forslag.yaml:1:1)",
            "Upplysning H-15: Koppling till styrningen saknas. (forslag.yaml:1:1)",
            "Fel H-20: Syfte saknas. (forslag.yaml:1:1)",
            "Fel H-21: Grad av påverkan saknas. (forslag.yaml:1:1)",
        ),
        today=date(2027, 1, 19),
    ),
    Stage("föreslagen", ("forslag",), "dialogbeslut", KF, ready=True, today=date(2027, 2, 8)),
    Stage(
        "beslutad",
        ("beslut/2027-02-22",),
        "planering",
        MATTER,
        (
            "Fel H-22: Mål saknas. (plan.yaml:1:1)",
            "Fel H-22: Målgrupper saknas. (plan.yaml:1:1)",
            'Fel H-24: Metoder: 0 rader med "Når dem som sällan deltar": ja. Minst 1 behövs. (plan.yaml:1:1)',
            'Fel H-24b: Metoder: 0 olika i kolumnen "Metod". Minst 2 behövs. (plan.yaml:1:1)',
            "Fel H-26: Hantering av synpunkter saknas. (plan.yaml:1:1)",
            "Varning H-26b: Dagen då inbjudan gick ut saknas. (plan.yaml:1:1)",
            "Fel H-27: Deltagarnas påverkan saknas. (plan.yaml:1:1)",
        ),
        today=date(2027, 3, 1),
    ),
    Stage("planerad", ("plan",), "genomförande", MATTER, today=date(2027, 3, 16)),
    Stage(
        "genomförd",
        ("tillfallen/",),
        "sammanställning",
        MATTER,
        (
            "Fel H-07: Teman saknas. (resultat.yaml:1:1)",
            "Fel H-08: Synpunkternas betydelse saknas. (resultat.yaml:1:1)",
        ),
        today=date(2027, 4, 28),
    ),
    Stage(
        "sammanställd",
        ("resultat", "sakforslag"),
        "återkoppling",
        MATTER,
        (
            "Fel H-30: Återkoppling saknas till: allmänheten. Den är försenad, räknat från 21 maj 2027. "
            "(aterkoppling/allmanheten.yaml:1:1)",
            "Fel H-29: Återkoppling saknas till: de som deltog i dialogen. Den är försenad, räknat från "
            "21 maj 2027. (aterkoppling/deltagare.yaml:1:1)",
        ),
        ready=True,
        today=date(2027, 6, 1),
    ),
    Stage(
        "återkopplad", ("aterkoppling/",), "sakbeslut", MATTER, ready=True, today=date(2027, 6, 8)
    ),
    Stage(
        "avgjord",
        ("beslut/2027-11-29",),
        "utvärdering",
        "",
        ("Fel H-28: Lärdomar saknas. (utvardering.yaml:1:1)",),
        today=date(2027, 12, 6),
    ),
    Stage("utvärderad", ("utvardering",), "", "", today=date(2027, 12, 20)),
)


def at(stage: str) -> dict[str, str]:
    return texts_at(dossier_texts("hagfors"), STAGES, stage)


def report(texts: dict[str, str], today: date = TODAY) -> Report:
    return walked("hagfors", texts, today)


@pytest.mark.parametrize("stage", STAGES, ids=[stage.name for stage in STAGES])
def test_each_stage(stage: Stage) -> None:
    found = report(at(stage.name), stage.today)
    assert as_seen(stage, found) == stage
    assert found.unjudged == ()


BASIS = [
    (
        "föreslagen",
        "provning.yaml",
        "brukardialog",
        KF,
        "Fel H-13b: Brukardialog saknas. (provning.yaml:1:1)",
    ),
    (
        "föreslagen",
        "overvagande.yaml",
        "första_tjänsteskrivelse",
        KF,
        "Fel H-18: Första tjänsteskrivelsen saknas. (overvagande.yaml:28:1)",
    ),
    (
        "föreslagen",
        "overvagande.yaml",
        "behov_av_kunskap",
        KF,
        "Fel H-19: Behov av kunskap saknas. (overvagande.yaml:20:1)",
    ),
    (
        "föreslagen",
        "overvagande.yaml",
        "område_föreslaget_av",
        KF,
        "Fel H-23: Organ som har föreslagit området saknas. (overvagande.yaml:5:1)",
    ),
    (
        "föreslagen",
        "forslag.yaml",
        "initiativ_från",
        KF,
        "Fel H-09: Slag av initiativtagare saknas. (forslag.yaml:3:1)",
    ),
    (
        "föreslagen",
        "forslag.yaml",
        "föreslaget_av",
        KF,
        "Fel H-11: Organ som föreslår dialogen saknas. (forslag.yaml:5:1)",
    ),
    (
        "föreslagen",
        "forslag.yaml",
        "föreslagen_tid",
        KF,
        "Fel H-11b: Föreslagen tid saknas. (forslag.yaml:7:1)",
    ),
    ("föreslagen", "forslag.yaml", "syfte", KF, "Fel H-20: Syfte saknas. (forslag.yaml:9:1)"),
    (
        "föreslagen",
        "forslag.yaml",
        "delaktighetsnivå",
        KF,
        "Fel H-21: Grad av påverkan saknas. (forslag.yaml:13:1)",
    ),
    (
        "föreslagen",
        "forslag.yaml",
        "koppling_till_styrning",
        KF,
        "Upplysning H-15: Koppling till styrningen saknas. (forslag.yaml:15:1)",
    ),
    (
        "återkopplad",
        "resultat.yaml",
        "vilja_att_lyssna",
        MATTER,
        "Fel H-08: Synpunkternas betydelse saknas. (resultat.yaml:32:1)",
    ),
    (
        "återkopplad",
        "resultat.yaml",
        "teman",
        MATTER,
        "Fel H-07: Teman saknas. (resultat.yaml:5:1)",
    ),
]


@pytest.mark.parametrize(
    ("stage", "file", "key", "gate", "finding"), BASIS, ids=[f"{row[1]} {row[2]}" for row in BASIS]
)
def test_a_decision_is_refused_while_a_piece_of_its_basis_is_missing(
    stage: str, file: str, key: str, gate: str, finding: str
) -> None:
    texts = at(stage)
    found = report(texts | {file: blanked(texts[file], key)})
    assert refused(found, gate) == [finding]
    assert not is_ready(found, gate)


DATES = [
    (
        DECISION,
        "datum: 2027-02-22",
        "datum: 2027-04-19",
        [
            "Varning H-26c: Kommunfullmäktiges beslut: 19 april 2027. Det är efter Dagen då inbjudan "
            "gick ut, 15 mars 2027. "
            f"({DECISION}:5:8)",
            "Fel H-12: Kommunfullmäktiges beslut, 19 april 2027 § 14: Dagen för expediering "
            f"25 februari 2027. Det är före beslutet. ({DECISION}:28:13)",
        ],
    ),
    (
        "plan.yaml",
        "inbjudan_publicerad: 2027-03-15",
        "inbjudan_publicerad: 2027-04-14",
        [
            "Varning H-26c: Dagen då inbjudan gick ut: 14 april 2027. Det är efter Dialogtillfälle, 13 april 2027. "
            "(plan.yaml:48:22)"
        ],
    ),
    (
        "dossier.yaml",
        "datum: 2027-02-22",
        "datum: 2027-05",
        [
            "Varning H-12c: Rad 1: Planerade beslut: maj 2027. Det är efter Dialogtillfälle, 13 april 2027. "
            "(dossier.yaml:26:12)"
        ],
    ),
    (
        "dossier.yaml",
        "datum: 2027-11-29\n  dnr",
        "datum: 2027-04-26\n  dnr",
        [
            "Fel H-06c: Dialogtillfälle: 27 april 2027. Det är efter Kommande beslut, 26 april 2027. "
            "(tillfallen/2027-04-27-bokbussen.yaml:1:8)"
        ],
    ),
    (
        "beslut/2027-11-29-beslut-i-sakfragan.yaml",
        "datum: 2027-11-29",
        "datum: 2027-05-17",
        [
            "Fel H-06e: Resultat: 21 maj 2027. Det är efter Beslut i sakfrågan, 17 maj 2027. (resultat.yaml:3:8)"
        ],
    ),
    (
        "overvagande.yaml",
        "första_tjänsteskrivelse: 2027-01-19",
        "första_tjänsteskrivelse: 2027-01-05",
        [
            "Fel H-18b: Behov av medborgardialog: 12 januari 2027. Det är efter Första "
            "tjänsteskrivelsen, 5 januari 2027. "
            "(overvagande.yaml:18:10)"
        ],
    ),
    (
        "aterkoppling/deltagare.yaml",
        "\ndatum: 2027-06-03",
        "\ndatum: 2027-05-03",
        [
            "Fel H-29: Återkoppling till de som deltog i dialogen: 3 maj 2027. Det är före Resultat, 21 maj 2027. "
            "(aterkoppling/deltagare.yaml:5:8)"
        ],
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "findings"), DATES, ids=[f"{row[0]} {row[2][-7:]}" for row in DATES]
)
def test_dates_in_the_wrong_order_are_found(
    file: str, old: str, new: str, findings: list[str]
) -> None:
    assert said(report(with_text(dossier_texts("hagfors"), file, old, new))) == findings


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("forslag.yaml", "vill mötas, och", "vill ses, och", "H-20c"),
        ("resultat.yaml", "det norra rummet", "det södra rummet", "H-07b"),
    ],
)
def test_one_changed_word_of_what_was_adopted_is_found(
    file: str, old: str, new: str, rule: str
) -> None:
    [finding] = report(with_text(dossier_texts("hagfors"), file, old, new)).findings
    assert (finding.rule, finding.severity.value) == (rule, "varning")


def test_a_private_citizen_cannot_take_the_initiative_but_there_are_other_ways() -> None:
    texts = with_text(
        at("föreslagen"), "forslag.yaml", "initiativ_från: utskott", "initiativ_från: medborgare"
    )
    texts = with_text(
        texts,
        "forslag.yaml",
        "föreslaget_av: bildningsutskottet",
        "föreslaget_av: enskild medborgare",
    )
    found = report(texts)
    assert refused(found, KF) == [
        "Fel H-09: Slag av initiativtagare: medborgare. I Hagfors kommun är det de förtroendevalda som tar "
        "initiativet. (forslag.yaml:3:17)",
        "Fel H-11: Organ som föreslår dialogen: enskild medborgare. I Hagfors kommun ska ett utskott, en nämnd, "
        "styrelsen eller fullmäktige stå bakom förslaget. (forslag.yaml:5:16)",
    ]
    ways = load_rulebook("hagfors").rules["H-09"].instead
    assert "Lämna idén till ett utskott, en nämnd eller kommunstyrelsen." in ways


def test_the_same_initiative_is_accepted_in_varmland() -> None:
    texts = with_text(
        sample_texts(), "initiativ.yaml", "initiativ_från: nämnd", "initiativ_från: medborgare"
    )
    assert not [
        finding for finding in walked("varmland", texts, TODAY).findings if finding.rule == "V-16"
    ]


NO = """\
förslag_som_prövas: Avgiften för att låna nycklar till bygdegården höjs med fem kronor.
dialog_behövs:
  svar: nej
  skäl: Avgiften följer prisindex enligt ett beslut i budgeten. Den går inte att påverka.
  av: kommunledningskontoret
  datum: 2027-01-12
ändrar_styrdokument: ja
"""
TOLD = "information:\n  - datum: 2027-02-01\n    kanal: kommunens webbplats\n"


def test_a_considered_no_ends_it_and_owes_nothing_but_information() -> None:
    texts = {"dossier.yaml": at("ett ärende")["dossier.yaml"], "overvagande.yaml": NO}
    untold, told = report(texts), report(texts | {"overvagande.yaml": NO + TOLD})
    end = (
        "Upplysning avslutad: Behov av medborgardialog: nej. Dialogen är avslutad. Skäl: Avgiften "
        "följer prisindex enligt ett beslut i budgeten. Den går inte att påverka. "
        "(overvagande.yaml:3:3)"
    )
    assert said(untold) == [
        end,
        "Fel H-25b: Information till medborgarna saknas. (overvagande.yaml:7:1)",
    ]
    assert said(told) == [end]
    assert told.standing.ended is not None
    assert (told.standing.ended.id, told.standing.next_gate) == ("övervägande", None)


def test_a_no_without_reasons_is_no_consideration() -> None:
    texts = {
        "dossier.yaml": at("ett ärende")["dossier.yaml"],
        "overvagande.yaml": "dialog_behövs: nej\nändrar_styrdokument: nej\n",
    }
    assert said(report(texts)) == [
        "Fel H-17c: Behov av medborgardialog: skäl, vem som har tagit ställning och datum saknas. "
        "(overvagande.yaml:1:16)",
        "Upplysning avslutad: Behov av medborgardialog: nej. Dialogen är avslutad. "
        "(overvagande.yaml:1:16)",
    ]


@pytest.mark.parametrize(
    ("outcome", "extra", "step", "gate"),
    [
        (
            "avslag",
            "motivering: Frågan är redan avgjord i budgeten för nästa år.",
            "dialogbeslut",
            "",
        ),
        ("återremiss", "motivering: Redovisa hur de som bor i byarna nås.", "förslag", KF),
        ("bordläggning", "nytt_datum: 2027-03-29", "dialogbeslut", KF),
    ],
)
def test_where_the_other_outcomes_lead(outcome: str, extra: str, step: str, gate: str) -> None:
    decided = (
        f"beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-22\nutfall: {outcome}\n"
        f"underlag: förslag\n{extra}\n"
    )
    found = report(at("föreslagen") | {DECISION: decided}, date(2027, 3, 1))
    assert [one.rule for one in found.findings] == (["avslutad"] if not gate else [])
    assert found.standing.current is not None
    assert found.standing.current.id == step
    assert (found.standing.next_gate.id if found.standing.next_gate else "") == gate


def test_nobody_but_the_assembly_decides() -> None:
    texts = with_text(
        at("beslutad"), DECISION, "organ: kommunfullmäktige", "organ: kommunstyrelsen"
    )
    assert (
        "Fel H-12: Kommunfullmäktiges beslut: beslutat av kommunstyrelsen. Det ska beslutas av kommunfullmäktige. "
        f"({DECISION}:3:8)"
    ) in said(report(texts))


def test_a_user_dialogue_lies_outside() -> None:
    texts = with_text(at("föreslagen"), "provning.yaml", "svar: nej", "svar: ja")
    assert refused(report(texts), KF) == [
        "Fel H-13: Brukardialog: ja. Det här är en brukardialog. Policyn skiljer den från medborgardialog. "
        "(provning.yaml:2:3)"
    ]
