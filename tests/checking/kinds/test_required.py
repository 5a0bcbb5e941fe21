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
