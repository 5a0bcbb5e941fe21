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
        "Fel E-01: Rad 1: Utbildning: 8 april 2027. Det är efter Tillfällen, 14 april 2027. "
        "Det ska vara minst 7 dagar emellan. (plan.yaml:2:12)"
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
