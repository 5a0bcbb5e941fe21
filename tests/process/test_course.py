import pytest
from helpers.small_rulebook import DECIDED, dossier

from dialogcli.base.dates import Day
from dialogcli.process.course import Stage, course
from dialogcli.process.standing import standing

IDEA = {"ide.yaml": "syfte: Att få veta\n"}


def stages(files: dict[str, str]) -> dict[str, str]:
    return {one.entry.id: one.stage.value for one in course(standing(dossier(files)))}


def decided(outcome: str) -> dict[str, str]:
    return {
        **IDEA,
        "beslut/a.yaml": DECIDED["beslut/a.yaml"].replace("bifall", outcome) + "paragraf: 4\n",
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {},
            {
                "idé": "ongoing",
                "dialogbeslut": "next",
                "planering": "coming",
                "möten": "coming",
                "svar": "coming",
            },
        ),
        (
            DECIDED,
            {
                "idé": "done",
                "dialogbeslut": "done",
                "planering": "ongoing",
                "möten": "coming",
                "svar": "coming",
            },
        ),
        (
            decided("avslag"),
            {
                "idé": "done",
                "dialogbeslut": "ended",
                "planering": "void",
                "möten": "void",
                "svar": "void",
            },
        ),
        (
            decided("återremiss"),
            {
                "idé": "ongoing",
                "dialogbeslut": "sent_back",
                "planering": "coming",
                "möten": "coming",
                "svar": "coming",
            },
        ),
        (
            {"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"},
            {
                "idé": "ended",
                "dialogbeslut": "void",
                "planering": "void",
                "möten": "void",
                "svar": "void",
            },
        ),
        (
            {**IDEA, "tillfallen/a.yaml": "datum: 2027-04-14\nstatus: genomfört\n"},
            {
                "idé": "done",
                "dialogbeslut": "missing",
                "planering": "coming",
                "möten": "done",
                "svar": "ongoing",
            },
        ),
    ],
    ids=[
        "nothing yet",
        "decided",
        "rejected",
        "sent back",
        "ended by an answer",
        "a decision was passed by",
    ],
)
def test_how_far_each_step_and_gate_has_come(
    files: dict[str, str], expected: dict[str, str]
) -> None:
    assert stages(files) == expected


def test_a_gate_tells_its_decision() -> None:
    gate = course(standing(dossier(decided("bifall"))))[1]
    assert (gate.stage, gate.day, gate.outcome, gate.paragraph) == (
        Stage.DONE,
        Day(2027, 2, 8),
        "bifall",
        "4",
    )


def test_sent_back_the_day_of_the_decision_is_not_the_day_to_come() -> None:
    gate = course(standing(dossier(decided("återremiss"))))[1]
    assert (gate.day, gate.decided, gate.expects_day) == (None, Day(2027, 2, 8), True)


def test_only_what_can_have_a_day_lacks_one() -> None:
    found = {one.entry.id: one.expects_day for one in course(standing(dossier({})))}
    assert found == {
        "idé": False,
        "dialogbeslut": True,
        "planering": False,
        "möten": True,
        "svar": True,
    }
