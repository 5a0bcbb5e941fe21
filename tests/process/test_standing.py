import pytest
from helpers.small_rulebook import DECIDED, dossier

from dialogcli.base.dates import Day
from dialogcli.process import Standing, standing
from dialogcli.process.standing import lacking
from dialogcli.rulebook.model import Done

ACTIONS = "plan.risker.*.åtgärd"
IDEA = {"ide.yaml": "syfte: Att få veta\n"}
PLANNED = {**DECIDED, "plan.yaml": "datum: 2027-03-01\n"}
MET = {**PLANNED, "tillfallen/a.yaml": "datum: 2027-04-14\nstatus: genomfört\n"}
ANSWERED = {**MET, "aterkoppling/a.yaml": "till: deltagare\ndatum: 2027-05-01\n"}


def of(files: dict[str, str]) -> Standing:
    return standing(dossier(files))


def current(files: dict[str, str]) -> str:
    entry = of(files).current
    return entry.id if entry else "klar"


def decision(outcome: str) -> dict[str, str]:
    return {**IDEA, "beslut/a.yaml": DECIDED["beslut/a.yaml"].replace("bifall", outcome)}


@pytest.mark.parametrize(
    ("files", "step"),
    [
        ({}, "idé"),
        (IDEA, "dialogbeslut"),
        (DECIDED, "planering"),
        (PLANNED, "möten"),
        (MET, "svar"),
        (ANSWERED, "klar"),
    ],
)
def test_the_step_follows_from_forms_and_decisions(files: dict[str, str], step: str) -> None:
    assert current(files) == step


def test_a_no_ends_it() -> None:
    found = of(decision("avslag"))
    assert found.ended is not None
    assert (found.ended.id, found.next_gate) == ("dialogbeslut", None)


def test_an_answer_that_ends_it_opens_nothing_more() -> None:
    found = of({"ide.yaml": "syfte: Att få veta\ngenomförs_av: KD\n"})
    assert found.ended is not None
    assert (found.ended.id, found.is_open("dialogbeslut"), found.is_worked_towards("möten")) == (
        "idé",
        False,
        False,
    )


def test_sent_back_reopens_the_step_that_the_gate_names() -> None:
    found = of(decision("återremiss"))
    assert (
        found.current.id,
        found.is_open("dialogbeslut"),
        found.is_worked_towards("dialogbeslut"),
    ) == ("idé", False, True)


def test_moments() -> None:
    found = of(DECIDED)
    assert [found.is_worked_towards(entry) for entry in ("dialogbeslut", "möten", "svar")] == [
        True,
        True,
        False,
    ]
    assert [found.has_come(entry) for entry in ("planering", "möten")] == [True, False]


def test_a_later_trace_passes_by_what_was_never_decided() -> None:
    met = {"tillfallen/a.yaml": "datum: 2027-04-14\nstatus: genomfört\n"}
    assert of(met).is_passed_by("dialogbeslut")
    assert not of(IDEA).is_passed_by("dialogbeslut")


def test_a_draft_that_lies_ready_passes_nothing_by() -> None:
    assert not of({"plan.yaml": "datum: 2027-03-01\n"}).is_passed_by("dialogbeslut")


def test_the_plan_for_a_gate() -> None:
    rows = (
        "planerade_beslut:\n  - {beslutspunkt: Fullmäktiges beslut, organ: KF, datum: 2027-02-08}\n"
    )
    found = of({"dossier.yaml": rows})
    assert found.planned(found.next_gate) == ("kommunfullmäktige", Day(2027, 2, 8))
    assert of({}).planned(found.next_gate) == ("kommunfullmäktige", None)


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        ("[{risk: Regn, åtgärd: Ring}]", ""),
        ("[{risk: Regn, åtgärd: todo}]", ACTIONS),
        ("[{risk: Regn, åtgärd: Ring}, {åtgärd: Ring}]", ACTIONS),
        ("[]", ACTIONS),
    ],
)
def test_a_step_is_not_done_by_rows_that_do_not_count(rows: str, path: str) -> None:
    assert lacking(dossier({"plan.yaml": f"risker: {rows}\n"}), Done(filled=(ACTIONS,))) == path
