from helpers.small_rulebook import DECIDED, PLANNED, report, rule, said

from dialogcli.base.commands import add

SYFTE = rule("kind: required\nfields: plan.syfte\nbefore: möten")
RISKER = rule("kind: required\nfields: [plan.risker.*.risk, plan.risker.*.åtgärd]\nbefore: möten")


def test_a_field_that_is_filled_in_meets_it() -> None:
    assert said({**DECIDED, "plan.yaml": "syfte: Att få veta"}, SYFTE) == []


def test_a_blank_field_is_found_at_its_key() -> None:
    assert said({**DECIDED, "plan.yaml": "datum: 2027-03-01\n\nsyfte:\n"}, SYFTE) == [
        "Fel E-01: Syfte saknas. (plan.yaml:3:1)"
    ]


def test_a_missing_field_is_found_where_it_would_stand() -> None:
    assert said({**DECIDED, "plan.yaml": "datum: 2027-03-01\nkostnad: 5\n"}, SYFTE) == [
        "Fel E-01: Syfte saknas. (plan.yaml:2:1)"
    ]


def test_a_missing_file_is_found_at_its_first_line() -> None:
    assert said(DECIDED, SYFTE) == ["Fel E-01: Syfte saknas. (plan.yaml:1:1)"]


def test_blanks_are_nothing() -> None:
    assert said({**DECIDED, "plan.yaml": 'syfte: "  "'}, SYFTE) == [
        "Fel E-01: Syfte saknas. (plan.yaml:1:1)"
    ]


def test_not_applicable_counts_as_answered_when_it_has_a_reason() -> None:
    excuse = "{skäl: Syftet står redan i idén, av: chefen, datum: 2027-02-18}"
    assert said({**DECIDED, "plan.yaml": f"syfte: {{ej_tillämpligt: {excuse}}}"}, SYFTE) == []
    assert said({**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: }"}, SYFTE) == [
        "Fel fel-värde: Syfte: Ej tillämpligt behöver ett skäl, och inget annat svar bredvid. (plan.yaml:1:8)"
    ]


def test_an_empty_table_is_one_finding_and_a_gap_in_a_row_names_the_row() -> None:
    assert said({**DECIDED, "plan.yaml": "risker: []"}, RISKER) == [
        'Fel E-01: "Utmaningar och risker" saknas. (plan.yaml:1:9)'
    ]
    rows = "risker:\n  - risk: Få kommer\n    åtgärd: Ring\n  - risk: Regn\n"
    assert said({**DECIDED, "plan.yaml": rows}, RISKER) == [
        'Fel E-01: Rad 2: "Åtgärd" saknas. (plan.yaml:4:5)'
    ]


def test_before_its_moment_nothing_is_said() -> None:
    assert said({"ide.yaml": "syfte: Att få veta hur torget används"}, SYFTE) == []


def test_a_rule_without_a_moment_judges_only_what_is_there() -> None:
    paragraf = rule("kind: required\nfields: beslut.dialogbeslut.paragraf")
    assert said({}, paragraf) == []
    assert said(DECIDED, paragraf) == ["Fel E-01: Paragraf saknas. (beslut/a.yaml:4:1)"]


SESSIONS = rule("kind: required\nfields: tillfällen.*.antal\nbefore: svar")
MET = {**PLANNED, "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\nantal: 3\n"}


def test_of_a_form_of_several_files_at_least_one_is_wanted_once_its_time_has_come() -> None:
    missing = ["Fel E-01: Tillfällen saknas. (tillfallen:1:1)"]
    assert said(MET, SESSIONS) == []
    assert said(DECIDED, SESSIONS) == []
    assert said(PLANNED, SESSIONS) == missing
    assert said(
        {**PLANNED, "tillfallen/a.yaml": "datum: 2027-02-21\nstatus: genomfört\n"}, SESSIONS
    ) == ["Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:2:1)"]


def test_cancelled_sessions_and_those_to_come_are_none() -> None:
    missing = ["Fel E-01: Tillfällen saknas. (tillfallen:1:1)"]
    for session in ("datum: 2027-02-21\nstatus: inställt\n", "datum: 2027-04-14\n"):
        assert said({**PLANNED, "tillfallen/a.yaml": session}, SESSIONS) == missing


def test_the_remedy_enters_a_file() -> None:
    [finding] = report(PLANNED, SESSIONS).findings
    assert finding.remedy == add("tillfällen")


def test_without_a_moment_a_form_of_several_files_may_have_none() -> None:
    judged = rule("kind: required\nfields: tillfällen.*.antal")
    assert said(PLANNED, judged) == []
    assert report(PLANNED, judged).active == ()


def test_every_decision_is_a_file_of_its_form() -> None:
    paragraphs = rule("kind: required\nfields: beslut.*.paragraf\nbefore: dialogbeslut")
    assert said({}, paragraphs) == ["Fel E-01: Beslut saknas. (beslut:1:1)"]
    assert said(DECIDED, paragraphs) == ["Fel E-01: Paragraf saknas. (beslut/a.yaml:4:1)"]


def test_a_table_in_each_of_several_files_is_wanted_in_each() -> None:
    motions = rule("kind: required\nfields: beslut.*.yrkanden.*.vad\nbefore: dialogbeslut")
    assert said(DECIDED, motions) == ["Fel E-01: Yrkanden saknas. (beslut/a.yaml:4:1)"]
    moved = DECIDED["beslut/a.yaml"] + "yrkanden:\n  - av: KS\n"
    assert said({**DECIDED, "beslut/a.yaml": moved}, motions) == [
        'Fel E-01: Rad 1: "Vad" saknas. (beslut/a.yaml:6:5)'
    ]


def test_what_is_written_and_is_no_answer_is_told_with_why() -> None:
    assert said({**DECIDED, "plan.yaml": "syfte: Kommer senare"}, SYFTE) == [
        'Fel E-01: Syfte saknas. Här står bara "kommer senare". (plan.yaml:1:8)'
    ]
    assert said({**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: x}"}, SYFTE) == [
        'Fel E-01: Syfte saknas. Skälet är bara "x". (plan.yaml:1:8)'
    ]


def test_a_row_without_what_it_is_about_is_none() -> None:
    table = rule("kind: required\nfields: plan.risker\nbefore: möten")
    rows = {**DECIDED, "plan.yaml": "risker:\n  - slag: intern\n"}

    assert said(rows, table) == ['Fel E-01: Rad 1: "Risk" saknas. (plan.yaml:2:5)']
    assert said({**rows, "plan.yaml": "risker:\n  - risk: Regn\n"}, table) == []


def test_a_row_without_what_it_is_about_lacks_it_whichever_column_is_asked_for() -> None:
    action = rule("kind: required\nfields: plan.risker.*.åtgärd\nbefore: möten")
    rows = {**DECIDED, "plan.yaml": "risker:\n  - åtgärd: Ring\n"}

    assert said(rows, action) == ['Fel E-01: Rad 1: "Risk" saknas. (plan.yaml:2:5)']
