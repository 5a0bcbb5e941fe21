"""Which questions are asked, in which order, and how `--section` finds them."""

from __future__ import annotations

import pytest
from helpers.small_rulebook import DECIDED, SOURCE, dossier, report, rulebook

from dialogcli.base.findings import UsageError
from dialogcli.interview.chapters import chapters, in_play, is_missing, pressing
from dialogcli.interview.lookup import chapters_called
from dialogcli.interview.tables import begun, where_left

RULES = f"""
E-01:
  says: Idén har ett syfte.
  kind: required
  fields: idé.syfte
  before: dialogbeslut
  {SOURCE}
E-02:
  says: Planen har datum.
  kind: required
  fields: plan.datum
  before: möten
  {SOURCE}
"""


def ids(files: dict[str, str]) -> list[str]:
    found = report(files, RULES)
    return [
        chapter.form.id
        for chapter in in_play(
            found.dossier.rulebook, found.standing.next_gate, found.active, found.satisfied
        )
    ]


def test_a_new_dossier_is_asked_for_what_the_next_decision_rests_on() -> None:
    assert ids({}) == ["idé"]


def test_after_the_decision_the_plan_is_asked_for() -> None:
    assert ids(DECIDED) == ["plan"]


def test_an_older_gap_is_asked_for_again() -> None:
    assert ids({**DECIDED, "ide.yaml": ""}) == ["idé", "plan"]


def test_voluntary_questions_wait_until_nothing_required_is_left() -> None:
    def asked(files: dict[str, str]) -> list[str]:
        found = report(files, RULES)
        coming = in_play(
            found.dossier.rulebook, found.standing.next_gate, found.active, found.satisfied
        )
        unmet = [rule for rule in found.active if rule.id not in found.satisfied]
        return [chapter.form.id for chapter in pressing(found.dossier, coming, unmet)]

    assert asked({**DECIDED, "ide.yaml": ""}) == ["idé", "plan"]
    assert asked({**DECIDED, "ide.yaml": "", "plan.yaml": "datum: 2027-03-03\n"}) == ["idé"]
    assert asked(DECIDED) == ["plan"]
    assert asked({"ide.yaml": "syfte: Att få veta\n"}) == ["idé"]


def test_a_group_is_asked_part_by_part_and_what_new_settles_is_not_asked() -> None:
    [first, *_] = chapters(rulebook())
    assert first.paths == ("dossier.dnr", "dossier.handläggare", "dossier.planerade_beslut")


def test_forms_with_items_are_no_chapters() -> None:
    assert {chapter.form.id for chapter in chapters(rulebook())} == {
        "dossier",
        "återremiss",
        "resultat",
        "idé",
        "plan",
    }


def test_a_consideration_without_its_reason_is_still_a_gap() -> None:
    assert is_missing(dossier({"ide.yaml": "barn: {svar: nej}\n"}), "idé.barn")
    assert not is_missing(dossier({"ide.yaml": "barn: {svar: nej, skäl: Inga barn}\n"}), "idé.barn")


def test_a_row_that_was_left_in_the_middle_is_still_a_gap() -> None:
    assert is_missing(dossier({"plan.yaml": "risker:\n  - risk: Regn\n"}), "plan.risker")
    assert not is_missing(
        dossier({"plan.yaml": "risker:\n  - risk: Regn\n    slag:\n"}), "plan.risker"
    )


@pytest.mark.parametrize("typed", ["plan", "Plan", "PLAN"])
def test_a_section_goes_by_its_id_or_its_title_in_any_case(typed: str) -> None:
    [found] = chapters_called(chapters(rulebook()), typed)
    assert found.form.id == "plan"
    assert len(found.paths) == 7


@pytest.mark.parametrize("typed", ["idé", "ide"])
def test_dots_over_letters_may_be_left_out(typed: str) -> None:
    assert [found.form.id for found in chapters_called(chapters(rulebook()), typed)] == ["idé"]


@pytest.mark.parametrize("typed", ["risker", "plan.risker"])
def test_a_field_is_asked_alone(typed: str) -> None:
    [found] = chapters_called(chapters(rulebook()), typed)
    assert found.paths == ("plan.risker",)


def test_an_unknown_section_gets_the_nearest_word() -> None:
    with pytest.raises(UsageError) as stop:
        chapters_called(chapters(rulebook()), "riskr")
    assert stop.value.message == "Avsnittet riskr finns inte i regelverket. Menade du risker?"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("syfte: Fylls i senare\n", True),
        ("syfte: Vad ni vill veta och vad svaret ska användas till\n", True),
        ("syfte: Hur torget används\n", False),
        ("syfte: {ej_tillämpligt: x}\n", True),
    ],
)
def test_what_is_no_answer_is_still_to_be_asked(text: str, missing: bool) -> None:
    assert is_missing(dossier({"ide.yaml": text}), "idé.syfte") is missing


def test_a_row_without_what_it_is_about_is_gone_on_with_there() -> None:
    found = dossier(
        {"plan.yaml": "risker:\n  - {risk: Regn, slag: }\n  - {åtgärd: Ring, slag: }\n"}
    )
    table = found.answer("plan.risker")

    assert is_missing(found, "plan.risker")
    assert begun(table) == [2]
    assert table is not None
    assert where_left(table.rows[1]) == 0
