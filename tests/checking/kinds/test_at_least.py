from helpers.small_rulebook import PLANNED, rule, said

PEOPLE = rule(
    "kind: at_least\nfields: tillfällen.*.antal\nmin: 1\nwhen: {tillfällen.*.status: genomfört}"
)


def meeting(text: str, day: str = "2027-02-21") -> dict[str, str]:
    """A session; the day of the tests is 22 February 2027."""
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
    other = {"tillfallen/b.yaml": "datum: 2027-02-21\nstatus: genomfört\nantal: 3\n"}
    assert said({**meeting("status: planerat\n", "2027-04-14"), **other}, PEOPLE) == []


def test_each_of_several_numbers_is_looked_at() -> None:
    groups = rule("kind: at_least\nfields: tillfällen.*.grupper\nmin: 3")
    assert said(meeting("status: genomfört\ngrupper: [4, 2]\n"), groups) == [
        "Fel E-01: Antal i varje grupp: 2. Minst 3 behövs. (tillfallen/a.yaml:3:14)"
    ]


EVERY = rule("kind: at_least\nfields: tillfällen.*.antal\nmin: 1")


def test_every_session_is_judged_that_is_neither_cancelled_nor_still_to_come() -> None:
    missing = ["Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:2:1)"]
    assert said(meeting("status: genomfört\n"), EVERY) == missing
    assert said(meeting("status: planerat\n", "2027-04-14"), EVERY) == []
    past = said({"tillfallen/a.yaml": "datum: 2027-02-14\nstatus: planerat\n"}, EVERY)
    assert past[:1] == missing
    silent = said({"tillfallen/a.yaml": "datum: 2027-02-14\n"}, EVERY)
    assert silent[:1] == ["Fel E-01: Antal invånare saknas. (tillfallen/a.yaml:1:1)"]
    assert said({"tillfallen/a.yaml": "datum: 2027-02-14\nstatus: inställt\n"}, EVERY) == []
