import pytest
from helpers.long_rulebook import STEPS, changed, decision, session

from dialogcli.process.traces import traces


def left(changes: dict[str, str | None], steps: str = STEPS) -> list[str]:
    """What has met the world: by which entry, and on which day."""
    found = traces(changed(changes, steps=steps))
    return [
        f"{id_} {trace.day or 'utan dag'}" for id_, own in sorted(found.items()) for trace in own
    ]


def of(entry: str, changes: dict[str, str | None], steps: str = STEPS) -> list[str]:
    return [line for line in left(changes, steps) if line.split()[0] == entry]


def test_decisions_sessions_a_result_and_feedback_have_met_the_world_and_papers_have_not() -> None:
    assert left({}) == [
        "dialogbeslut 2027-02-08",
        "möten 2027-04-14",
        "möten 2027-04-20",
        "planbeslut 2027-03-03",
        "sakbeslut 2027-09-01",
        "sammanställning 2027-05-10",
        "svar 2027-06-01",
    ]


@pytest.mark.parametrize("outcome", ["avslag", "återremiss", "bordläggning"])
def test_a_decision_that_does_not_go_on_leaves_none(outcome: str) -> None:
    changes: dict[str, str | None] = {
        "beslut/1.yaml": decision("dialogbeslut", "2027-02-08", outcome)
    }
    assert of("dialogbeslut", changes) == []


@pytest.mark.parametrize("outcome", ["", "vilande"])
def test_one_without_an_outcome_of_the_gate_counts_as_passed(outcome: str) -> None:
    """It is a fault of form, and the same slip is not told twice."""
    changes: dict[str, str | None] = {
        "beslut/1.yaml": decision("dialogbeslut", "2027-02-08", outcome)
    }
    assert of("dialogbeslut", changes) == ["dialogbeslut 2027-02-08"]


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("datum: 2027-04-14\nstatus: genomfört\n", ["möten 2027-04-14"]),
        ("status: genomfört\n", ["möten utan dag"]),
        ("datum: 2027-04-14\nstatus: planerat\n", []),
        ("datum: 2027-04-14\n", []),
        ("datum: 2027-04-14\nantal: 20\n", ["möten 2027-04-14"]),
        ("datum: 2027-04-14\nantal: 0\n", []),
        ("datum: 2027-04-14\nstatus: planerat\nantal: 20\n", ["möten 2027-04-14"]),
        ("datum: 2027-04-14\nstatus: inställt\nantal: 20\n", []),
    ],
)
def test_people_have_met_when_it_says_so_or_when_they_are_counted(
    file: str, found: list[str]
) -> None:
    assert of("möten", {"tillfallen/1.yaml": file, "tillfallen/2.yaml": None}) == found


def test_feedback_that_is_only_planned_leaves_none() -> None:
    file = "till: deltagare\nplanerad: 2027-06-01\n"
    assert of("svar", {"aterkoppling/1.yaml": file}) == []


def test_feedback_to_others_belongs_to_the_first_step_of_feedback() -> None:
    extra = {"aterkoppling/2.yaml": "till: föreningarna\ndatum: 2027-06-02\n"}
    assert of("svar", {**extra}) == ["svar 2027-06-01", "svar 2027-06-02"]


def test_a_step_of_a_form_of_ones_own_is_an_event_when_the_rulebook_says_so() -> None:
    seen: dict[str, str | None] = {"verkan.yaml": "barn: {svar: ja, skäl: Fler barn leker}\n"}
    event = STEPS.replace("done: [verkan.barn]", "done: [verkan.barn]\n    event: true")
    assert of("verkan", seen) == []
    assert of("verkan", seen, event) == ["verkan utan dag"]
    dated: dict[str, str | None] = {
        "verkan.yaml": "barn: {svar: ja, skäl: Fler barn leker}\ndatum: 2028-01-10\n"
    }
    assert of("verkan", dated, event) == ["verkan 2028-01-10"]


def test_and_a_shared_one_is_none_when_it_says_so() -> None:
    assert of("svar", {}, STEPS.replace("name: Svar", "name: Svar\n    event: false")) == []


def test_several_sessions_stand_in_the_order_of_their_days() -> None:
    changes: dict[str, str | None] = {"tillfallen/9.yaml": session("2027-04-01")}
    assert of("möten", changes)[0] == "möten 2027-04-01"
