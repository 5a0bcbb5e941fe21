from helpers.small_rulebook import PLANNED, rule, said

PEOPLE = rule(
    "kind: number\nfields: tillfällen.*.antal\nmin: 1\nwhen: {tillfällen.*.status: genomfört}"
)


TO_COME = "2027-04-14"


def meeting(text: str, day: str = "2027-02-21") -> dict[str, str]:
    """A session, held the day before the day of the test."""
    return {**PLANNED, "tillfallen/a.yaml": f"datum: {day}\n{text}"}


def test_enough() -> None:
    assert said(meeting("status: genomfört\nantal: 12\n"), PEOPLE) == []


def test_too_few_and_none_given() -> None:
    assert said(meeting("status: genomfört\nantal: 0\n"), PEOPLE) == [
        "Fel E-01: Antal invånare: 0. Minst 1 behövs. (tillfallen/a.yaml:3:8)"
    ]
    assert said(meeting("status: genomfört\n"), PEOPLE) == [
        "Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:2:1)"
    ]


def test_files_that_the_condition_leaves_out_are_not_looked_at() -> None:
    other = {"tillfallen/b.yaml": "datum: 2027-02-20\nstatus: genomfört\nantal: 3\n"}
    assert said({**meeting("status: planerat\n", TO_COME), **other}, PEOPLE) == []


def test_each_of_several_numbers_is_looked_at() -> None:
    groups = rule("kind: number\nfields: tillfällen.*.grupper\nmin: 3")
    assert said(meeting("status: genomfört\ngrupper: [4, 2]\n"), groups) == [
        "Fel E-01: Antal i varje grupp: 2. Minst 3 behövs. (tillfallen/a.yaml:3:14)"
    ]


EVERY = rule("kind: number\nfields: tillfällen.*.antal\nmin: 1")


def test_every_session_is_judged_that_is_neither_cancelled_nor_still_to_come() -> None:
    """The day of the test is 22 February 2027."""
    missing = ["Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:2:1)"]
    assert said(meeting("status: genomfört\n"), EVERY) == missing
    assert said(meeting("status: planerat\n", TO_COME), EVERY) == []
    past = said({"tillfallen/a.yaml": "datum: 2027-02-14\nstatus: planerat\n"}, EVERY)
    assert past[:1] == missing
    silent = said({"tillfallen/a.yaml": "datum: 2027-02-14\n"}, EVERY)
    assert silent[:1] == ["Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:1:1)"]
    assert said({"tillfallen/a.yaml": "datum: 2027-02-14\nstatus: inställt\n"}, EVERY) == []


def test_where_presence_is_demanded_at_least_one_file_is_wanted() -> None:
    demanded = rule("kind: number\nfields: tillfällen.*.antal\nmin: 1\nbefore: svar")
    assert said(PLANNED, demanded) == ["Fel E-01: Tillfällen saknas. (tillfallen:1:1)"]
    assert said(PLANNED, EVERY) == []


def test_of_a_form_with_one_file_a_number_is_demanded_only_by_a_rule_with_a_moment() -> None:
    cost = rule("kind: number\nfields: plan.kostnad\nmax: 900000")
    assert said(PLANNED, cost) == []
    assert said(PLANNED, cost + "\n  before: möten") == [
        "Fel E-01: Kostnad saknas. (plan.yaml:1:1)"
    ]


def test_not_too_large() -> None:
    cost = rule("kind: number\nfields: plan.kostnad\nmin: 5000\nmax: 900000")
    assert said({"plan.yaml": "kostnad: 900000\n"}, cost) == []
    assert said({"plan.yaml": "kostnad: 900001\n"}, cost) == [
        "Fel E-01: Kostnad: 900 001 kronor. Högst 900 000 kronor får det vara. (plan.yaml:1:10)"
    ]
    assert said({"plan.yaml": "kostnad: 500\n"}, cost) == [
        "Fel E-01: Kostnad: 500 kronor. Minst 5 000 kronor behövs. (plan.yaml:1:10)"
    ]


def test_a_greatest_of_nought_is_a_bound() -> None:
    nobody = rule("kind: number\nfields: tillfällen.*.antal\nmax: 0")
    assert said(meeting("status: genomfört\nantal: 0\n"), nobody) == []
    assert said(meeting("status: genomfört\nantal: 1\n"), nobody) == [
        "Fel E-01: Antal invånare: 1. Högst 0 får det vara. (tillfallen/a.yaml:3:8)"
    ]


def test_against_a_number_in_the_same_row() -> None:
    ceiling = rule("kind: number\nfields: plan.poster.*.belopp\nmax_from: plan.poster.*.tak")
    rows = "poster:\n- {belopp: 100, tak: 200}\n- {belopp: 300, tak: 250}\n- {belopp: 900}\n"
    assert said({"plan.yaml": rows}, ceiling) == [
        'Fel E-01: Rad 2: "Belopp": 300 kronor. Det är mer än "Tak", 250 kronor. (plan.yaml:3:12)'
    ]


def test_against_a_number_in_the_same_file() -> None:
    groups = rule("kind: number\nfields: tillfällen.*.grupper\nmax_from: tillfällen.*.antal")
    first = {
        **PLANNED,
        "tillfallen/a.yaml": "datum: 2027-02-20\nstatus: genomfört\nantal: 9\ngrupper: 8\n",
    }
    second = {
        "tillfallen/b.yaml": "datum: 2027-02-21\nstatus: genomfört\nantal: 5\ngrupper: [5, 6]\n"
    }
    assert said({**first, **second}, groups) == [
        "Fel E-01: Antal i varje grupp: 6. Det är mer än Antal invånare, 5. (tillfallen/b.yaml:4:14)"
    ]


def test_against_one_number_elsewhere() -> None:
    frame = rule("kind: number\nfields: plan.poster.*.belopp\nmax_from: plan.kostnad")
    rows = "poster:\n- belopp: 100\n- belopp: 300\n"
    assert said({"plan.yaml": rows}, frame) == []
    assert said({"plan.yaml": f"kostnad: 200\n{rows}"}, frame) == [
        'Fel E-01: Rad 2: "Belopp": 300 kronor. Det är mer än Kostnad, 200 kronor. (plan.yaml:4:11)'
    ]
    least = frame.replace("max_from", "min_from")
    assert said({"plan.yaml": f"kostnad: 200\n{rows}"}, least) == [
        'Fel E-01: Rad 1: "Belopp": 100 kronor. Det är mindre än Kostnad, 200 kronor. (plan.yaml:3:11)'
    ]


def test_a_number_below_what_its_field_can_hold_is_a_wrong_value() -> None:
    assert said(meeting("status: genomfört\nantal: -3\n"), EVERY) == [
        "Fel fel-värde: Antal invånare: -3 är för lite. Det minsta är 0. (tillfallen/a.yaml:3:8)"
    ]
