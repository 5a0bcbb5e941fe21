from __future__ import annotations

from helpers.small_rulebook import SOURCE, dossier, report, said

from dialogcli.base.findings import remedy_text
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import basis_faults, own_faults
from dialogcli.checking.report import for_gate

IDEA = {"ide.yaml": "syfte: Att få veta\n"}
SENT_BACK = "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: återremiss\npunkter: [Visa kostnaden.]\n"
ANYWAY = (
    "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: bifall\n"
    "ofullständigt_underlag: Fullmäktige ville inte vänta.\n"
)
LEVEL = f"""
E-01:
  says: Nivån är vald.
  kind: required
  fields: idé.nivå
  before: dialogbeslut
  {SOURCE}
"""
DECIDED = (
    f"E-02:\n  says: Fullmäktige beslutar.\n  kind: decided\n  gate: dialogbeslut\n  {SOURCE}\n"
)


def test_a_point_without_an_answer_is_a_fel_where_it_stands() -> None:
    assert said({**IDEA, "beslut/a.yaml": SENT_BACK}, "") == [
        "Fel obesvarad-punkt: Fullmäktiges beslut 8 februari 2027: punkt 1 har inget svar: Visa kostnaden. "
        "(beslut/a.yaml:5:11)"
    ]


def test_an_answered_point_is_none() -> None:
    answer = "svar_på_återremiss:\n  - {punkt: Visa kostnaden, svar: 12 000 kronor}\n"
    assert said({**IDEA, "beslut/a.yaml": SENT_BACK, "aterremiss.yaml": answer}, "") == []


def test_it_stands_before_the_gate_that_put_it() -> None:
    found = report({**IDEA, "beslut/a.yaml": SENT_BACK}, "")
    assert [
        one.rule for one in for_gate(found, found.dossier.rulebook.gate("dialogbeslut")).findings
    ] == ["obesvarad-punkt"]


def test_the_reason_for_a_decision_on_an_incomplete_basis_shows_beside_what_is_missing() -> None:
    assert said({**IDEA, "beslut/a.yaml": ANYWAY}, LEVEL) == [
        "Fel E-01: Nivå saknas. (ide.yaml:1:1)",
        "Upplysning beslutat-ändå: Fullmäktiges beslut 8 februari 2027: beslutat innan underlaget var komplett. "
        "Det gäller E-01. Skäl: Fullmäktige ville inte vänta. (beslut/a.yaml:5:25)",
    ]


def test_it_shows_no_more_once_the_basis_is_complete() -> None:
    assert (
        said({"ide.yaml": "syfte: Att få veta\nnivå: samtal\n", "beslut/a.yaml": ANYWAY}, LEVEL)
        == []
    )


def test_what_is_wrong_in_a_decision_is_parted_from_what_is_wrong_in_its_basis() -> None:
    found = report(
        {**IDEA, "beslut/a.yaml": ANYWAY.replace("KF", "KD")}, LEVEL + DECIDED, authority=False
    )
    gate = found.dossier.rulebook.gate("dialogbeslut")
    assert [case_line(one) for one in basis_faults(found, gate, "beslut/a.yaml")] == [
        "Fel E-01: Nivå saknas. (ide.yaml:1:1)"
    ]
    assert [case_line(one) for one in own_faults(found, "beslut/a.yaml")] == [
        "Fel E-02: Fullmäktiges beslut: beslutat av kommundirektören. Det ska beslutas av kommunfullmäktige. "
        "(beslut/a.yaml:2:8)"
    ]


def test_a_form_that_is_wanted_among_the_basis_is_mended_where_it_is_written() -> None:
    rule = (
        f"E-03:\n  says: Idén är bland underlagen.\n  kind: covers\n  fields: beslut.dialogbeslut.underlag\n"
        f"  values: plan\n  before: dialogbeslut\n  {SOURCE}\n"
    )
    found = report(
        {
            **IDEA,
            "beslut/a.yaml": "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\n"
            "utfall: bifall\nunderlag: [idé]\n",
        },
        rule,
    )
    [fault] = basis_faults(found, found.dossier.rulebook.gate("dialogbeslut"), "beslut/a.yaml")
    assert (case_line(fault), remedy_text(fault.remedy)) == (
        "Fel E-03: Underlag: Plan saknas. (plan.yaml:1:1)",
        "dialog fill --section plan",
    )
    assert dossier({}).rulebook.forms["plan"].title == "Plan"
