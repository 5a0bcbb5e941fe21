from __future__ import annotations

import pytest
from helpers.small_rulebook import SOURCE, dossier

from dialogcli.dossier.build import build_dossier
from dialogcli.process.standing import Effect
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.usecases.decisions.fields import demanded, effect_at, form_at, required

GO_ON = {"utfall": "bifall"}


def fields(
    given: dict[str, str],
    gate: str = "dialogbeslut",
    rulebook: str = "varmland",
    identity: str = "",
) -> set[str]:
    folder = build_dossier(load_rulebook(rulebook), {"dossier.yaml": identity})
    return set(form_at(folder, folder.rulebook.gate(gate), given).fields)


def test_a_decision_has_the_fields_that_its_gate_records_and_those_of_no_other() -> None:
    assert {"genomförande_organ", "deltagande_organ"} <= fields(GO_ON)
    assert not {"genomförande_organ", "deltagande_organ"} & fields(GO_ON, "handlingsplan")


def test_points_belong_to_what_is_sent_back_and_marks_to_what_goes_on() -> None:
    assert {"punkter", "antaget"} & fields({"utfall": "återremiss"}, "handlingsplan") == {"punkter"}
    assert {"punkter", "antaget"} & fields(GO_ON, "handlingsplan") == {"antaget"}


def test_a_new_date_belongs_to_what_is_postponed() -> None:
    assert "nytt_datum" in fields({"utfall": "bordläggning"}, "handlingsplan")
    assert "nytt_datum" not in fields(GO_ON, "handlingsplan")


def test_one_person_who_decides_has_a_role_and_no_debate() -> None:
    alone = fields(GO_ON, rulebook="norrbotten", identity="beslutsväg: ordförande\n")
    assert "roll" in alone
    assert not {"omröstning", "reservationer"} & alone
    assert "roll" not in fields(GO_ON)
    assert {"yrkanden", "omröstning", "reservationer"} <= fields(GO_ON)


def test_what_is_given_belongs_to_it_in_any_case() -> None:
    assert "roll" in fields({**GO_ON, "roll": "ordförande"})


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"utfall": "bifall"}, ()),
        ({"utfall": "avslag"}, ("motivering",)),
        ({"utfall": "aterremiss"}, ("motivering",)),
        ({"utfall": "återremiss", "punkter": ["Visa kostnaden"]}, ()),
        ({"utfall": "bordläggning"}, ("nytt_datum",)),
        ({"utfall": "avslag", "motivering": "Nej."}, ()),
    ],
)
def test_an_outcome_demands_its_fields(given: dict[str, str], wanted: tuple[str, ...]) -> None:
    assert demanded(load_rulebook("varmland"), given) == wanted


def test_a_gate_knows_what_its_outcomes_do() -> None:
    gate = load_rulebook("varmland").gate("dialogbeslut")
    assert [effect_at(gate, word) for word in ("bifall", "Avslag", "vilande", "återremiss")] == [
        Effect.GO_ON,
        Effect.STOP,
        Effect.STAY,
        None,
    ]


def test_rules_say_what_a_decision_has_to_say_when_their_conditions_hold() -> None:
    rules = (
        f"E-01:\n  says: Motiverat.\n  kind: required\n  fields: beslut.dialogbeslut.motivering\n"
        f"  when: {{beslut.dialogbeslut.utfall: avslag, idé.nivå: samtal}}\n  {SOURCE}\n"
    )
    folder = dossier({"ide.yaml": "nivå: samtal\n"}, rules)
    gate = folder.rulebook.gate("dialogbeslut")
    assert [name for name, _ in required(folder, gate, {"utfall": "avslag"})] == ["motivering"]
    assert required(folder, gate, {"utfall": "avslag", "motivering": "Nej."}) == ()
    assert required(folder, gate, {"utfall": "bifall"}) == ()
