import pytest
from helpers.small_rulebook import DECIDED, rule, said

TRAINING = rule(
    "kind: order\ndates: [beslut.dialogbeslut.datum, plan.utbildning.*.datum, tillfällen.*.datum]"
)


def files(training: str, meeting: str = "2027-04-14") -> dict[str, str]:
    return {
        "plan.yaml": f"utbildning:\n  - datum: {training}\n",
        "tillfallen/a.yaml": f"datum: {meeting}\n",
    }


def test_in_order_and_on_the_same_day() -> None:
    assert said(files("2027-03-29"), TRAINING) == []
    assert said(files("2027-04-14"), TRAINING) == []


def test_out_of_order_names_both_and_stands_at_the_earlier_group() -> None:
    assert said(files("2027-04-21"), TRAINING) == [
        "Fel E-01: Rad 1: Utbildning: 21 april 2027. Det är efter Tillfällen, 14 april 2027. (plan.yaml:2:12)"
    ]


@pytest.mark.parametrize(
    ("month", "wrong"), [("2027-03", False), ("2027-04", False), ("2027-05", True)]
)
def test_of_a_month_only_what_is_wrong_on_every_day_of_it(month: str, wrong: bool) -> None:
    assert bool(said(files(month), TRAINING)) is wrong


def test_what_is_not_there_is_passed_over() -> None:
    decision = DECIDED["beslut/a.yaml"].replace("2027-02-08", "2027-05-01")
    decided = {**DECIDED, "beslut/a.yaml": decision}
    assert said({**decided, "tillfallen/a.yaml": "datum: 2027-04-14\n"}, TRAINING) == [
        "Fel E-01: Fullmäktiges beslut: 1 maj 2027. Det är efter Tillfällen, 14 april 2027. (beslut/a.yaml:3:8)"
    ]


def test_another_date_of_a_decision_goes_by_its_own_name() -> None:
    sent = rule("kind: order\ndates: [beslut.dialogbeslut.datum, beslut.dialogbeslut.expedierat]")
    assert said(
        {
            **DECIDED,
            "beslut/a.yaml": DECIDED["beslut/a.yaml"] + "expedierat: 2027-02-05\n",
        },
        sent,
    ) == [
        "Fel E-01: Fullmäktiges beslut: 8 februari 2027. "
        "Det är efter Dagen för expediering, 5 februari 2027. (beslut/a.yaml:3:8)"
    ]


def test_days_apart() -> None:
    week = TRAINING + "\n  days: 7"
    assert said(files("2027-04-07"), week) == []
    assert said(files("2027-04-08"), week) == [
        "Fel E-01: Rad 1: Utbildning: 8 april 2027 är 6 dagar före Tillfällen, 14 april 2027. "
        "Minst 7 behövs. (plan.yaml:2:12)"
    ]
    assert said(files("2027-04-13"), week) == [
        "Fel E-01: Rad 1: Utbildning: 13 april 2027 är 1 dag före Tillfällen, 14 april 2027. "
        "Minst 7 behövs. (plan.yaml:2:12)"
    ]
    assert said(files("2027-04-14"), week) == [
        "Fel E-01: Rad 1: Utbildning: 14 april 2027 är samma dag som Tillfällen, 14 april 2027. "
        "Minst 7 behövs. (plan.yaml:2:12)"
    ]
    assert said(files("2027-04-15"), week) == [
        "Fel E-01: Rad 1: Utbildning: 15 april 2027. Det är efter Tillfällen, 14 april 2027. "
        "Minst 7 dagar emellan behövs. (plan.yaml:2:12)"
    ]


def test_days_apart_from_a_month_are_as_many_as_they_can_be() -> None:
    weeks = TRAINING + "\n  days: 14"
    assert said(files("2027-04", meeting="2027-04-15"), weeks) == []
    assert said(files("2027-04", meeting="2027-04-14"), weeks) == [
        "Fel E-01: Rad 1: Utbildning: april 2027 är högst 13 dagar före Tillfällen, 14 april 2027. "
        "Minst 14 behövs. (plan.yaml:2:12)"
    ]


def test_days_apart_at_most() -> None:
    month = TRAINING + "\n  max_days: 30"
    assert said(files("2027-03-15"), month) == []
    assert said(files("2027-03-14"), month) == [
        "Fel E-01: Rad 1: Utbildning: 14 mars 2027 är 31 dagar före Tillfällen, 14 april 2027. "
        "Högst 30 får det vara. (plan.yaml:2:12)"
    ]
    assert said(files("2027-03"), month) == []
    assert said(files("2027-02"), month) == [
        "Fel E-01: Rad 1: Utbildning: februari 2027 är minst 45 dagar före Tillfällen, 14 april 2027. "
        "Högst 30 får det vara. (plan.yaml:2:12)"
    ]


def test_the_most_days_are_counted_from_the_last_to_the_first_that_follows() -> None:
    month = TRAINING + "\n  max_days: 30"
    rows = "utbildning:\n  - datum: 2027-01-11\n  - datum: 2027-04-01\n"
    later = {"tillfallen/b.yaml": "datum: 2027-09-01\n"}
    assert said({**files("2027-04-01"), "plan.yaml": rows, **later}, month) == []


SPANS = rule("kind: order\ndates: [plan.utbildning.*.datum, plan.utbildning.*.slut]\ndays: 42")


def test_in_a_table_each_row_is_compared_with_itself() -> None:
    """Two spans of 45 days one after the other, and one of 26."""
    rows = "utbildning:\n- {datum: 2027-01-01, slut: 2027-02-15}\n- {datum: 2027-03-01, slut: 2027-04-15}\n"
    assert said({"plan.yaml": rows}, SPANS) == []
    assert said({"plan.yaml": rows + "- {datum: 2026-09-05, slut: 2026-10-01}\n"}, SPANS) == [
        'Fel E-01: Rad 3: "Datum": 5 september 2026 är 26 dagar före "Slut", 1 oktober 2026. '
        "Minst 42 behövs. (plan.yaml:4:11)"
    ]
    assert said({"plan.yaml": rows + "- {datum: 2026-10-05, slut: 2026-10-01}\n"}, SPANS) == [
        'Fel E-01: Rad 3: "Datum": 5 oktober 2026. Det är efter "Slut", 1 oktober 2026. '
        "Minst 42 dagar emellan behövs. (plan.yaml:4:11)"
    ]
    apart = "utbildning:\n- datum: 2026-10-05\n- {datum: 2026-08-01, slut: 2026-10-01}\n"
    assert said({"plan.yaml": apart}, SPANS) == []


SENT = rule("kind: order\ndates: [återkoppling.*.planerad, återkoppling.*.datum]\nmax_days: 30")


def test_in_a_form_of_several_files_each_file_is_compared_with_itself() -> None:
    first = {"aterkoppling/a.yaml": "till: deltagare\nplanerad: 2027-01-04\ndatum: 2027-01-11\n"}
    second = {"aterkoppling/b.yaml": "till: deltagare\nplanerad: 2027-02-01\ndatum: 2027-02-08\n"}
    assert [line for line in said({**first, **second}, SENT) if "E-01" in line] == []
    late = {"aterkoppling/b.yaml": "till: deltagare\nplanerad: 2027-01-04\ndatum: 2027-02-08\n"}
    assert [line for line in said({**first, **late}, SENT) if "E-01" in line] == [
        "Fel E-01: Återkoppling (De som deltog): Planerad: 4 januari 2027 är 35 dagar före Datum, "
        "8 februari 2027. Högst 30 får det vara. (aterkoppling/b.yaml:2:11)"
    ]


def test_a_date_that_is_missing_in_a_row_is_passed_over_in_that_row() -> None:
    """The first row is compared with the sessions, the second with its own end."""
    three = rule(
        "kind: order\ndates: [plan.utbildning.*.datum, plan.utbildning.*.slut, tillfällen.*.datum]"
    )
    rows = "utbildning:\n- datum: 2027-05-01\n- {datum: 2027-03-01, slut: 2027-03-02}\n"
    assert said({"plan.yaml": rows, "tillfallen/a.yaml": "datum: 2027-04-14\n"}, three) == [
        "Fel E-01: Rad 1: Utbildning: 1 maj 2027. Det är efter Tillfällen, 14 april 2027. (plan.yaml:2:10)"
    ]


def test_a_cancelled_session_has_no_place_in_the_order_and_a_planned_one_has() -> None:
    planned = files("2027-04-21")
    assert len(said(planned, TRAINING)) == 1
    session = planned["tillfallen/a.yaml"]
    assert said({**planned, "tillfallen/a.yaml": session + "status: inställt\n"}, TRAINING) == []


def test_the_earliest_of_several_is_enough_where_the_rule_says_so() -> None:
    soon = rule(
        "kind: order\ndates: [plan.utbildning.*.datum, tillfällen.*.datum]\n"
        "earliest: plan.utbildning.*.datum"
    )
    both = files("2027-04-21") | {
        "plan.yaml": "utbildning:\n  - datum: 2027-04-21\n  - datum: DAY\n"
    }
    early = both["plan.yaml"].replace("DAY", "2027-03-29")
    late = both["plan.yaml"].replace("DAY", "2027-04-20")
    assert said(both | {"plan.yaml": early}, soon) == []
    assert said(both | {"plan.yaml": late}, soon) == [
        "Fel E-01: Rad 2: Utbildning: 20 april 2027. Det är efter Tillfällen, 14 april 2027. (plan.yaml:3:12)"
    ]
