from datetime import date

from helpers.small_rulebook import DECIDED, dossier

from dialogcli.base.dates import Day
from dialogcli.process.days import Ahead, DayKind, ahead, day_of, first_session
from dialogcli.process.standing import standing

PLANNED = (
    "planerade_beslut:\n  - {beslutspunkt: Fullmäktiges beslut, organ: KF, datum: 2027-02-08}\n"
)
SESSION = "datum: 2027-04-14\nstatus: planerat\n"
TODAY = date(2027, 2, 22)


def day(files: dict[str, str], entry: str) -> Day | None:
    where = standing(dossier(files))
    return day_of(where, where.states[entry])


def coming(files: dict[str, str]) -> tuple[Ahead, ...]:
    return ahead(standing(dossier(files)))


def decision(outcome: str, more: str = "") -> str:
    return DECIDED["beslut/a.yaml"].replace("bifall", outcome) + more


def test_a_gate_has_the_day_of_its_decision_and_before_that_the_planned_one() -> None:
    assert day({"dossier.yaml": PLANNED}, "dialogbeslut") == Day(2027, 2, 8)
    assert day(
        {"dossier.yaml": PLANNED.replace("02-08", "03-15"), **DECIDED}, "dialogbeslut"
    ) == Day(2027, 2, 8)


def test_sent_back_it_waits_for_a_later_day_than_that_of_the_decision() -> None:
    back = {"beslut/a.yaml": decision("återremiss")}
    assert day({"dossier.yaml": PLANNED, **back}, "dialogbeslut") is None
    assert day({"dossier.yaml": PLANNED.replace("02-08", "03-15"), **back}, "dialogbeslut") == Day(
        2027, 3, 15
    )


def test_a_no_keeps_its_day() -> None:
    assert day({"beslut/a.yaml": decision("avslag")}, "dialogbeslut") == Day(2027, 2, 8)


def test_a_step_has_the_latest_day_among_the_answers_that_make_it_done() -> None:
    assert day({**DECIDED, "plan.yaml": "datum: 2027-03-01\n"}, "planering") == Day(2027, 3, 1)
    assert day(DECIDED, "planering") is None
    held = {
        f"tillfallen/{one}.yaml": f"datum: 2027-04-{one}\nstatus: genomfört\n"
        for one in ("14", "21")
    }
    assert day({**DECIDED, **held}, "möten") == Day(2027, 4, 21)


def test_a_step_that_is_not_done_has_the_earliest_day_planned_for_it() -> None:
    sessions = {
        "tillfallen/a.yaml": SESSION.replace("planerat", "genomfört"),
        "tillfallen/b.yaml": SESSION.replace("04-14", "04-28"),
        "tillfallen/c.yaml": SESSION.replace("04-14", "04-21"),
    }
    assert day(sessions, "möten") == Day(2027, 4, 21)
    assert day({"aterkoppling/a.yaml": "till: deltagare\nplanerad: 2027-06-16\n"}, "svar") == Day(
        2027, 6, 16
    )


def test_what_lies_ahead_stands_by_day() -> None:
    files = {
        "dossier.yaml": PLANNED,
        "tillfallen/a.yaml": SESSION,
        "aterkoppling/a.yaml": "till: deltagare\nplanerad: 2027-02-01\n",
    }
    assert coming(files) == (
        Ahead(Day(2027, 2, 1), DayKind.FEEDBACK, "De som deltog"),
        Ahead(Day(2027, 2, 8), DayKind.DECISION, "Fullmäktiges beslut", "kommunfullmäktige"),
        Ahead(Day(2027, 4, 14), DayKind.SESSION, ""),
    )


def test_what_has_happened_does_not_lie_ahead() -> None:
    files = {
        "dossier.yaml": PLANNED,
        **DECIDED,
        "tillfallen/a.yaml": SESSION.replace("planerat", "genomfört"),
        "aterkoppling/a.yaml": "till: deltagare\nplanerad: 2027-02-01\ndatum: 2027-02-01\n",
    }
    assert coming(files) == ()


def test_nothing_lies_ahead_of_a_dialogue_that_has_ended() -> None:
    assert coming({"beslut/a.yaml": decision("avslag"), "tillfallen/a.yaml": SESSION}) == ()


def test_a_day_that_has_passed_is_late_and_a_month_only_when_it_is_over() -> None:
    assert Ahead(Day(2027, 1, 29), DayKind.FEEDBACK, "").late(TODAY) == 24
    assert [Ahead(Day(2027, month), DayKind.FEEDBACK, "").late(TODAY) for month in (1, 2)] == [
        22,
        0,
    ]


def test_the_first_session_is_the_earliest_that_is_entered() -> None:
    assert first_session(
        dossier({"tillfallen/a.yaml": SESSION, "tillfallen/b.yaml": SESSION.replace("04", "03")})
    ) == (Day(2027, 3, 14))
    assert first_session(dossier({})) is None
