from helpers.small_rulebook import DECIDED, rule, said

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
    assert (
        said({**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: Syftet står i idén}"}, SYFTE) == []
    )
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
