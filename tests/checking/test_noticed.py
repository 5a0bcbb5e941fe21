"""A breach of a rule is noticed when a dossier that meets it is broken, or it is not."""

from __future__ import annotations

from helpers.small_rulebook import PLANNED, SOURCE, TODAY, rulebook

from dialogcli.base.findings import Place
from dialogcli.checking.cases import Case
from dialogcli.checking.noticed import noticed_in_cases, noticed_in_dossier
from dialogcli.yamltext.reader import read_yaml

RULES = f"""
E-01:
  says: Det finns risker.
  kind: required
  fields: plan.risker
  before: möten
  {SOURCE}
E-02:
  says: Barn är hörda.
  kind: required
  fields: idé.barn
  before: dialogbeslut
  {SOURCE}
"""
FILES = {**PLANNED, "plan.yaml": "datum: 2027-02-20\nrisker: [{risk: Regn}]\n"}


def case(rule: str, passing: bool, *findings: str, **files: str) -> Case:
    named = {f"{name}.yaml": text for name, text in files.items()}
    return Case(rule, "", {**PLANNED, **named}, TODAY, findings, passing, Place("a.yaml"))


def test_a_case_that_passes_is_broken() -> None:
    assert noticed_in_cases(rulebook(RULES), [case("E-01", True, plan=FILES["plan.yaml"])]) == {
        "E-01"
    }


def test_a_case_in_which_nothing_can_be_broken_shows_nothing() -> None:
    idle = Case("E-01", "", {}, TODAY, (), True, Place("a.yaml"))
    assert noticed_in_cases(rulebook(RULES), [idle]) == set()


def test_a_case_that_fails_as_it_says_is_a_breach() -> None:
    said = 'Fel E-01: "Utmaningar och risker" saknas. (plan.yaml:1:1)'
    assert noticed_in_cases(rulebook(RULES), [case("E-01", False, said)]) == {"E-01"}
    assert noticed_in_cases(rulebook(RULES), [case("E-01", False, "Fel E-01: x")]) == set()


def test_in_a_dossier_only_what_it_holds_can_be_broken() -> None:
    readings = {name: read_yaml(text, name) for name, text in FILES.items()}
    assert noticed_in_dossier(rulebook(RULES), readings, TODAY) == {"E-01"}
