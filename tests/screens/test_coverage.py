"""`dialog rules coverage`: the table, and the JSON that other programs read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from helpers.policies import POLICY, changed, load
from helpers.screens import drawn

from dialogcli.base.findings import Place
from dialogcli.checking.cases import Case
from dialogcli.checking.coverage import Coverage, coverage
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.coverage import because, coverage_facts, coverage_screen
from dialogcli.screens.requirements import requirements_screen

SCHEMA = json.loads((Path(__file__).parent / "coverage.schema.json").read_text("utf-8"))


def case(rule: str, passing: bool) -> Case:
    return Case(rule, "", {}, date(2025, 2, 24), (), passing, Place("a.yaml"))


CASES = [case("L-03a", True), case("L-03a", False), case("L-03b", False), case("L-08", True)]


NOTICED = {"L-03a", "L-08"}


def rows(rulebook: Rulebook) -> dict[str, Any]:
    """The requirements by id, once the whole has the form of the schema."""
    report = coverage_facts([coverage(rulebook.organisation, rulebook, CASES, NOTICED)])
    jsonschema.validate(report, SCHEMA)
    return {row["id"]: row for row in report["requirements"]}


@pytest.fixture
def lillby() -> dict[str, Any]:
    return rows(load())


def test_a_requirement_names_all_its_rules(lillby: dict[str, Any]) -> None:
    assert lillby["L-03"] == {
        "id": "L-03",
        "organisation": "Lillby kommun",
        "modality": "MUST",
        "accounted": [
            {"as": "rule", "ref": "L-03a", "severity": "fel"},
            {"as": "rule", "ref": "L-03b", "severity": "varning"},
        ],
        "cases": {"passing": 1, "failing": 2},
        "care": "noticed",
        "noticed_by": ["L-03a"],
        "because": None,
    }


def test_a_requirement_that_another_rule_answers_names_that_rule(lillby: dict[str, Any]) -> None:
    assert lillby["L-04"]["accounted"] == [{"as": "rule", "ref": "L-03a", "severity": "fel"}]
    assert lillby["L-04"]["cases"] == {"passing": 1, "failing": 1}


def test_who_decides_is_a_rule_and_a_gate(lillby: dict[str, Any]) -> None:
    assert lillby["L-02"]["accounted"] == [
        {"as": "rule", "ref": "L-02", "severity": "fel"},
        {"as": "gate", "ref": "dialogbeslut", "severity": None},
    ]


def test_what_no_rule_checks_says_where_it_is(lillby: dict[str, Any]) -> None:
    assert lillby["L-11"]["accounted"] == [
        {"as": "guidance", "ref": "plan.barnrätt", "severity": None}
    ]
    assert lillby["L-12"]["accounted"] == [
        {"as": "register", "ref": "överväganden", "severity": None}
    ]
    assert lillby["L-12"]["modality"] == "PRIN"


@pytest.mark.parametrize("kind", ["metadata", "umbrella"])
def test_other_kinds_are_there_to_be_read(kind: str) -> None:
    found = rows(load(changed("    as: guidance\n    where: plan.barnrätt\n", f"    as: {kind}\n")))
    assert found["L-11"]["accounted"] == [{"as": "guidance", "ref": "L-11", "severity": None}]


def test_a_draft_shows_what_nobody_has_dealt_with() -> None:
    draft = load(changed("rows: L-01..L-12", "rows: L-01..L-13\nincomplete: true"))
    assert rows(draft)["L-13"] == {
        "id": "L-13",
        "organisation": "Lillby kommun",
        "modality": None,
        "accounted": [],
        "cases": {"passing": 0, "failing": 0},
        "care": "nothing",
        "noticed_by": [],
        "because": "ett krav som ingen har tagit hand om än",
    }


@pytest.fixture
def one() -> Coverage:
    return coverage("Lillby kommun", load(POLICY), CASES, NOTICED)


def test_the_table_has_a_line_for_each_and_their_sum(one: Coverage) -> None:
    assert (
        drawn(coverage_screen([one, one._replace(organisation="Storby kommun")]))
        == """\
Organisation   Krav  Varav ska  Brott märks  Frågas eller visas  Inget
Lillby kommun    12         11            3                   6      2
Storby kommun    12         11            3                   6      2
Summa            24         22            6                  12      4
Frågas eller visas: L-01 (frågas), L-05 (frågas), L-06 (frågas), L-07 (frågas),
L-10 (frågas), L-11 (vägledning: plan.barnrätt), L-01 (frågas), L-05 (frågas),
L-06 (frågas), L-07 (frågas), L-10 (frågas) och L-11 (vägledning:
plan.barnrätt).
Inget: L-02, för att det är ett krav där inget brott märktes (L-02).
Inget: L-09, för att det är ett krav där inget brott märktes (L-09).
Inget: L-02, för att det är ett krav där inget brott märktes (L-02).
Inget: L-09, för att det är ett krav där inget brott märktes (L-09)."""
    )


def test_each_requirement_is_in_one_of_three_columns(one: Coverage) -> None:
    assert (
        drawn(coverage_screen([one], each=True))
        == """\
Organisation   Krav  Varav ska  Brott märks  Frågas eller visas  Inget
Lillby kommun    12         11            3                   6      2
Frågas eller visas: L-01 (frågas), L-05 (frågas), L-06 (frågas), L-07 (frågas),
L-10 (frågas) och L-11 (vägledning: plan.barnrätt).
Inget: L-02, för att det är ett krav där inget brott märktes (L-02).
Inget: L-09, för att det är ett krav där inget brott märktes (L-09).

Lillby kommun
Krav  Brott märks  Frågas eller visas    Inget, för att det är
L-01               frågas
L-02                                     ett krav där inget brott märktes (L-02)
L-03  ja           frågas
L-04  ja           frågas
L-05               frågas
L-06               frågas
L-07               frågas
L-08  ja
L-09                                     ett krav där inget brott märktes (L-09)
L-10               frågas
L-11               vägledning: plan ...
L-12               förteckning: öve ..."""
    )


def test_a_requirement_that_no_breach_was_noticed_of_says_so() -> None:
    one = coverage("Lillby kommun", load(POLICY), CASES, ())
    row = next(row for row in one.rows if row.requirement.id == "L-02")
    assert because(row) == "ett krav där inget brott märktes (L-02)"


def test_a_link_that_is_switched_off_is_told_with_its_reason() -> None:
    after = "    name: Planering\n"
    link = "    unbound: {dialogbeslut: Planen får skrivas medan beslutet väntar.}\n"
    rulebook = load(changed(after, f"{after}{link}", POLICY))
    shown = drawn(coverage_screen([coverage(rulebook.organisation, rulebook, CASES, ())]))
    said = "Planering behöver inte Fullmäktiges beslut: Planen får skrivas medan beslutet väntar."
    assert " ".join(shown.split()).endswith(f"Lillby kommun: {said}")
    assert said in " ".join(drawn(requirements_screen(rulebook)).split())
    assert "behöver inte" not in drawn(requirements_screen(load()))
